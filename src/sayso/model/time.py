"""Time: an expression of time with its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "text", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Record):
    """An expression of time.

    Attributes:
        id: unique within the reading.
        span: the expression.
        type: TIMEX3 type.
        value: TIMEX3 value.
        start: first instant, ISO, or null where it cannot be anchored.
        end: last instant, likewise.
        anchor: what a relative expression was reckoned from.
    """

    id: str
    span: Span
    type: TimeType
    value: str
    start: str | None
    end: str | None
    anchor: Anchor
