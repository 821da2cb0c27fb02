"""Feasts: the reading of holidays, by the rule that says on which day of a year each falls."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sayso.reader.time.period import Period, Unit
from sayso.reader.time.rule import Expression
from sayso.reader.time.timeline import Resolved, Timeline
from sayso.reader.time.yearly import resolve_yearly
from sayso.vocab import load_table


def read_holiday(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "last Thanksgiving" and "Christmas Eve 1988"."""
    return _read("day", expression, timeline)


def read_holiday_week(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "Easter week"."""
    return _read("week", expression, timeline)


def _read(unit: Unit, expression: Expression, timeline: Timeline) -> Resolved | None:
    feast = _find_rule(timeline.text)

    def make(year: int) -> Period | None:
        day = _find_day(feast, year)
        return None if day is None else Period.of(unit, day)

    return resolve_yearly(make, expression, timeline)


def _find_rule(text: str) -> dict[str, Any]:
    """Returns how the day of the holiday that a text names is found."""
    name = " ".join(text.lower().replace("’", "'").replace("'s", " 's").split())
    holidays: dict[str, dict[str, Any]] = load_table("time")["holidays"]
    return holidays[max((key for key in holidays if key in name), key=len)]


def _find_day(feast: dict[str, Any], year: int) -> date | None:
    if "easter" in feast:
        return find_easter(year) + timedelta(days=feast["easter"])
    if "day" in feast:
        return date(year, feast["month"], feast["day"])
    return find_weekday(year, feast["month"], feast["weekday"], feast["nth"])


def find_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Returns the first, second … or, for -1, last day of a month that is this day of the week, or null.

    >>> find_weekday(2024, 11, 3, 4)
    datetime.date(2024, 11, 28)
    """
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    days = [one for week in range(5) if (one := day + timedelta(weeks=week)).month == month]
    return days[nth - 1 if nth > 0 else nth] if nth <= len(days) else None


def find_easter(year: int) -> date:
    """Returns Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of 1876).

    >>> find_easter(2024).isoformat()
    '2024-03-31'
    """
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + century - leap - shift + 15) % 30
    week = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
