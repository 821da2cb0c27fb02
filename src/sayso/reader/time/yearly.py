"""Yearly: what comes once in every year, such as a date, a season or a feast, and which year is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import MAXYEAR, date

from sayso.model import Anchor
from sayso.reader.time.period import MONTHS, Period, Unit
from sayso.reader.time.rule import Expression
from sayso.reader.time.timeline import UNKNOWN, Resolved, Timeline, at

Maker = Callable[[int], Period | None]
"""Gives what is meant in any year, or null where that year lacks it, as most lack a February 29."""

CYCLE = range(2000, 2028)
"""The years after which the calendar repeats: every date is in them, on every day of the week."""
AROUND = range(-4, 5)
"""How far from the year of publication a year is looked for, in years: a February 29 is among them."""


def recur(unit: Unit, place: int) -> Callable[[int], Period]:
    """Makes the month, season, quarter or half that has this place in every year, counted from 0."""
    return lambda year: Period(unit, year * MONTHS["year"] // MONTHS[unit] + place)


def resolve_yearly(
    make: Maker, expression: Expression, timeline: Timeline, graced: Unit | None = None
) -> Resolved | None:
    """Resolves what comes once a year, in the year that the words give, or else in the one that they mean.

    A year that nothing tells is XXXX.

    Args:
        make: what is meant, in any year.
        expression: the expression; its step ("last", "this", "next") counts from the day of publication.
        timeline: what is known at its place.
        graced: the unit whose grace holds, as `Timeline.nearest` has it.
    """
    year, anchor = find_year(expression, timeline)
    if year is not None:
        given = make(year)
        return None if given is None else at(given, anchor)
    if (today := timeline.published) is None:
        return _resolve_without_year(make)
    years = [year for step in AROUND if 1 <= (year := today.year + step) < MAXYEAR]
    candidates = [period for year in years if (period := make(year)) and period.is_possible]
    step = expression.get("STEP")
    found = timeline.nearest(candidates, graced) if step is None else _take(step, candidates, today)
    return None if found is None else at(found, "published")


def _take(step: int, candidates: Sequence[Period], today: date) -> Period | None:
    """Returns the last one that is over, the one of this year, or the next one that has not begun."""
    if step < 0:
        # In March the February just over is "last month", and "last February" the one before.
        over = [period for period in candidates if period.shift(period.unit == "month").last < today]
        return over[-1] if over else None
    if step > 0:
        return next((period for period in candidates if period.first > today), None)
    running = (period for period in candidates if period.first <= today <= period.last)
    return next(running, None) or next((p for p in candidates if p.first.year == today.year), None)


def _resolve_without_year(make: Maker) -> Resolved | None:
    """Resolves what is the same in every year to that part of its value."""
    samples = [period for year in CYCLE if (period := make(year))]
    if not samples:
        return None
    tails = {period.value[4:] for period in samples}
    return Resolved("DATE", f"XXXX{tails.pop()}" if len(tails) == 1 else UNKNOWN[samples[0].unit])


def find_year(expression: Expression, timeline: Timeline) -> tuple[int | None, Anchor]:
    """Returns the year that the expression itself gives, and from where that is reckoned."""
    year = expression.get("YEAR")
    if year is not None:
        return year, "none"
    if (period := timeline.around("year")) and timeline.within:
        return period.index, timeline.within.anchor
    return None, "none"


def get_month(expression: Expression) -> int:
    """Returns the number of the month that the expression names."""
    month: int = expression.get("MONTH", "SHORT_MONTH")
    return month
