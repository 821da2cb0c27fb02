"""Days: the readings of dates, weekdays and day words."""

from __future__ import annotations

from datetime import date

from sayso.reader.time.feast import find_weekday
from sayso.reader.time.period import Period
from sayso.reader.time.rule import Expression
from sayso.reader.time.timeline import Resolved, Timeline, at
from sayso.reader.time.yearly import CYCLE, get_month, recur, resolve_yearly


def read_iso(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "2023-10-07"."""
    try:
        return at(Period.of("day", date.fromisoformat(expression.get("ISO"))))
    except ValueError:
        return None


def read_slashed(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "10/31/2023" and "31/10/2023"; where day and month may be either, only the year is told."""
    if expression.get("NINE_ELEVEN"):
        return at(Period.of("day", date(2001, 9, 11)))
    one, two, year = (int(part) for part in expression.get("SLASHED").split("/"))
    if year < 100:
        return None
    month, day = (one, two) if one <= 12 else (two, one)
    found = _make_day(year, month, day)
    if found is None:
        return None
    return at(found) if max(one, two) > 12 or one == two else at(Period("year", year))


def read_date(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "October 7" and "Saturday, Oct. 7, 2023"."""
    month, day = get_month(expression), expression.get("DAY", "DAYTH")
    return resolve_yearly(lambda year: _make_day(year, month, day), expression, timeline, "day")


def read_again(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads the second day of "Oct. 7 and 8"; its month and its year, if known, are those of the first."""
    year, month, _ = ("", "", "") if timeline.within is None else timeline.within.value.split("-")
    if not month.isdigit():
        return None
    day = expression.get("DAY")
    found = _make_day(int(year) if year.isdigit() else CYCLE[0], int(month), day)
    if found is None or year.isdigit():
        return None if found is None else at(found, "text")
    return Resolved("DATE", f"{year}-{month}-{day:02}")


def read_weekday_of_month(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the first Sunday in June" and "the last Friday of March 2023"."""
    month, weekday, nth = get_month(expression), expression.get("WEEKDAY"), expression.get("ORDINAL") or -1

    def make(year: int) -> Period | None:
        day = find_weekday(year, month, weekday, nth)
        return None if day is None else Period.of("day", day)

    return resolve_yearly(make, expression, timeline, "day")


def read_last_day(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the last day of June"."""
    month = recur("month", get_month(expression) - 1)
    return resolve_yearly(lambda year: Period.of("day", month(year).last), expression, timeline, "day")


def read_weekday(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "Tuesday": the last one on or before publication, unless the tense says future."""
    weekday = expression.get("WEEKDAY")
    shift = expression.get("SHIFT") or 0
    if (week := timeline.around("week")) and timeline.within:
        return at(Period("day", week.index * 7 + 1 + weekday), timeline.within.anchor)
    if expression.get("THAT") is not None:
        return _weekday_of_text(expression.get("THAT"), weekday, timeline)
    today = timeline.today("day")
    if today is None:
        return Resolved("DATE", f"XXXX-WXX-{weekday + 1}")
    back = (today.first.weekday() - weekday) % 7
    step = expression.get("STEP")
    if step == 1 or (step != -1 and back and timeline.tense > 0):
        back -= 7
    elif step == -1:
        back = back or 7
    return at(today.shift(shift - back), "published")


def _weekday_of_text(step: int, weekday: int, timeline: Timeline) -> Resolved:
    before = timeline.last("day")
    if before is None:
        return Resolved("DATE", f"XXXX-WXX-{weekday + 1}")
    ahead = (weekday - before.first.weekday()) % 7
    return at(
        before.shift(ahead or 7) if step > 0 else before.shift(ahead - 7 if ahead or step else 0), "text"
    )


def read_dayword(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "yesterday" and "the day after tomorrow"."""
    return timeline.reckon("day", expression.get("DAYWORD") + (expression.get("SHIFT") or 0))


def _make_day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period.of("day", date(year, month, day))
    except ValueError:
        return None
