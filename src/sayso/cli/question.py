"""Question: what the commands that ask a ledger have in common: options, and how answers are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.failure import report_failures
from sayso.cli.ledger import choose_ledger, open_known
from sayso.cli.output import open_output

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.ledger import Ledger
    from sayso.ledger.question.answer import Answer, Citation
    from sayso.model.record import Record

_MISASKED = "LDG010"


class AnswerFormat(StrEnum):
    """A form that answers are given in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def option(name: str, help: str, *more: str) -> Any:
    """Makes an option that narrows a question."""
    return typer.Option(name, *more, help=help, show_default=False)


Text = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The options of every question."""

    ledger: Annotated[
        Text, option("--ledger", "An SQLite file or postgresql:// URL. [or: SAYSO_LEDGER]", "-l")
    ] = None
    format: Annotated[
        AnswerFormat,
        typer.Option("--format", "-f", help="text for the eye, json for one object, csv for a row each."),
    ] = AnswerFormat.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging(Asking):
    """The options of a question whose answer has pages."""

    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many rows a page has.")] = 20
    page: Annotated[int, typer.Option("--page", min=1, help="Which page, from 1.")] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing(Paging):
    """The options that claims are asked for by."""

    speaker: Annotated[Text, option("--speaker", "Name of who says it, or any word of it.")] = None
    actor: Annotated[Text, option("--actor", "Name of who is mentioned in it.")] = None
    outlet: Annotated[Text, option("--outlet", "Name of the outlet.")] = None
    place: Annotated[Text, option("--place", "Name, GeoNames id or country code of a place in it.")] = None
    published: Annotated[
        Text,
        option("--published", "When the article came out: 2026, 2026-05, 2026-05-03 or 2026-05..2026-07."),
    ] = None
    time: Annotated[Text, option("--time", "When what is said happens, written likewise.")] = None
    act: Annotated[
        Text, option("--act", "state, confirm, deny, accuse, threaten, promise, demand, warn …")
    ] = None
    kind: Annotated[Text, option("--kind", "named, role, anonymous or unresolved.")] = None
    quotation: Annotated[Text, option("--quotation", "direct, indirect or mixed.")] = None
    measure: Annotated[Text, option("--measure", "A figure in it counts killed, injured, missing …")] = None
    event: Annotated[Text, option("--event", "An event in it is AGREE, ASSAULT, DISASTER …")] = None
    words: Annotated[
        Text, option("--words", 'Words in it, in any form; "one after the other"; or between them; -without.')
    ] = None


@contextmanager
def ask(asking: Asking) -> Iterator[Ledger]:
    """Opens the ledger of a question; a question that cannot be asked like this is misuse of the command."""
    from sayso.errors import LedgerError

    address = choose_ledger(asking.ledger)
    with report_failures(), open_known(address) as ledger:
        try:
            yield ledger
        except LedgerError as error:
            if error.code != _MISASKED:
                raise
            raise typer.BadParameter(f"{error.message}: {error.hint}") from error


def tell_wanted(asking: Paging) -> dict[str, Any]:
    """Returns what the options ask for, as the questions of a ledger take it."""
    own = {"ledger", "format", "page", "plot", "name"}
    wanted = {f.name: getattr(asking, f.name) for f in fields(asking) if f.name not in own}
    return {**wanted, "offset": (asking.page - 1) * asking.limit}


def give(
    answer: Record,
    format: AnswerFormat,
    rows: Callable[[], Sequence[dict[str, Any]]],
    show: Callable[[Console], None],
) -> None:
    """Gives an answer on standard output.

    Args:
        answer: what is given as JSON.
        format: how it is given.
        rows: makes the rows that are given as CSV.
        show: prints it for the eye.
    """
    import json

    with open_output(None) as stream:
        if format is AnswerFormat.JSON:
            stream.write(json.dumps(answer.to_dict(), ensure_ascii=False) + "\n")
        elif format is AnswerFormat.CSV:
            from sayso.export.grid import write_rows

            write_rows(rows(), stream)
        else:
            from rich.console import Console

            show(Console(file=stream, markup=False, highlight=False, emoji=False))


def close(console: Console, answer: Answer, count: int, page: int) -> None:
    """Prints below an answer which rows it has and how to see more, or what may have been meant."""
    from rich.text import Text

    if count:
        line = f"rows {answer.offset + 1}–{answer.offset + count}"
        if answer.has_more:
            line += f"; --page {page + 1} shows more"
    else:
        line = "no more rows" if answer.offset else "nothing found"
    console.print(Text(line, style="dim"))
    if answer.hint is not None:
        console.print(Text(answer.hint))


def tell_origin(citation: Citation, id: str | None = None) -> str:
    """Tells in lines where something was read: outlet, headline and the article's id."""
    lines = [citation.outlet, citation.title, " ".join(filter(None, (citation.article, id)))]
    return "\n".join(line for line in lines if line)
