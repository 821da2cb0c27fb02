"""The command `stats`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.cli.question import Asking, ask, give

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.ledger.question.stats import Stats


def stats(asked: Asking) -> None:
    """Tells how much a ledger holds."""
    with ask(asked) as ledger:
        answer = ledger.stats()
    give(answer, asked.format, lambda: [answer.to_dict()], lambda console: _show(console, answer))


def _show(console: Console, answer: Stats) -> None:
    from sayso.export.grid import Column, print_grid
    from sayso.export.plot import Bar, print_bars

    facts = answer.to_dict()
    numbers = [(name, value) for name, value in facts.items() if isinstance(value, int)]
    cells = [[name, f"{value:,}"] for name, value in numbers]
    if answer.first is not None:
        cells.append(["published", f"{answer.first} to {answer.last}"])
    cells += ([f"read by {reader.version}", f"{reader.articles:,}"] for reader in answer.readers)
    print_grid(console, (Column(name="what"), Column(name="how much", is_number=True)), cells)
    console.print()
    bars = [
        Bar(
            label=year.year or "no date",
            low=year.articles,
            high=year.articles,
            value=f"{year.articles:,}",
            note=f"articles, {year.claims:,} claims",
        )
        for year in answer.years
    ]
    print_bars(console, bars)
