"""Overlay: corrections laid over a reading, which itself stays as the machine made it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sayso.ledger.correction.amend import Claim, amend, build, tell_field, tell_fields
from sayso.ledger.correction.correction import Amendment, Contrast, Correction, Kind, Remark, State
from sayso.ledger.correction.match import Places, find_record, place_anchor
from sayso.ledger.correction.scene import Scene, number_on
from sayso.ledger.correction.settle import settle
from sayso.ledger.correction.value import ELLIPSIS
from sayso.model import Reading
from sayso.model.record import Record
from sayso.vocab import load_table

Recall = Callable[[Correction], Reading]
"""Gives the reading that a correction was made on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay(Record):
    """A reading with what people say of it.

    Attributes:
        reading: what the machine reads, as it is.
        corrected: the reading with the corrections that hold; what people said has a confidence of 1.
        remarks: each correction beside what it is about, in the order in which they were made.
    """

    reading: Reading
    corrected: Reading
    remarks: tuple[Remark, ...]

    @property
    def reviewed(self) -> tuple[str, ...]:
        """The ids of the records of the corrected reading that people called right, amended or added."""
        labels = (remark.record for remark in self.remarks if remark.state == "holds")
        present = {claim.id for claim in list_claims(self.corrected)}
        return tuple(label for label in dict.fromkeys(labels) if label in present)


@dataclass(slots=True)
class Slot:
    """A record on its way through the corrections.

    Attributes:
        base: the record as the machine has it, or as it was added.
        is_added: whether the reading lacks it.
        is_dropped: whether it was called wrong.
        amendments: values by field; a field that is given again has the later value.
        is_reviewed: whether somebody said anything of it.
    """

    base: Claim
    is_added: bool = False
    is_dropped: bool = False
    amendments: dict[str, Amendment] = field(default_factory=dict)
    is_reviewed: bool = False


def lay(reading: Reading, corrections: Iterable[Correction], recall: Recall) -> Overlay:
    """Lays corrections over a reading of any revision of their article.

    Args:
        reading: what the machine reads.
        corrections: in the order in which they were made, withdrawn ones as well.
        recall: gives the reading that a correction was made on; asked only where its record is not read.
    """
    pile = Pile(reading, recall)
    remarks = tuple(pile.take(correction) for correction in corrections)
    return Overlay(reading=reading, corrected=pile.finish() if remarks else reading, remarks=remarks)


def list_claims(reading: Reading) -> tuple[Claim, ...]:
    """Lists the records of a reading that can be corrected."""
    return (*reading.attributions, *reading.figures, *reading.events)


class Pile:
    """The records of a reading while corrections are laid over them, one after the other."""

    def __init__(self, reading: Reading, recall: Recall) -> None:
        self._reading = reading
        self._recall = recall
        self._scene = Scene(reading)
        self._slots = [Slot(claim) for claim in list_claims(reading)]

    def take(self, correction: Correction) -> Remark:
        """Takes the next correction, and tells what it is about and whether it holds."""
        places = place_anchor(correction.anchor, self._scene.text)
        own, *_ = load_table("correction")["anchor"][correction.kind]
        if own not in places:
            told = next((part.value for part in correction.anchor if part.field == own), None)
            stands: State = "withdrawn" if correction.withdrawal else "loose"
            return Remark(correction=correction, state=stands, record=None, words=told or "")
        words = ELLIPSIS.join(span.text for span in places[own])
        number = find_record(correction.kind, places, (slot.base for slot in self._slots))
        slot = None if number is None else self._slots[number]
        state: State = "withdrawn"
        lost: tuple[str, ...] = ()
        if correction.withdrawal is None:
            slot = slot or self._revive(correction)
            state, lost = self._apply(correction, slot, places)
        return Remark(
            correction=correction,
            state=state,
            record=None if slot is None else slot.base.id,
            words=words,
            contrasts=() if slot is None else self._contrast(correction, slot),
            lost=lost,
        )

    def finish(self) -> Reading:
        """Makes the corrected reading."""
        claims = {}
        for slot in self._slots:
            if not slot.is_dropped:
                claims[slot.base.id] = self._form(slot)[0] if slot.is_reviewed else slot.base
        added = {slot.base.id for slot in self._slots if slot.is_added}
        return settle(self._reading, claims, added, tuple(self._scene.places))

    def _apply(
        self, correction: Correction, slot: Slot | None, places: Places
    ) -> tuple[State, tuple[str, ...]]:
        """Changes the record that a correction is about; tells whether it holds, and what fields are lost."""
        if slot is None:
            return ("moot" if correction.verdict == "wrong" else "loose"), ()
        slot.is_dropped = correction.verdict == "wrong"
        slot.is_reviewed = True
        if correction.verdict == "right":
            slot.amendments = {}
        slot.amendments |= {amendment.field: amendment for amendment in correction.amendments}
        lost = set(self._form(slot)[1])
        return "holds", tuple(a.field for a in correction.amendments if a.field in lost)

    def _form(self, slot: Slot) -> tuple[Claim, tuple[str, ...]]:
        return amend(slot.base, slot.amendments.values(), self._scene)

    def _revive(self, correction: Correction) -> Slot | None:
        """Makes a record that a correction tells of and the reading lacks; null if it need not be there."""
        if correction.verdict == "wrong":
            return None
        values = {part.field: part for part in correction.anchor}
        if correction.label is not None:
            origin = self._recall(correction)
            claim = next(claim for claim in list_claims(origin) if claim.id == correction.label)
            values |= {part.field: part for part in tell_fields(claim, Scene(origin))}
        else:
            values |= {part.field: part for part in correction.amendments}
        letter = load_table("correction")["letter"][correction.kind]
        label = number_on(letter, (slot.base.id for slot in self._slots))
        built, _ = build(correction.kind, values.values(), self._scene, label)
        if built is None:
            return None
        self._slots.append(slot := Slot(built, is_added=True))
        return slot

    def _contrast(self, correction: Correction, slot: Slot) -> tuple[Contrast, ...]:
        """Shows the values of a correction beside the machine's; a record that was added has none of it."""
        is_missing = slot.is_added and correction.verdict == "missing"
        contrasts = []
        for amendment in correction.amendments:
            machine = None if is_missing else tell_field(slot.base, amendment.field, self._scene).value
            if machine != amendment.value:
                contrasts.append(Contrast(field=amendment.field, machine=machine, corrected=amendment.value))
        return tuple(contrasts)


def find_twin(reading: Reading, kind: Kind, anchor: Iterable[Amendment]) -> Claim | None:
    """Finds the record of a reading that an anchor would be taken to be about, or null."""
    claims = list_claims(reading)
    places = place_anchor(anchor, reading.article.text)
    number = find_record(kind, places, claims)
    return None if number is None else claims[number]
