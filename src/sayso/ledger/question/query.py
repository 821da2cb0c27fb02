"""Query: what a question asks for."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, TypedDict, get_args

from sayso.errors import LedgerError
from sayso.ledger.question.period import Span, parse_period
from sayso.model import Act, Bound, EventType, Measure, Quotation, SpeakerKind

WORDS: dict[str, Any] = {
    "act": Act,
    "kind": SpeakerKind,
    "quotation": Quotation,
    "measure": Measure,
    "event": EventType,
    "bound": Bound,
}
"""The fields whose values are words of the model."""


class Wanted(TypedDict, total=False):
    """What a question may be narrowed by, and which part of the answer is given; see `Query`."""

    speaker: str | None
    actor: str | None
    outlet: str | None
    place: str | None
    published: str | None
    time: str | None
    act: str | None
    kind: str | None
    quotation: str | None
    measure: str | None
    event: str | None
    bound: str | None
    counter: str | None
    words: str | None
    meaning: str | None
    sort: str | None
    limit: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a question asks for; what is null narrows nothing.

    Names are matched without case and accents, and by any of their words: "temirbekova" finds "Aizada
    Temirbekova".

    Attributes:
        speaker: name of who says it.
        actor: name of who is mentioned in what is said.
        outlet: name of the outlet.
        place: name of a place that is mentioned, a GeoNames id, or an ISO 3166-1 country code.
        published: when the article came out: a day, month, year, or a range such as 2026-05..2026-07.
        time: when what is said happens, likewise.
        act: what is done by saying it.
        kind: named, role, anonymous or unresolved.
        quotation: direct, indirect or mixed.
        measure: what happened to those counted.
        event: PLOVER type of an event that is told of.
        bound: how a figure is bounded.
        counter: who counts.
        words: words that occur, in any form; "in quotation marks" one after the other, `or` between
            alternatives, `-` before those that must not occur.
        meaning: a text whose meaning is sought.
        sort: order of the rows; the question says which there are.
        limit: how many rows are given at most.
        offset: how many rows are left out before them.
    """

    speaker: str | None = None
    actor: str | None = None
    outlet: str | None = None
    place: str | None = None
    published: str | None = None
    time: str | None = None
    act: str | None = None
    kind: str | None = None
    quotation: str | None = None
    measure: str | None = None
    event: str | None = None
    bound: str | None = None
    counter: str | None = None
    words: str | None = None
    meaning: str | None = None
    sort: str | None = None
    limit: int = 20
    offset: int = 0

    def __post_init__(self) -> None:
        for name, words in WORDS.items():
            value, known = getattr(self, name), get_args(words)
            if value is not None and value not in known:
                raise refuse(f"{value!r} is no {name}", f"take one of {', '.join(known)}")
        if self.limit < 1 or self.offset < 0:
            raise refuse("a page has one row or more", "raise limit to 1 and offset to 0")

    @property
    def day(self) -> Span | None:
        """When the article came out."""
        return None if self.published is None else parse_period(self.published)

    @property
    def moment(self) -> Span | None:
        """When what is said happens."""
        return None if self.time is None else parse_period(self.time)

    @property
    def given(self) -> frozenset[str]:
        """The names of what narrows it."""
        own = {"sort", "limit", "offset"}
        return frozenset(
            f.name for f in fields(self) if f.name not in own and getattr(self, f.name) is not None
        )

    def allow(self, names: frozenset[str], sorts: tuple[str, ...]) -> str:
        """Checks that a question can be narrowed and sorted so; returns the order, the first one by default.

        Raises:
            LedgerError: it cannot (LDG010).
        """
        if extra := sorted(self.given - names):
            raise refuse(f"this question is not asked by {extra[0]}", f"use {', '.join(sorted(names))}")
        if self.sort is not None and self.sort not in sorts:
            raise refuse(f"{self.sort!r} is no order", f"take one of {', '.join(sorts)}")
        return self.sort or sorts[0]


def refuse(message: str, hint: str) -> LedgerError:
    """Makes the error that a question cannot be asked like this."""
    return LedgerError("LDG010", message, hint)
