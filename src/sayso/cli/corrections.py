"""The commands `corrections list`, `withdraw` and `export`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from sayso.cli.correct import By, Keeper, Note
from sayso.cli.failure import FAILED, complain, report_failures
from sayso.cli.ledger import choose_ledger, open_known
from sayso.cli.misuse import PlainGroup
from sayso.cli.output import check_folder, open_folder
from sayso.cli.remark import describe_remark
from sayso.export.printable import flatten

if TYPE_CHECKING:
    from sayso.ledger import Ledger, Overlay
    from sayso.model import Reading

Wanted = Annotated[
    str | None, typer.Argument(metavar="ARTICLE", help="URL or id of an article; all, if not given.")
]
Form = Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="json: a correction a line.")]


def create_group() -> typer.Typer:
    """Makes the group of commands."""
    group = typer.Typer(cls=PlainGroup, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_introduce)
    group.command("list")(list_corrections)
    group.command()(withdraw)
    group.command()(export)
    return group


def _introduce() -> None:
    """Lists, withdraws and exports what people say of readings; `sayso correct` adds to it."""


def list_corrections(article: Wanted = None, format: Form = "text", ledger: Keeper = None) -> None:
    """Lists corrections with what the machine reads beside them, and those whose words are gone as loose."""
    address = choose_ledger(ledger)
    with report_failures(), open_known(address) as opened:
        for overlay in _find(opened, article):
            if format == "text":
                typer.echo(flatten(overlay.reading.article.url or overlay.reading.article.id))
            for remark in overlay.remarks:
                typer.echo(
                    describe_remark(remark)
                    if format == "text"
                    else json.dumps(_tell(overlay, remark.to_dict()), ensure_ascii=False)
                )


def withdraw(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Number of a correction, as listed.")],
    by: By,
    note: Note = None,
    ledger: Keeper = None,
) -> None:
    """Takes a correction back; it stays in the ledger and no longer holds."""
    address = choose_ledger(ledger)
    with report_failures(), open_known(address) as opened:
        from sayso.ledger import Editor

        Editor(opened, by).withdraw(number, note=note)
        complain(f"withdrew {number}")


def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to; it is made.")],
    article: Wanted = None,
    ledger: Keeper = None,
) -> None:
    """Writes corrected readings as training data, in the form of the annotation guide.

    A file an article, and articles.json beside them. Each file lists as reviewed what people looked at.
    """
    check_folder(folder, ())
    address = choose_ledger(ledger)
    with report_failures(), open_known(address) as opened:
        from sayso.export.gold import write_gold

        with open_folder(folder) as part:
            count = write_gold(_list_reviewed(opened, article), part)
        complain(f"wrote {count} to {folder}")
    if not count:
        raise typer.Exit(FAILED)


def _find(ledger: Ledger, article: str | None) -> Iterator[Overlay]:
    """Gives the readings with corrections: that of one article, or all."""
    if article is None:
        yield from ledger.all_corrections()
    else:
        yield ledger.corrections(article)


def _list_reviewed(ledger: Ledger, article: str | None) -> Iterator[tuple[Reading, tuple[str, ...]]]:
    """Gives the corrected readings of which something holds, each with the ids that people looked at."""
    for overlay in _find(ledger, article):
        if any(remark.state == "holds" for remark in overlay.remarks):
            yield overlay.corrected, overlay.reviewed


def _tell(overlay: Overlay, remark: dict[str, Any]) -> dict[str, Any]:
    article = overlay.reading.article
    return {"article": article.id, "url": article.url, **remark}
