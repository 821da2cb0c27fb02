"""The command `sources`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from sayso.cli.question import Narrowing, Text, ask, close, give, option, tell_origin, tell_wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from sayso.ledger.question.source import Link, Path, Root, Share, Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Narrowing):
    """Of which claims the sources are asked for."""

    sort: Annotated[
        Text, option("--sort", "most (outlets with the most claims, the default) or anonymous.")
    ] = None


def sources(asked: Asked) -> None:
    """Tells on whose word claims rest: shares by outlet, the roots they come from, and their chains."""
    with ask(asked) as ledger:
        answer = ledger.sources(**tell_wanted(asked))
    give(answer, asked.format, lambda: _list_rows(answer), lambda console: _show(console, answer, asked.page))


def _list_rows(answer: Sources) -> list[dict[str, Any]]:
    """Lists shares, roots and chains as rows of one table, each with the part that it is of and a name."""
    shares = [{"part": "share", "name": row.outlet, **row.to_dict()} for row in answer.shares]
    roots = [
        {"part": "root", "name": _tell_link(row.link), "kind": row.link.kind, **row.to_dict()}
        for row in answer.roots
    ]
    chains = [{"part": "chain", "name": _tell_chain(row), **row.to_dict()} for row in answer.chains]
    rows = [*shares, *roots, *chains]
    return [{name: row[name] for name in row if name not in ("link", "links")} for row in rows]


def _show(console: Console, answer: Sources, page: int) -> None:
    from rich.text import Text as Line

    if answer.shares:
        _print_shares(console, answer.shares)
    if answer.roots:
        which = "all claims" if answer.is_complete else f"the newest {answer.traced:,} claims"
        console.print(Line(f"\nroots and chains of {which}", style="bold"))
        _print_roots(console, answer.roots)
    if answer.chains:
        console.print()
        _print_chains(console, answer.chains)
    close(console, answer, max(map(len, (answer.shares, answer.roots, answer.chains))), page)


def _print_shares(console: Console, rows: Sequence[Share]) -> None:
    from sayso.export.grid import Column, print_grid

    numbers = ("articles", "claims", "named", "role", "anonymous", "unresolved")
    columns = [Column(name="outlet", share=1)]
    columns += [Column(name=name, is_number=True) for name in (*numbers, "anonymous %")]
    cells = (
        [row.outlet or "no outlet", *(f"{getattr(row, n):,}" for n in numbers), f"{row.anonymous_share:.1%}"]
        for row in rows
    )
    print_grid(console, columns, cells)


def _print_roots(console: Console, rows: Sequence[Root]) -> None:
    from sayso.export.grid import Column, print_grid

    columns = [Column(name="root", share=2, style="cyan"), Column(name="kind")]
    columns += [Column(name=name, is_number=True) for name in ("claims", "articles", "outlets")]
    columns.append(Column(name="last read in", share=3, style="dim"))
    cells = (
        [
            _tell_link(row.link),
            row.link.kind,
            *(f"{number:,}" for number in (row.claims, row.articles, row.outlets)),
            tell_origin(row.citation),
        ]
        for row in rows
    )
    print_grid(console, columns, cells)


def _print_chains(console: Console, rows: Sequence[Path]) -> None:
    from sayso.export.grid import Column, print_grid

    columns = (
        Column(name="chain", share=3, style="cyan"),
        Column(name="claims", is_number=True),
        Column(name="last read in", share=3, style="dim"),
    )
    cells = (
        [
            _tell_chain(row),
            f"{row.claims:,}",
            tell_origin(row.citation),
        ]
        for row in rows
    )
    print_grid(console, columns, cells)


def _tell_link(link: Link) -> str:
    """Tells a name; or the words of a role or an audience; or the kind, for all who have no name."""
    if link.name is not None:
        return link.name
    has_words = link.kind == "role" or link.role == "audience"
    return link.words if has_words and link.words is not None else link.kind


def _tell_chain(row: Path) -> str:
    return " → ".join(map(_tell_link, row.links))
