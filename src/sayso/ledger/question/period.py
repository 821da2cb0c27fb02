"""Period: a day, month, year or range of them, as a question names it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, String, and_, func, literal, or_, true

from sayso.errors import LedgerError

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DAY = 10  # characters


@dataclass(frozen=True, slots=True)
class Span:
    """The days from the first to the last, either of which may be open.

    Attributes:
        first: ISO date, or null where it is open.
        last: ISO date, or null where it is open.
    """

    first: str | None
    last: str | None

    def hold_day(self, day: ColumnElement[str | None]) -> ColumnElement[bool]:
        """Tells in SQL whether a full date lies within."""
        return self.hold(day, day)

    def hold(self, start: ColumnElement[str | None], end: ColumnElement[str | None]) -> ColumnElement[bool]:
        """Tells in SQL whether what begins at one date or datetime and ends at another lies within."""
        bounds: list[ColumnElement[bool]] = [true()]
        if self.first is not None:
            bounds.append(start >= self.first)
        if self.last is not None:
            bounds.append((end if end is start else func.substr(end, 1, _DAY)) <= self.last)
        return and_(start.is_not(None), *bounds)

    def touch(self, partial: ColumnElement[str | None]) -> ColumnElement[bool]:
        """Tells in SQL whether a date, which may be a month or a year, has days within."""
        bounds: list[ColumnElement[bool]] = [true()]
        if self.first is not None:
            shared = func.substr(literal(self.first, String), 1, func.length(partial))
            bounds.append(or_(partial >= self.first, partial == shared))
        if self.last is not None:
            bounds.append(partial <= self.last)
        return and_(partial.is_not(None), *bounds)


def parse_period(text: str) -> Span:
    """Parses "2026", "2026-05", "2026-05-03", and ranges such as "2026-05..2026-07-15", "2026..", "..2026".

    Raises:
        LedgerError: it is none of these (LDG010).
    """
    first, dots, last = text.strip().partition("..")
    if not dots:
        last = first
    if not first and not last:
        raise _refuse(text)
    span = Span(_find_edge(first, text)[0], _find_edge(last, text)[1])
    if span.first is not None and span.last is not None and span.first > span.last:
        raise _refuse(text)
    return span


def _find_edge(text: str, whole: str) -> tuple[str | None, str | None]:
    """Returns the first and the last day of a date."""
    if not text.strip():
        return None, None
    match = _DATE.fullmatch(text.strip())
    try:
        year, month, day = (int(part) if part else None for part in match.groups())  # type: ignore[union-attr]
        first = date(year or 0, month or 1, day or 1)
        last = first
        if day is None:
            month = month or 12
            last = date(first.year, month, monthrange(first.year, month)[1])
    except (AttributeError, ValueError) as error:
        raise _refuse(whole) from error
    return first.isoformat(), last.isoformat()


def _refuse(text: str) -> LedgerError:
    return LedgerError(
        "LDG010",
        f"{text!r} is no time",
        "write 2026, 2026-05, 2026-05-03 or a range such as 2026-05..2026-07",
    )
