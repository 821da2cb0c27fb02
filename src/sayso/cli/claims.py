"""The command `claims`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from sayso.cli.question import Narrowing, Text, ask, close, give, option, tell_origin, tell_wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from sayso.ledger.question.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Narrowing):
    """What claims are asked for."""

    meaning: Annotated[
        Text, option("--meaning", "A text; the claims nearest to it in meaning come first.")
    ] = None
    sort: Annotated[Text, option("--sort", "newest (the default), oldest or confidence.")] = None


def claims(asked: Asked) -> None:
    """Tells who said what, with article, outlet, date and passage.

    Names are matched without case and accents, and by any of their words. Nothing found is an empty answer,
    with the names that may have been meant.
    """
    with ask(asked) as ledger:
        answer = ledger.claims(**tell_wanted(asked))

    def show(console: Console) -> None:
        print_claims(console, answer.rows)
        close(console, answer, len(answer.rows), asked.page)

    give(answer, asked.format, lambda: [row.to_dict() for row in answer.rows], show)


def print_claims(console: Console, rows: Sequence[Claim]) -> None:
    """Prints claims as a table."""
    from sayso.export.grid import Column, print_grid

    if not rows:
        return
    columns = [
        Column(name="date", style="dim"),
        Column(name="who", share=2, style="cyan"),
        Column(name="said", share=5),
        Column(name="read in", share=3, style="dim"),
    ]
    has_cosines = any(row.cosine is not None for row in rows)
    if has_cosines:
        columns.insert(0, Column(name="cosine", is_number=True))
    print_grid(console, columns, (_tell(row, has_cosines) for row in rows))


def _tell(row: Claim, has_cosine: bool) -> list[str]:
    who = row.speaker or row.source or row.kind
    manner = row.act or row.quotation
    kind = manner if row.kind == "named" else f"{row.kind}, {manner}"
    cells = [
        row.citation.day or "no date",
        f"{who}\n{kind}",
        row.citation.passage or "content not found",
        tell_origin(row.citation, row.id),
    ]
    return [f"{row.cosine:.3f}", *cells] if has_cosine else cells
