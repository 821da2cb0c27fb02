"""Date: when an article was published, from the forms in which sources write it."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Any

from sayso.vocab import load_table

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?", re.ASCII)


def parse_iso(value: str) -> str | None:
    """Returns an ISO date, or datetime with offset, as it stands; null for anything else.

    Other spellings of ISO 8601 (a space for the T, +0600, 20260409) come back in the usual one. A time
    without an offset is no instant, so only its date is kept.

    >>> parse_iso("2026-04-09T22:41:00+06:00")
    '2026-04-09T22:41:00+06:00'
    >>> parse_iso("2026-04-09 22:41")
    '2026-04-09'
    """
    value = value.strip()
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return None
    if _ISO.fullmatch(value):
        return value
    if moment.tzinfo is None:
        return moment.date().isoformat()
    return _write_moment(moment)


def _write_moment(moment: datetime.datetime) -> str:
    """Writes a moment with an offset in whole minutes, as the model has it."""
    offset = moment.utcoffset() or datetime.timedelta()
    zone = datetime.timezone(datetime.timedelta(minutes=round(offset.total_seconds() / 60)))
    return moment.replace(tzinfo=zone).isoformat()


def parse_date(line: str) -> str | None:
    """Reads a line that is a date, perhaps with a time, in the forms of newspapers; null for other lines.

    A time counts where its offset is given (UTC, GMT or +06:00); else the date alone comes back.

    >>> parse_date("Friday, April 24, 2026")
    '2026-04-24'
    >>> parse_date("9 April 2026, 22:41 GMT")
    '2026-04-09T22:41:00+00:00'
    """
    line = line.strip().rstrip(".")
    if iso := parse_iso(line):
        return iso
    for pattern in _line_patterns():
        if found := pattern.fullmatch(line):
            return _make_date(found.groupdict())
    return None


def search_date(text: str) -> str | None:
    """Finds the first date with day, month and year in a text; null where there is none."""
    found = [match for pattern in _date_patterns() if (match := pattern.search(text))]
    if not found:
        return None
    return _make_date(min(found, key=lambda match: match.start()).groupdict())


def _make_date(parts: dict[str, Any]) -> str | None:
    name = parts.get("name")
    month = load_table("month")["months"][name.lower()] if name else int(parts["month"])
    try:
        day = datetime.date(int(parts["year"]), month, int(parts["day"]))
        return _make_moment(day, parts) or day.isoformat()
    except ValueError:
        return None


def _make_moment(day: datetime.date, parts: dict[str, Any]) -> str | None:
    """Returns the moment on a day, or null where the offset or the minute is not given."""
    zone = parts.get("zone")
    offset = load_table("header")["zones"].get(zone.upper(), zone) if zone else None
    if not offset or offset[0] not in "+-" or parts.get("minute") is None:
        return None
    hour = int(parts["hour"])
    if half := parts.get("half"):
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    clock = f"{hour:02}:{int(parts['minute']):02}:{int(parts.get('second') or 0):02}"
    return parse_iso(f"{day.isoformat()}T{clock}{offset}")


@cache
def _line_patterns() -> tuple[re.Pattern[str], ...]:
    """A whole line: a date with a time behind it, or none."""
    time: str = load_table("header")["time"]
    return tuple(re.compile(f"{form}(?:{time})?", re.IGNORECASE) for form in _date_forms())


@cache
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{form}\b", re.IGNORECASE) for form in _date_forms())


def _date_forms() -> list[str]:
    return [fill_names(form) for form in load_table("header")["dates"]]


def fill_names(pattern: str) -> str:
    """Puts the names of months and weekdays into a pattern, where it says {month} and {weekday}."""
    table = load_table("month")
    months = "|".join(sorted(table["months"], key=len, reverse=True))
    weekdays = "|".join(sorted(table["weekdays"], key=len, reverse=True))
    return pattern.replace("{month}", months).replace("{weekday}", weekdays)
