"""Days: the readings of dates, weekdays, day words, months and holidays."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import Any

from sayso.model import Anchor
from sayso.reader.time.period import Period
from sayso.reader.time.rule import Expression
from sayso.reader.time.timeline import Resolved, Timeline, at, unknown
from sayso.vocab import load_table


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
    month, day = _month(expression), expression.get("DAY", "DAYTH")
    return _place_day(timeline, month, day, *_year(expression, timeline))


def read_again(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads the second day of "Oct. 7 and 8"."""
    before = timeline.last("day")
    if before is None:
        return None
    return _place_day(timeline, before.first.month, expression.get("DAY"), before.first.year, "text")


def _place_day(
    timeline: Timeline, month: int, day: int, year: int | None, anchor: Anchor = "none"
) -> Resolved | None:
    """Resolves a day of a month; a year that nothing tells is XXXX."""
    if year is not None:
        found = _make_day(year, month, day)
        return None if found is None else at(found, anchor)
    if _make_day(2000, month, day) is None:
        return None
    if timeline.published is not None:
        years = range(timeline.published.year - 4, min(timeline.published.year + 5, MAXYEAR))
        days = [found for year in years if (found := _make_day(year, month, day))]
        if found := timeline.nearest(days, "day"):
            return at(found, "published")
    return Resolved("DATE", f"XXXX-{month:02}-{day:02}")


def read_month(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "October", "mid-October 2023" and "last October"."""
    month, (year, anchor) = _month(expression), _year(expression, timeline)
    if year is not None:
        return at(Period("month", year * 12 + month - 1), anchor)
    today = timeline.today("month")
    if today is None:
        return Resolved("DATE", f"XXXX-{month:02}")
    back = (today.index - (month - 1)) % 12
    match expression.get("STEP"):
        case -1:
            return at(today.shift(-(back if back > 1 else back + 12)), "published")
        case 1:
            return at(today.shift(12 - back), "published")
        case 0:
            return at(Period("month", today.index // 12 * 12 + month - 1), "published")
    candidates = [today.shift(-back), today.shift(12 - back)] if back else [today]
    found = timeline.nearest(candidates, "month")
    return None if found is None else at(found, "published")


def read_weekday(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "Tuesday": the last one on or before publication, unless the tense says future."""
    weekday = expression.get("WEEKDAY")
    shift = expression.get("SHIFT") or 0
    if week := timeline.around("week"):
        return at(Period("day", week.index * 7 + 1 + weekday), "published")
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
    anchor: Anchor = "text"
    if before is None:
        before, anchor = timeline.today("day"), "published"
    if before is None:
        return Resolved("DATE", f"XXXX-WXX-{weekday + 1}")
    ahead = (weekday - before.first.weekday()) % 7
    return at(
        before.shift(ahead or 7) if step > 0 else before.shift(ahead - 7 if ahead or step else 0), anchor
    )


def read_dayword(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "yesterday" and "the day after tomorrow"."""
    today = timeline.today("day")
    if today is None:
        return unknown("day")
    return at(today.shift(expression.get("DAYWORD") + (expression.get("SHIFT") or 0)), "published")


def read_holiday(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "last Thanksgiving" and "Christmas Eve 1988"."""
    feast = _find_rule(timeline.text)
    year, anchor = _year(expression, timeline)
    if year is not None:
        return at(Period.of("day", _find_feast(feast, year)), anchor)
    if timeline.published is None:
        known = "day" in feast
        return Resolved("DATE", f"XXXX-{feast['month']:02}-{feast['day']:02}" if known else "XXXX-XX-XX")
    years = range(max(timeline.published.year - 1, 1), min(timeline.published.year + 2, MAXYEAR))
    days = [Period.of("day", _find_feast(feast, year)) for year in years]
    step = expression.get("STEP")
    if step == -1:
        return at([day for day in days if day.first < timeline.published][-1], "published")
    if step == 1:
        return at(next(day for day in days if day.first > timeline.published), "published")
    found = timeline.nearest(days)
    return None if found is None else at(found, "published")


def _find_rule(text: str) -> dict[str, Any]:
    """Returns how the day of the holiday that a text names is found."""
    name = " ".join(text.lower().replace("’", "'").replace("'s", " 's").split())
    holidays: dict[str, dict[str, Any]] = load_table("time")["holidays"]
    return holidays[max((key for key in holidays if key in name), key=len)]


def _find_feast(feast: dict[str, Any], year: int) -> date:
    if "easter" in feast:
        return find_easter(year) + timedelta(days=feast["easter"])
    if "day" in feast:
        return date(year, feast["month"], feast["day"])
    first = date(year, feast["month"], 1)
    day = first + timedelta(days=(feast["weekday"] - first.weekday()) % 7)
    days = [day + timedelta(weeks=week) for week in range(5)]
    nth: int = feast["nth"]
    return [one for one in days if one.month == feast["month"]][nth - 1 if nth > 0 else nth]


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


def _month(expression: Expression) -> int:
    month: int = expression.get("MONTH", "SHORT_MONTH")
    return month


def _year(expression: Expression, timeline: Timeline) -> tuple[int | None, Anchor]:
    """Returns the year that the expression itself gives, and from where that is reckoned."""
    year = expression.get("YEAR")
    if year is not None:
        return year, "none"
    if period := timeline.around("year"):
        return period.index, timeline.within.anchor if timeline.within else "none"
    return None, "none"


def _make_day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period.of("day", date(year, month, day))
    except ValueError:
        return None
