"""Units: the readings of "last week", "the third quarter", "the 1990s" and other named periods."""

from __future__ import annotations

from sayso.model import Anchor
from sayso.reader.time.period import SEASONS, Period, Unit
from sayso.reader.time.rule import Expression
from sayso.reader.time.stretch import move, read_span
from sayso.reader.time.timeline import Resolved, Timeline, at, unknown

NAMED: tuple[Unit, ...] = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


def read_relative(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "last week", "this month" and "next year"."""
    name, step = expression.get("UNIT"), expression.get("STEP")
    if name not in NAMED:
        return _read_rough(name, step)
    if name in ("decade", "century") and "past" in timeline.text.lower():
        return read_span(expression, timeline)
    if name == "day" and step == 1 and (before := timeline.last("day")) is not None:
        return at(before.shift(1), "text")
    today = timeline.today(name)
    if today is None:
        return unknown(name)
    if name == "weekend":
        # On a Monday to Friday "last weekend" is the one before this week's.
        step = step or (0 if timeline.tense > 0 else -1)
    return at(today.shift(step), "published")


def _read_rough(name: str, step: int) -> Resolved | None:
    """Reads "this minute" and "the next hour", which are finer than a day of publication tells."""
    return Resolved("DATE", ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[step])


def read_that(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "that year", "the following month" and "the previous week", from the last date of the text."""
    name, step = expression.get("UNIT"), expression.get("THAT")
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
    if _is_account(timeline):
        return Resolved("DURATION", "P1Y")
    name = expression.get("UNIT")
    if name is None:
        text = timeline.text.lower()
        name = next(unit for unit in ("weekend", "week", "month", "year") if text.endswith(unit))
    if name not in NAMED:
        return None
    today = timeline.today(name)
    if today is None:
        return unknown(name)
    if name == "weekend" and timeline.tense <= 0 and timeline.published and timeline.published.weekday() < 5:
        today = today.shift(-1)
    return at(today, "published")


def read_week_of(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the week of March 6"."""
    day = timeline.around("day")
    if day is None or timeline.within is None:
        return None
    return at(day.widen("week"), timeline.within.anchor)


def read_quarter(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the third quarter", "the fourth quarter of 1990", "the latest quarter" and "the 1988 period".

    Where the quarter has no number it is the one that the text spoke of last.
    """
    number, (year, anchor) = expression.get("ORDINAL"), _year(expression, timeline)
    if number is None:
        return _read_quarter_of_text(year, timeline)
    if number > 4:
        return None
    if year is not None:
        return at(Period("quarter", year * 4 + number - 1), anchor)
    today = timeline.today("quarter")
    if today is None:
        return Resolved("DATE", f"XXXX-Q{number}")
    back = (today.index - (number - 1)) % 4
    found = timeline.nearest([today.shift(-back), today.shift(4 - back)], "quarter")
    return None if found is None else at(found, "published")


def _read_quarter_of_text(year: int | None, timeline: Timeline) -> Resolved | None:
    before = timeline.last("quarter", near=False)
    if before is not None:
        shift = 0 if year is None else year * 4 + before.index % 4 - before.index
        return at(before.shift(shift), "text")
    if "quarter" not in timeline.text.lower():
        return None if year is None else at(Period("year", year))
    known = year if year is not None else timeline.published.year if timeline.published else None
    return Resolved("DATE", "XXXX-QX" if known is None else f"{known:04}-QX")


def read_contrast(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "a year earlier" and "the year-ago quarter": the quarter of the text, so many years before."""
    step = (expression.get("AGO", "AFTER") or -1) * int(expression.get("NUMBER") or 1)
    number = expression.get("ORDINAL")
    quarter = timeline.last("quarter", near=False)
    if number is not None:
        return _read_numbered(number, step, timeline)
    if quarter is not None and step == -1:
        return at(quarter.shift(-4), "text")
    if expression.get("AFTER") and (before := timeline.last("day", "month", "year")) is not None:
        moved = move(before.first, "year", step)
        return None if moved is None else at(Period.of("year", moved), "text")
    today = timeline.today("year")
    return unknown("year") if today is None else at(today.shift(step), "published")


def _read_numbered(number: int, step: int, timeline: Timeline) -> Resolved | None:
    today = timeline.today("quarter")
    if number > 4:
        return None
    if today is None:
        return Resolved("DATE", f"XXXX-Q{number}")
    return at(today.shift(4 * step - (today.index - number + 1) % 4), "published")


def read_quarters(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the first two quarters of 1990" and "the first nine months"."""
    number, year = expression.get("NUMBER"), _year(expression, timeline)[0]
    if "quarter" in timeline.text.lower():
        if number == 2 and year is not None:
            return at(Period("half", year * 2 + (0 if expression.get("ORDINAL") else 1)))
        return Resolved("DURATION", f"P{int(number)}Q")
    return Resolved("DURATION", f"P{int(number)}M")


def read_half(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the second half of 1989" and "the last half of the '80s"."""
    if (decade := expression.get("DECADE")) is not None:
        return at(Period("decade", decade))
    half = 1 if expression.get("ORDINAL") == 1 else 2
    if expression.get("ORDINAL") not in (None, 1, 2):
        return None
    year, anchor = _year(expression, timeline)
    if year is not None:
        return at(Period("half", year * 2 + half - 1), anchor)
    today = timeline.today("half")
    if today is None:
        return Resolved("DATE", f"XXXX-H{half}")
    back = (today.index - (half - 1)) % 2
    found = timeline.nearest([today.shift(-back), today.shift(2 - back)])
    return None if found is None else at(found, "published")


def read_season(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "last summer" and "the winter of 1994"."""
    season, (year, anchor) = expression.get("SEASON"), _year(expression, timeline)
    if year is not None:
        return at(Period("season", year * 4 + season), anchor)
    today = timeline.today("season")
    if today is None:
        return Resolved("DATE", f"XXXX-{SEASONS[season]}")
    back = (today.index - season) % 4
    step = expression.get("STEP")
    if step == -1:
        return at(today.shift(-(back or 4)), "published")
    if step == 1:
        return at(today.shift(4 - back), "published")
    found = timeline.nearest([today.shift(-back), today.shift(4 - back)] if back else [today])
    return None if found is None else at(found, "published")


def read_year(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "1989", "late 1990" and "'89"."""
    year = expression.get("YEAR")
    return at(Period("year", year if year is not None else 1900 + expression.get("YY")))


def read_fiscal(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "fiscal 1989" and "the current fiscal year"; its first and last days are not known."""
    year, anchor = _year(expression, timeline)
    step = expression.get("STEP")
    if year is None and _is_account(timeline):
        return Resolved("DURATION", "P1Y")
    if year is None and timeline.published is not None:
        year, anchor = timeline.published.year + (step or 0), "published"
    if year is None:
        return unknown("year")
    return Resolved("DATE", f"{year:04}", None, None, anchor, Period("year", year))


def read_year_end(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "year-end"."""
    today = timeline.today("year")
    return unknown("year") if today is None else at(today, "published")


def read_decade(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the early 1980s"."""
    return at(Period("decade", expression.get("DECADE")))


def read_century(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the 20th century", which TIMEX3 counts from 00."""
    return at(Period("century", expression.get("ORDINAL") - 1))


def _is_account(timeline: Timeline) -> bool:
    """Tells whether a year is one of accounts, told by its last day: "the year ended June 30"."""
    after = timeline.words.after(timeline.start + len(timeline.text))
    has_end = after is not None and after.lower in ("ended", "ending", "to", "through")
    return has_end and timeline.text.lower().endswith("year")


def _year(expression: Expression, timeline: Timeline) -> tuple[int | None, Anchor]:
    """Returns the year that the expression itself gives, and from where that is reckoned."""
    year = expression.get("YEAR")
    if year is not None:
        return year, "none"
    if (period := timeline.around("year")) and timeline.within:
        return period.index, timeline.within.anchor
    if expression.get("STEP") is not None and timeline.published is not None:
        return timeline.published.year + expression.get("STEP"), "published"
    return None, "none"
