"""The command `who`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.claims import print_claims
from sayso.cli.question import Paging, Text, ask, close, give, option, tell_wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from sayso.ledger.question.who import Month, Who

_MONTHS = 24
"""The most months that are shown; more are put together by year."""

_YEAR = 4  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Paging):
    """Who is asked for."""

    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of a person or group, or any word of it.")]
    outlet: Annotated[Text, option("--outlet", "Name of the outlet.")] = None
    published: Annotated[
        Text,
        option("--published", "When the article came out: 2026, 2026-05, 2026-05-03 or 2026-05..2026-07."),
    ] = None
    sort: Annotated[Text, option("--sort", "newest (the default) or oldest.")] = None


def who(asked: Asked) -> None:
    """Tells what somebody said and what others say of them, over time."""
    with ask(asked) as ledger:
        answer = ledger.who(asked.name, **tell_wanted(asked))
    rows = [{"side": side, **row.to_dict()} for side in ("said", "told") for row in getattr(answer, side)]
    give(answer, asked.format, lambda: rows, lambda console: _show(console, answer, asked.page))


def _show(console: Console, answer: Who, page: int) -> None:
    from rich.text import Text as Line

    if answer.names:
        console.print(Line("; ".join(answer.names), style="bold"))
    if answer.months:
        _plot(console, answer.months)
    for title, rows in (("said", answer.said), ("said of them", answer.told)):
        if rows:
            console.print(Line(f"\n{title}", style="bold"))
            print_claims(console, rows)
    close(console, answer, max(len(answer.said), len(answer.told)), page)


def _plot(console: Console, months: Sequence[Month]) -> None:
    """Prints how much they said in each month, or year where there are many, and how much is said of them."""
    from sayso.export.plot import Bar, print_bars

    length = None if len(months) <= _MONTHS else _YEAR
    said: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for month in months:
        label = "no date" if month.month is None else month.month[:length]
        said[label] += month.said
        told[label] += month.told
    bars = [
        Bar(label=label, low=count, high=count, value=f"{count:,} said", note=f"{told[label]:,} said of them")
        for label, count in said.items()
    ]
    print_bars(console, bars)
