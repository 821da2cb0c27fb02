"""Units: the readings of "last week", "October", "the summer", "the 1990s" and other named periods."""

from __future__ import annotations

from sayso.reader.time.account import is_year_of_accounts, withhold
from sayso.reader.time.period import Period, Unit
from sayso.reader.time.rule import Expression
from sayso.reader.time.stretch import read_span
from sayso.reader.time.timeline import Resolved, Timeline, at, unknown
from sayso.reader.time.yearly import get_month, recur, resolve_yearly

NAMED: tuple[Unit, ...] = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")

_ROUGH = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def read_relative(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "last week", "this month" and "next year"."""
    name, step = expression.get("UNIT"), expression.get("STEP")
    if name not in NAMED:
        # "This minute" and "the next hour" are finer than a day of publication tells.
        return Resolved("DATE", _ROUGH[step])
    if name in ("decade", "century") and "past" in timeline.text.lower():
        return read_span(expression, timeline)
    if step == 1 and _follows(name, timeline) and (before := timeline.last(*_no_longer_than(name))):
        return at(before.widen(name).shift(1), "text")
    if name == "weekend":
        # On a Monday to Friday "last weekend" is the one before this week's.
        step = step or (0 if timeline.tense > 0 else -1)
    return timeline.reckon(name, step)


def _follows(name: Unit, timeline: Timeline) -> bool:
    """Tells whether "the next day" or, told in the past, "the next month" follows a date of the text."""
    return name == "day" or (timeline.text.lower().startswith("the ") and timeline.tense < 0)


def read_that(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "that year", "the following month" and "the previous week", from the last date of the text."""
    name, step = expression.get("UNIT"), expression.get("THAT", "SHIFT")
    if name not in NAMED:
        return None
    before = timeline.last(*_no_longer_than(name))
    if before is not None:
        return at(before.widen(name).shift(step), "text")
    return unknown(name)


def _no_longer_than(unit: Unit) -> tuple[Unit, ...]:
    order: tuple[Unit, ...] = (
        "day",
        "weekend",
        "week",
        "month",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
    )
    return order[: order.index(unit) + 1]


def read_running(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the weekend", "the year" and "the end of the month": those in which the article speaks."""
    if is_year_of_accounts(timeline):
        return Resolved("DURATION", "P1Y")
    name = expression.get("UNIT")
    if name not in NAMED:
        return None
    on_weekday = timeline.published is not None and timeline.published.weekday() < 5
    return timeline.reckon(name, -1 if name == "weekend" and on_weekday and timeline.tense <= 0 else 0)


def read_week_of(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the week of March 6"."""
    day = timeline.around("day")
    if day is None or timeline.within is None:
        return None
    return at(day.widen("week"), timeline.within.anchor)


def read_month(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "October", "mid-October 2023" and "last October"."""
    return resolve_yearly(recur("month", get_month(expression) - 1), expression, timeline, "month")


def read_season(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "last summer" and "the winter of 1994"."""
    return resolve_yearly(recur("season", expression.get("SEASON")), expression, timeline)


def read_year(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "1989", "late 1990" and "'89", which is the last such year that is not after publication."""
    year, short = expression.get("YEAR"), expression.get("YY")
    if year is not None:
        return at(Period("year", year))
    if timeline.published is None:
        return Resolved("DATE", f"XX{short:02}")
    return at(Period("year", timeline.published.year - (timeline.published.year - short) % 100), "published")


def read_bound(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "pre-1967": the year is told, and not where the stretch before or after it ends."""
    return withhold(at(Period("year", expression.get("YEAR"))))


def read_year_end(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "year-end"."""
    return timeline.reckon("year", 0)


def read_decade(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the early 1980s"."""
    return at(Period("decade", expression.get("DECADE")))


def read_century(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the 20th century", which TIMEX3 counts from 00."""
    return at(Period("century", expression.get("ORDINAL") - 1))
