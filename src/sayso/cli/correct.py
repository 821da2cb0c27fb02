"""The command `correct`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from sayso.cli.failure import report_failures
from sayso.cli.ledger import choose_ledger, open_known
from sayso.vocab import load_table

if TYPE_CHECKING:
    from sayso.ledger import Correction, Editor

By = Annotated[
    str, typer.Option("--by", envvar="SAYSO_BY", show_envvar=False, help="Who corrects. [or: SAYSO_BY]")
]
Note = Annotated[str | None, typer.Option("--note", help="Why.")]
Keeper = Annotated[
    str | None,
    typer.Option(
        "--ledger", "-l", help="The ledger: an SQLite file or postgresql:// URL. [or: SAYSO_LEDGER]"
    ),
]


def _value(name: str, help: str) -> Any:
    return typer.Option(name, help=help, show_default=False)


Text = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is said of a record. The fields from `speaker` on are those of records."""

    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="URL or id of an article in the ledger.")]
    record: Annotated[
        Text, typer.Argument(metavar="RECORD", help="Id of a claim, figure or event: A3, F1, E2.")
    ] = None
    by: By
    right: Annotated[bool, typer.Option("--right", help="It is right as it was read.")] = False
    wrong: Annotated[bool, typer.Option("--wrong", help="It is wrong and should not be there.")] = False
    missing: Annotated[
        list[str] | None,
        _value(
            "--missing",
            "Words of a record that was not read: what was said (once for each part), a quantity, a trigger.",
        ),
    ] = None
    kind: Annotated[
        Literal["attribution", "figure", "event"], typer.Option("--kind", help="What is missing.")
    ] = "attribution"
    nth: Annotated[
        int | None, typer.Option("--nth", min=1, help="Which place of the missing words is meant, from 1.")
    ] = None
    note: Note = None
    ledger: Keeper = None
    speaker: Annotated[Text, _value("--speaker", "Name of the speaker.")] = None
    speaker_kind: Annotated[Text, _value("--speaker-kind", "named, role, anonymous or unresolved.")] = None
    act: Annotated[Text, _value("--act", "state, confirm, deny, accuse …")] = None
    quotation: Annotated[Text, _value("--quotation", "direct, indirect or mixed.")] = None
    source: Annotated[Text, _value("--source", "Words of the source.")] = None
    cue: Annotated[Text, _value("--cue", "Words of the cue.")] = None
    audience: Annotated[Text, _value("--audience", "Words of the audience.")] = None
    content: Annotated[list[str] | None, _value("--content", "What was said; once for each part of it.")] = (
        None
    )
    span: Annotated[Text, _value("--span", "Words of the quantity.")] = None
    low: Annotated[Text, _value("--low", "Smallest number.")] = None
    high: Annotated[Text, _value("--high", "Largest number.")] = None
    bound: Annotated[Text, _value("--bound", "exact, at_least, about …")] = None
    measure: Annotated[Text, _value("--measure", "killed, injured, missing …")] = None
    of: Annotated[Text, _value("--of", "Words of what is counted.")] = None
    as_of: Annotated[Text, _value("--as-of", "ISO date at which the count held.")] = None
    since: Annotated[Text, _value("--since", "ISO date at which the count starts.")] = None
    counter: Annotated[Text, _value("--counter", "Who counts.")] = None
    basis: Annotated[Text, _value("--basis", "cumulative, incident or unknown.")] = None
    place: Annotated[Text, _value("--place", "Name of the place, as the article says it.")] = None
    trigger: Annotated[Text, _value("--trigger", "The word that tells the event.")] = None
    type: Annotated[Text, _value("--type", "AGREE, ASSAULT, DISASTER …")] = None
    factuality: Annotated[Text, _value("--factuality", "happened, possible, planned …")] = None
    date: Annotated[Text, _value("--date", "ISO date of the event, or two with a slash between.")] = None
    actors: Annotated[list[str] | None, _value("--actor", "Words of who did it; once for each.")] = None
    recipients: Annotated[
        list[str] | None, _value("--recipient", "Words of whom it was done to; once for each.")
    ] = None


def correct(order: Order) -> None:
    """Says that a claim, figure or event of the newest reading of an article is right, wrong or missing.

    Or gives it other values; an empty one says that there is none. What is said is kept beside what the
    machine reads, with who said it and when; nothing is deleted. `sayso corrections` lists and exports it.

    The exit code is 0 if the correction is kept, 1 if it does not fit, 2 if the command was misused.
    """
    from sayso.cli.remark import describe_remark

    values = _list_values(order)
    _check(order, values)
    address = choose_ledger(order.ledger)
    with report_failures(), open_known(address) as ledger:
        from sayso.ledger import Editor

        made = _make(Editor(ledger, order.by), order, values)
        remarks = ledger.corrections(order.article).remarks
        typer.echo(next(describe_remark(remark) for remark in remarks if remark.correction.id == made.id))


def _list_values(order: Order) -> dict[str, Any]:
    """Lists the values that were given, by the fields of records; a list of nothing is none."""
    forms = load_table("correction")["field"]
    names = dict.fromkeys(name for kind in forms.values() for name in kind)
    given = {name: getattr(order, name) for name in names}
    return {
        name: None if value in ("", [""]) else value
        for name, value in given.items()
        if value is not None and value != []
    }


def _check(order: Order, values: dict[str, Any]) -> None:
    """Refuses what says nothing, or more than one thing."""
    if (order.record is None) != bool(order.missing):
        raise typer.BadParameter("name a RECORD, or give the words of one with --missing")
    said = sum((order.right, order.wrong, bool(values or order.missing)))
    if said != 1:
        raise typer.BadParameter("say that it is right, or wrong, or give values: one of the three")


def _make(editor: Editor, order: Order, values: dict[str, Any]) -> Correction:
    if order.record is None:
        own = load_table("correction")["anchor"][order.kind][0]
        first, *others = order.missing or [""]
        mark = first if order.nth is None else {"t": first, "n": order.nth}
        return editor.add(order.article, order.kind, note=order.note, **{own: [mark, *others], **values})
    if order.right:
        return editor.confirm(order.article, order.record, note=order.note)
    if order.wrong:
        return editor.reject(order.article, order.record, note=order.note)
    return editor.amend(order.article, order.record, note=order.note, **values)
