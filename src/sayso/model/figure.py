"""Figure: a count of people, things or forces, with its bounds and its scope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Span

Bound = Literal["exact", "at_least", "more_than", "at_most", "less_than", "nearly", "about", "range", "vague"]
Measure = Literal[
    "killed",
    "injured",
    "missing",
    "displaced",
    "detained",
    "rescued",
    "infected",
    "attending",
    "forces",
    "destroyed",
    "other",
]
Basis = Literal["cumulative", "incident", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Record):
    """A count that an article gives.

    Attributes:
        id: unique within the reading.
        span: the quantity with its modifiers.
        low: smallest number that the words allow, or null.
        high: largest number that the words allow, or null.
        bound: how the words bound it.
        measure: what happened to those counted.
        of: the noun phrase counted, or null.
        place: id of the place, or null.
        as_of: ISO date, possibly partial, at which the count held, or null.
        since: ISO date, possibly partial, at which the count starts, or null.
        counter: who counts, or null where the article says it in its own voice.
        basis: whether the count is cumulative or of one incident.
        attribution: id of the innermost attribution that holds it, or null.
        confidence: probability that it is right, 0 to 1.
        part_of: id of the figure that this one is stated to be a part of, or null.
    """

    id: str
    span: Span
    low: int | None
    high: int | None
    bound: Bound
    measure: Measure
    of: Span | None
    place: str | None
    as_of: str | None
    since: str | None
    counter: str | None
    basis: Basis
    attribution: str | None
    confidence: float
    part_of: str | None = None
