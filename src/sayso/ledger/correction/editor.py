"""Editor: somebody who says of readings what is right and what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.errors import LedgerError, ModelError
from sayso.ledger.correction.amend import Claim, amend, build, list_own, tell_field, tell_fields, tell_kind
from sayso.ledger.correction.complete import complete
from sayso.ledger.correction.correction import Amendment, Correction, Kind, Verdict, Withdrawal
from sayso.ledger.correction.load import load_overlay
from sayso.ledger.correction.overlay import find_twin, list_claims
from sayso.ledger.correction.row import add_correction, add_withdrawal, load_correction, tell_time
from sayso.ledger.correction.scene import Scene
from sayso.ledger.correction.value import read_amendments, refuse
from sayso.ledger.ledger import Ledger
from sayso.ledger.record import find_reading, load_reading
from sayso.model import Reading
from sayso.vocab import load_table

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Editor:
    """Writes corrections of the newest reading of an article; nothing is deleted or written over.

    An address is the URL of an article or the id of any of its revisions; a label is a record's id in the
    newest reading, such as A3, F1 or E2. Values are the fields of the record by name; null or an empty string
    says that there is none. Spans are given by the words of the article, or as `{"t": words, "n": 3}` for the
    third place at which they stand. All methods raise LedgerError where a correction does not fit (LDG008),
    the article is unknown (LDG007) or the ledger cannot be written (LDG001).

    Args:
        ledger: the ledger.
        name: who corrects.
    """

    def __init__(self, ledger: Ledger, name: str) -> None:
        if not name.strip():
            raise refuse("it does not say who corrects", "give a name")
        self._ledger = ledger
        self._name = name.strip()

    def confirm(self, address: str, label: str, *, note: str | None = None) -> Correction:
        """Says that a record is right as the machine reads it."""
        return self._judge(address, label, "right", note)

    def reject(self, address: str, label: str, *, note: str | None = None) -> Correction:
        """Says that a record is wrong and should not be there."""
        return self._judge(address, label, "wrong", note)

    def amend(self, address: str, label: str, *, note: str | None = None, **values: object) -> Correction:
        """Gives other values for fields of a record: `amend(url, "A3", speaker="Ana Brodnik")`.

        A figure has low, high, bound, measure, place, as_of, since, counter, basis, span and of; an event
        type, factuality, place, date, trigger, actors and recipients; an attribution speaker, speaker_kind,
        act, quotation, source, cue, content and audience.
        """
        with self._open(address) as (connection, key, reading):
            claim, scene = _pick(reading, label), Scene(reading)
            kind = tell_kind(claim)
            given = read_amendments(kind, values, scene.text, list_own(claim))
            if not given:
                raise refuse("no value is given", "give one, or say that the record is right or wrong")
            machine = {part.field: part for part in tell_fields(claim, scene)}
            amendments = complete(kind, given, machine)
            with _check_values():
                _deny_lost(amend(claim, amendments, scene)[1], amendments)
            made = self._make(reading, kind, "amended", _anchor(claim, scene), note)
            return add_correction(connection, replace(made, label=label, amendments=amendments), key)

    def add(self, address: str, kind: Kind, *, note: str | None = None, **values: object) -> Correction:
        """Adds a record that is missing: `add(url, "attribution", content="…", cue="said", speaker="…")`.

        An attribution needs its content, a figure its span, measure and low or high, an event its trigger and
        type. What else is not given is the usual: the act is to state, an event happened, and a speaker of
        whom nothing is said is anonymous.
        """
        with self._open(address) as (connection, key, reading):
            scene = Scene(reading)
            given = complete(kind, read_amendments(kind, values, scene.text), None)
            fields = load_table("correction")["anchor"][kind]
            anchor = tuple(part for part in given if part.field in fields and part.quotes)
            if (twin := find_twin(load_overlay(connection, reading).corrected, kind, anchor)) is not None:
                hint = "correct that one, or give the cue that tells this claim from it"
                raise refuse(f"the {kind} is there already, as {twin.id}", hint)
            with _check_values():
                _deny_lost(build(kind, given, scene, "")[1], given)
            made = self._make(reading, kind, "missing", anchor, note)
            rest = tuple(part for part in given if part not in anchor)
            return add_correction(connection, replace(made, amendments=rest), key)

    def withdraw(self, number: int, *, note: str | None = None) -> Correction:
        """Takes a correction back; it stays in the ledger and no longer holds.

        Raises:
            LedgerError: there is no such correction, or it was taken back before (LDG009).
        """
        with self._ledger.store.write() as connection:
            known = load_correction(connection, number)
            if known is None or known.withdrawal is not None:
                what = (
                    f"there is no correction {number}" if known is None else f"{number} is withdrawn already"
                )
                raise LedgerError("LDG009", what, "`sayso corrections list` shows their numbers")
            withdrawal = Withdrawal(creator=self._name, created=tell_time(), note=note)
            add_withdrawal(connection, number, withdrawal)
            return replace(known, withdrawal=withdrawal)

    def _judge(self, address: str, label: str, verdict: Verdict, note: str | None) -> Correction:
        with self._open(address) as (connection, key, reading):
            claim = _pick(reading, label)
            made = self._make(reading, tell_kind(claim), verdict, _anchor(claim, Scene(reading)), note)
            return add_correction(connection, replace(made, label=label), key)

    @contextmanager
    def _open(self, address: str) -> Iterator[tuple[Connection, int, Reading]]:
        """Opens the newest reading of an article in a transaction of its own."""
        with self._ledger.store.write() as connection:
            key = find_reading(connection, address, None)
            yield connection, key, load_reading(connection, key)

    def _make(
        self, reading: Reading, kind: Kind, verdict: Verdict, anchor: tuple[Amendment, ...], note: str | None
    ) -> Correction:
        return Correction(
            id=0,
            article=reading.article.id,
            label=None,
            kind=kind,
            verdict=verdict,
            anchor=anchor,
            amendments=(),
            creator=self._name,
            created=tell_time(),
            note=note,
        )


def _anchor(claim: Claim, scene: Scene) -> tuple[Amendment, ...]:
    """Quotes the words that a record is told by."""
    fields = load_table("correction")["anchor"][tell_kind(claim)]
    parts = (tell_field(claim, field, scene) for field in fields)
    return tuple(part for part in parts if part.quotes)


def _pick(reading: Reading, label: str) -> Claim:
    """Picks a record by its id."""
    claims = list_claims(reading)
    found = next((claim for claim in claims if claim.id == label), None)
    if found is None:
        named = ", ".join(claim.id for claim in claims) or "none"
        raise refuse(f"the newest reading has no {label}", f"it has {named}")
    return found


@contextmanager
def _check_values() -> Iterator[None]:
    """Turns what the model says of a value into what a correction says of it."""
    try:
        yield
    except ModelError as error:
        raise refuse(error.message, "give one of these") from error


def _deny_lost(lost: Iterable[str], amendments: Iterable[Amendment]) -> None:
    """Refuses what the article does not name."""
    values = {part.field: part.value for part in amendments}
    for field in lost:
        raise refuse(
            f"the article does not name the {field} {values[field]!r}", "give it in the article's words"
        )
