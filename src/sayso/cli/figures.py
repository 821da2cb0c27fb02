"""The command `figures`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.question import Paging, Text, ask, close, give, option, tell_origin, tell_wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from sayso.ledger.question.figure import Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Paging):
    """What figures are asked for."""

    measure: Annotated[Text, option("--measure", "killed, injured, missing, displaced, detained …")] = None
    place: Annotated[Text, option("--place", "Name, GeoNames id or country code of where they count.")] = None
    published: Annotated[
        Text,
        option("--published", "When the article came out: 2026, 2026-05, 2026-05-03 or 2026-05..2026-07."),
    ] = None
    time: Annotated[Text, option("--time", "As of when they count, written likewise.")] = None
    bound: Annotated[Text, option("--bound", "exact, at_least, more_than, about …")] = None
    counter: Annotated[Text, option("--counter", "Name of who counts.")] = None
    speaker: Annotated[Text, option("--speaker", "Name of who says it.")] = None
    outlet: Annotated[Text, option("--outlet", "Name of the outlet.")] = None
    sort: Annotated[Text, option("--sort", "newest (the default), oldest, largest or smallest.")] = None
    plot: Annotated[bool, typer.Option("--plot", help="Draw them as bars instead of a table.")] = False


def figures(asked: Asked) -> None:
    """Tells how many, with bounds, and by whose count."""
    with ask(asked) as ledger:
        answer = ledger.figures(**tell_wanted(asked))

    def show(console: Console) -> None:
        (_plot if asked.plot else _print)(console, answer.rows)
        close(console, answer, len(answer.rows), asked.page)

    give(answer, asked.format, lambda: [row.to_dict() for row in answer.rows], show)


def _print(console: Console, rows: Sequence[Count]) -> None:
    from sayso.export.figure import tell_value
    from sayso.export.grid import Column, print_grid

    columns = (
        Column(name="date", style="dim"),
        Column(name="figure", is_number=True, style="bold"),
        Column(name="of", share=3),
        Column(name="counter", share=2, style="cyan"),
        Column(name="words", share=4),
        Column(name="read in", share=3, style="dim"),
    )
    if rows:
        cells = (
            [
                row.citation.day or "no date",
                tell_value(row.low, row.high, row.bound),
                _tell_scope(row),
                row.counter or row.speaker or "the article",
                row.citation.passage,
                tell_origin(row.citation, row.id),
            ]
            for row in rows
        )
        print_grid(console, columns, cells)


def _plot(console: Console, rows: Sequence[Count]) -> None:
    from sayso.export.figure import tell_value
    from sayso.export.plot import Bar, print_bars

    bars = [
        Bar(
            label=row.as_of or row.citation.day or "no date",
            low=row.low,
            high=row.high,
            value=tell_value(row.low, row.high, row.bound),
            note=" · ".join(
                part for part in (_tell_count(row), row.counter or row.speaker, row.citation.outlet) if part
            ),
        )
        for row in rows
    ]
    print_bars(console, bars)


def _tell_scope(row: Count) -> str:
    """Tells what is counted, what happened to it, where, as of when and since when."""
    as_of = "" if row.as_of is None else f"as of {row.as_of}"
    since = "" if row.since is None else f"since {row.since}"
    return " ".join(part for part in (_tell_count(row), as_of, since) if part)


def _tell_count(row: Count) -> str:
    where = "" if row.place is None else f"in {row.place}"
    return " ".join(part for part in (row.of, f"({row.measure})", where) if part)
