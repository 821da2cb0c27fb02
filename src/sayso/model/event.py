"""Event: a happening of a PLOVER type, or a disaster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Span

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "DISASTER",
]
Factuality = Literal["happened", "possible", "planned", "denied", "not_happened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Record):
    """A stretch of days.

    Attributes:
        start: first day, ISO, possibly partial.
        end: last day, likewise.
    """

    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """A happening that an article reports.

    Attributes:
        id: unique within the reading.
        trigger: the word that tells it best.
        type: PLOVER type, or DISASTER.
        actors: who did it, as spans.
        recipients: to whom it was done, as spans.
        place: id of the place, or null.
        date: when, or null.
        factuality: whether it happened, may have, is planned, or somebody denies it.
        attribution: id of the attribution that holds it, or null.
        confidence: probability that it is right, 0 to 1.
    """

    id: str
    trigger: Span
    type: EventType
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    place: str | None
    date: Period | None
    factuality: Factuality
    attribution: str | None
    confidence: float
