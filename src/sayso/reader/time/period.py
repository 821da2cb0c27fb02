"""Period: a stretch of the calendar, such as a day, a week or a decade, counted from a fixed origin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]

MONTHS: dict[str, int] = {
    "month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200
}  # fmt: skip
"""How many months the units have that begin with a month."""
SEASONS = ("SP", "SU", "FA", "WI")
"""The northern seasons from March; winter has the name of the year in which it begins."""


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month … of the calendar.

    Attributes:
        unit: how long it is.
        index: which one it is, counted from the year 0, so that the next one has the next number.
    """

    unit: Unit
    index: int

    @classmethod
    def of(cls, unit: Unit, day: date) -> Period:
        """Returns the period of a unit that holds a day; for a weekend that of its week."""
        if unit == "day":
            return cls(unit, day.toordinal())
        if unit in ("week", "weekend"):
            return cls(unit, (day.toordinal() - 1) // 7)
        return cls(unit, (day.year * 12 + day.month - 1 - _offset(unit)) // MONTHS[unit])

    def shift(self, steps: int) -> Period:
        """Returns the period so many steps later."""
        return Period(self.unit, self.index + steps)

    def widen(self, unit: Unit) -> Period:
        """Returns the period of a longer unit that holds the first day of this one."""
        return Period.of(unit, self.first)

    @property
    def is_possible(self) -> bool:
        """Whether all of its days lie in the years 1 to 9998, but for the first decade and century."""
        if self.unit == "day":
            return 1 <= self.index <= _LAST_DAY
        if self.unit in ("week", "weekend"):
            return 0 <= self.index < _LAST_DAY // 7
        months = MONTHS[self.unit]
        return self.index >= 0 and 12 < (self.index + 1) * months <= 9999 * 12

    @property
    def first(self) -> date:
        """Its first day; of a season the first of the northern one."""
        if self.unit == "day":
            return date.fromordinal(self.index)
        if self.unit == "week":
            return date.fromordinal(self.index * 7 + 1)
        if self.unit == "weekend":
            return date.fromordinal(self.index * 7 + 6)
        return _first_of_month(max(self.index * MONTHS[self.unit] + _offset(self.unit), 12))

    @property
    def last(self) -> date:
        """Its last day; of a season the last of the northern one."""
        if self.unit == "day":
            return self.first
        if self.unit in ("week", "weekend"):
            return date.fromordinal(self.index * 7 + 7)
        after = (self.index + 1) * MONTHS[self.unit] + _offset(self.unit)
        return _first_of_month(after) - timedelta(days=1)

    @property
    def value(self) -> str:
        """Its TIMEX3 value.

        >>> Period.of("quarter", date(1989, 8, 1)).value
        '1989-Q3'
        """
        return _WRITERS[self.unit](self)


_LAST_DAY = date(9998, 12, 31).toordinal()


def _offset(unit: Unit) -> int:
    return 2 if unit == "season" else 0


def _first_of_month(months: int) -> date:
    year, month = divmod(months, 12)
    return date(year, month + 1, 1)


def _write_week(period: Period) -> str:
    year, week, _ = period.first.isocalendar()
    return f"{year:04}-W{week:02}" + ("-WE" if period.unit == "weekend" else "")


_WRITERS: dict[str, Callable[[Period], str]] = {
    "day": lambda period: period.first.isoformat(),
    "week": _write_week,
    "weekend": _write_week,
    "month": lambda period: period.first.isoformat()[:7],
    "season": lambda period: f"{period.index // 4:04}-{SEASONS[period.index % 4]}",
    "quarter": lambda period: f"{period.index // 4:04}-Q{period.index % 4 + 1}",
    "half": lambda period: f"{period.index // 2:04}-H{period.index % 2 + 1}",
    "year": lambda period: f"{period.index:04}",
    "decade": lambda period: f"{period.index:03}",
    "century": lambda period: f"{period.index:02}",
}
