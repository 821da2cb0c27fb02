"""Stretches: the readings of durations, distances ("two weeks ago") and sets ("every Friday")."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.reader.time.period import MONTHS, SEASONS, Period, Unit
from sayso.reader.time.rule import Expression
from sayso.reader.time.timeline import Resolved, Timeline, at, unknown
from sayso.vocab import load_table

CALENDAR: dict[str, tuple[Unit, float]] = {
    "day": ("day", 1), "night": ("day", 1), "week": ("week", 1), "weekend": ("week", 1),
    "fortnight": ("week", 2), "month": ("month", 1), "quarter": ("quarter", 1), "season": ("quarter", 1),
    "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000),
}  # fmt: skip
"""The units of stretches that the calendar counts, as a unit of periods and how many of it."""


def read_duration(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "more than two years", "36 hours", "half a century" and "months"."""
    unit = _unit(expression)
    if unit is None:
        return Resolved("DURATION", "PXX")
    if _is_someday(timeline):
        return Resolved("DATE", "FUTURE_REF")
    return Resolved("DURATION", _write(_amount(expression), unit))


def _is_someday(timeline: Timeline) -> bool:
    """Tells whether "one day" stands for a day to come, right before a plain verb ("will one day reopen")."""
    after = timeline.words.after(timeline.clause[1])
    is_verb_next = after is not None and after.tag == "VB"
    return is_verb_next and timeline.text.lower() in load_table("time")["somedays"]


def read_span(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the past three days": a duration that ends or begins with the day of publication."""
    unit, amount, step = _unit(expression) or "day", _amount(expression), expression.get("STEP")
    value = _write(amount, unit)
    if (
        timeline.published is None
        or amount is None
        or amount != int(amount)
        or unit not in CALENDAR
        or not step
    ):
        return Resolved("DURATION", value)
    base, factor = CALENDAR[unit]
    other = move(timeline.published, base, int(amount * factor) * step)
    if other is None:
        return Resolved("DURATION", value)
    start, end = sorted((timeline.published, other))
    return Resolved("DURATION", value, start.isoformat(), end.isoformat(), "published")


def read_recent(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "recent weeks" and "the coming months"."""
    unit = expression.get("UNITS")
    if (unit == "year" and "recent" in timeline.text.lower()) or timeline.text.lower().startswith("past"):
        return Resolved("DATE", "PAST_REF")
    return Resolved("DURATION", _write(None, unit))


def read_distance(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "two weeks ago", "two days later" and "a year earlier".

    What is later or earlier is reckoned from the last date of the text, if that is as fine as the unit, else
    from publication.
    """
    unit, amount = _unit(expression) or "day", _amount(expression)
    step = expression.get("AGO", "AFTER", "SHIFT") or 1
    if amount is None or unit not in CALENDAR:
        is_vague = unit in CALENDAR and expression.get("AGO") is not None
        return Resolved("DATE", "PAST_REF") if is_vague else Resolved("DURATION", _write(amount, unit))
    base, factor = CALENDAR[unit]
    count = round(amount * factor) * step
    if expression.get("AFTER", "SHIFT"):
        finer: tuple[Unit, ...] = ("day",) if base == "day" else ("day", "week", base, "month", "year")
        if (before := timeline.last(*finer)) is not None and (moved := _move_period(before, base, count)):
            return at(moved, "text")
        if step > 0 or expression.get("SHIFT"):
            return unknown(base)
    other = None if timeline.published is None else move(timeline.published, base, count)
    return unknown(base) if other is None else at(Period.of(base, other), "published")


def _move_period(period: Period, base: Unit, count: int) -> Period | None:
    """Moves a period of the text by so many units, in the finer one of both units."""
    if period.unit == base:
        return period.shift(count)
    if period.unit in ("year", "month") and base in ("day", "week"):
        return None
    if period.unit in ("year", "decade", "century"):
        return None
    moved = move(period.first, base, count)
    return None if moved is None else Period.of(period.unit, moved)


def move(day: date, unit: Unit, count: int) -> date | None:
    """Returns the day so many units later, the last of its month where that one is shorter; or null."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + count * MONTHS[unit]
        last = Period("month", months).last
        return last.replace(day=min(day.day, last.day))
    except (ValueError, OverflowError):
        return None


def read_set(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "every Friday", "each July", "Tuesday nights", "twice a week" and "every two years"."""
    part = f"T{name}" if (name := expression.get("PART", "PARTS")) else ""
    weekday = expression.get("WEEKDAY", "WEEKDAYS")
    if weekday is not None:
        return Resolved("SET", f"XXXX-WXX-{weekday + 1}{part}")
    if (month := expression.get("MONTH")) is not None:
        return Resolved("SET", f"XXXX-{month:02}")
    if (season := expression.get("SEASON")) is not None:
        return Resolved("SET", f"XXXX-{SEASONS[season]}")
    if part:
        return Resolved("SET", f"XXXX-XX-XX{part}")
    is_counted = expression.get("TIMES", "FOLD") is not None
    count = 1 if is_counted else expression.get("ALTERNATE", "NUMBER", "VAGUE") or 1
    return Resolved("SET", _write(None if count == "X" else count, _unit(expression) or "day"))


def read_frequency(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "weekly" and "annually"."""
    return Resolved("SET", expression.get("FREQUENCY"))


def read_reference(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "now", "recently" and "the future", which name no part of the calendar."""
    return Resolved("DATE", expression.rule["value"])


def _unit(expression: Expression) -> str | None:
    unit: str | None = expression.get("UNIT", "UNITS")
    return unit


def _amount(expression: Expression) -> float | None:
    """Returns how many units are meant, or null where the words leave it open."""
    half = 0.5 if expression.get("HALF") else 0
    if expression.get("VAGUE"):
        return None
    number: float | None = expression.get("COUPLE", "NUMBER")
    if number is None and (expression.get("AN") is not None or (expression.get("UNIT") and not half)):
        number = 0 if half and expression.rule["name"] == "half a unit" else 1
    if number is None:
        return half or None
    return number + half


def _write(amount: float | None, unit: str) -> str:
    """Writes a TIMEX3 duration; a broken amount is written in whole smaller units.

    >>> _write(2.5, "year")
    'P2Y6M'
    """
    durations, halves = load_table("time")["durations"], load_table("time")["halves"]
    time, letter, factor = durations[unit]
    if amount is None:
        return f"P{time}X{letter}"
    if amount == int(amount):
        return f"P{time}{int(amount) * factor}{letter}"
    smaller, count = halves.get(unit, (unit, 1))
    whole, rest = int(amount), round((amount % 1) * count)
    small_time, small_letter, small_factor = durations[smaller]
    head = f"{whole * factor}{letter}" if whole else ""
    if factor > 1:
        return f"P{time}{round(amount * factor)}{letter}"
    join = time if time and whole else small_time if not whole else time or small_time
    tail = f"{rest * small_factor}{small_letter}"
    return f"P{head}{small_time}{tail}" if small_time != time else f"P{join}{head}{tail}"
