"""Clock: the readings of times of day, such as "10 p.m." and "Monday night"."""

from __future__ import annotations

from sayso.model import Anchor
from sayso.reader.time.period import Period
from sayso.reader.time.rule import Expression
from sayso.reader.time.timeline import Resolved, Timeline, at
from sayso.vocab import load_table


def read_clock(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "10 p.m." on the day that its words name, else on the last day that the text does."""
    hour, minute = _hour(expression)
    if hour > 24 or (hour == 24 and minute):
        return None
    day, anchor = _day(timeline, None)
    clock = f"T{hour:02}:{minute:02}"
    if day is None or not day.shift(1).is_possible:
        return Resolved("TIME", f"XXXX-XX-XX{clock}")
    moment = f"{day.shift(1).value}T00:00" if hour == 24 else f"{day.value}{clock}"
    moment += expression.get("ZONE") or ""
    return Resolved("TIME", f"{day.value}{clock}", moment, moment, anchor, day)


def read_part(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "Monday night", "this morning", "tonight" and "overnight"; a night runs into the next day."""
    part = expression.get("PART", "TONIGHT", "OVERNIGHT")
    step = -1 if expression.get("OVERNIGHT") else 0 if expression.get("TONIGHT") else expression.get("STEP")
    that = expression.get("THAT", "SHIFT", "STEP")
    if timeline.within is None and that is not None and (step is None or step > 0):
        before = timeline.last("day")
        if before is not None:
            timeline.within = at(before.shift(that), "text")
        elif step is None:
            return Resolved("TIME", f"XXXX-XX-XXT{part}")
    day, anchor = _day(timeline, step)
    if day is None or not day.shift(1).is_possible:
        return Resolved("TIME", f"XXXX-XX-XXT{part}")
    end = day.shift(1) if part == "NI" else day
    return Resolved("TIME", f"{day.value}T{part}", day.value, end.value, anchor, day)


def _day(timeline: Timeline, step: int | None) -> tuple[Period | None, Anchor]:
    """Returns the day of a time of day, and from where it is reckoned."""
    if timeline.within is not None:
        return timeline.around("day"), timeline.within.anchor
    if step is None and (before := timeline.last("day")):
        return before, "text"
    today = timeline.today("day")
    return (None, "none") if today is None else (today.shift(step or 0), "published")


def _hour(expression: Expression) -> tuple[int, int]:
    """Returns hour and minute on the clock of 24 hours."""
    if word := expression.get("CLOCKWORD"):
        return word[0], word[1]
    hour, minute = expression.get("CLOCK", "DOTTED", "HHMM") or (expression.get("HOUR"), 0)
    shift: int | None = expression.get("AMPM")
    if shift is None and (part := expression.get("PART")):
        shift = load_table("time")["shifts"][part]
    return (hour, minute) if shift is None or hour > 12 else (hour % 12 + shift, minute)
