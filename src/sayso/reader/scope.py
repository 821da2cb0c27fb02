"""Scope: what figures and events share in telling when something held, and on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Attribution, Place, Time
from sayso.reader.figure.word import Words

DAY = len("2000-01-01")
_DATE = re.compile(r"^(\d{4}|XXXX)(-\d\d(-\d\d)?)?(?=$|T)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text says of who speaks, when and where: its figures and events find their scope in it.

    Attributes:
        attributions: its attributions.
        times: its expressions of time.
        places: its places.
        published: ISO date of publication, or None.
    """

    attributions: Sequence[Attribution] = ()
    times: Sequence[Time] = ()
    places: Sequence[Place] = ()
    published: str | None = None


def read_date(time: Time) -> str | None:
    """Returns the date of a time to the day, month or year, else the first day of its stretch, or None."""
    match = _DATE.match(time.value)
    if time.type in ("DATE", "TIME") and match:
        return match.group()
    return time.start[:DAY] if time.type == "DATE" and time.start else None


def is_dateline(words: Words, time: Time) -> bool:
    """Tells whether a date is the whole of the first line."""
    return time.span.start == 0 and words.text[time.span.end : time.span.end + 1] == "\n"


def find_holder(start: int, end: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """Returns the innermost attribution whose content holds the characters [start, end): the shortest one."""
    holding = [
        (content.end - content.start, n)
        for n, attribution in enumerate(attributions)
        for content in attribution.content
        if content.start < end and start < content.end
    ]
    return attributions[min(holding)[1]] if holding else None
