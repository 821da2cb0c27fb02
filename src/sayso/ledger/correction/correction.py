"""Correction: what somebody says of one record of a reading, or of one that is missing from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.ledger.correction.quote import Quote
from sayso.model.record import Record

Kind = Literal["attribution", "figure", "event"]
Verdict = Literal["right", "wrong", "amended", "missing"]
State = Literal["holds", "moot", "loose", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Record):
    """Another value of one field.

    Attributes:
        field: name of the field.
        value: the value as it is written; the words where it is a span; null where there is none.
        quotes: where the words stand; several where the field holds several spans.
    """

    field: str
    value: str | None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Record):
    """That a correction no longer holds.

    Attributes:
        creator: who withdrew it.
        created: when, ISO in UTC.
        note: why, or null.
    """

    creator: str
    created: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Record):
    """What somebody says of a record.

    Attributes:
        id: its number in the ledger.
        article: id of the article, as of the revision that was corrected.
        label: the record's id in the reading that was corrected; null where it is missing from it.
        kind: attribution, figure or event.
        verdict: right or wrong as it was read, amended, or missing.
        anchor: the words that tell the record from others: content and cue, span, or trigger.
        amendments: the values that are given.
        creator: who says so.
        created: when, ISO in UTC.
        note: why, or null.
        withdrawal: that it was taken back, or null.
    """

    id: int
    article: str
    label: str | None
    kind: Kind
    verdict: Verdict
    anchor: tuple[Amendment, ...]
    amendments: tuple[Amendment, ...]
    creator: str
    created: str
    note: str | None
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast(Record):
    """What the machine reads in a field, and what a correction says instead.

    Attributes:
        field: name of the field.
        machine: the machine's value as words, or null where it has none.
        corrected: the value that is given, likewise.
    """

    field: str
    machine: str | None
    corrected: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Record):
    """A correction beside what it is about in one reading.

    Attributes:
        correction: the correction.
        state: holds; moot: wrong, and no longer read; loose: the words are gone; withdrawn.
        record: id of the record in the corrected reading, or null where there is none.
        words: the words that it is about, as they stand in the text, or as they stood.
        contrasts: what it changes.
        lost: fields whose new words are gone from the text, so that they stay as they were.
    """

    correction: Correction
    state: State
    record: str | None
    words: str
    contrasts: tuple[Contrast, ...] = ()
    lost: tuple[str, ...] = ()
