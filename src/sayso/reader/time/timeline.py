"""Timeline: from where relative expressions are reckoned: publication, and what the text named before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sayso.model import Anchor, TimeType
from sayso.reader.time.period import Period, Unit
from sayso.reader.time.tense import tell_tense
from sayso.reader.time.word import Words
from sayso.vocab import load_table

UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "season": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX",
    "century": "XX",
}  # fmt: skip
"""What is written for a period that cannot be told."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value.
        start: first day or moment, ISO, or null.
        end: last one, likewise.
        anchor: what it was reckoned from.
        period: the part of the calendar that it is, or null.
    """

    type: TimeType
    value: str
    start: str | None = None
    end: str | None = None
    anchor: Anchor = "none"
    period: Period | None = None


def at(period: Period, anchor: Anchor = "none") -> Resolved:
    """Makes what an expression means that stands for a period; the months of a season are not known."""
    if not period.is_possible:
        return Resolved("DATE", UNKNOWN[period.unit])
    if period.unit == "season":
        return Resolved("DATE", period.value, None, None, anchor, period)
    start, end = period.first.isoformat(), period.last.isoformat()
    return Resolved("DATE", period.value, start, end, anchor, period)


def unknown(unit: Unit) -> Resolved:
    """Makes what an expression means whose period cannot be told."""
    return Resolved("DATE", UNKNOWN[unit])


@dataclass(slots=True)
class Timeline:
    """What is known at a place of a text about the time that it speaks of.

    Attributes:
        published: the day of publication, or null.
        words: the text with its tags and trees.
        start: offset of the expression that is being read.
        text: its text.
        clause: first and past-the-last offset of the whole of which it may be a part.
        within: what the expression means that says in which day or year this one lies, or null.
        mentioned: the periods that the text has named so far, with the offsets of their ends.
    """

    published: date | None
    words: Words
    start: int = 0
    text: str = ""
    clause: tuple[int, int] = (0, 0)
    within: Resolved | None = None
    mentioned: list[tuple[Period, int]] = field(default_factory=list)

    def today(self, unit: Unit) -> Period | None:
        """Returns the period that holds the day of publication."""
        return None if self.published is None else Period.of(unit, self.published)

    def reckon(self, unit: Unit, steps: int) -> Resolved:
        """Resolves to the period so many steps from that of publication, if that is known."""
        today = self.today(unit)
        return unknown(unit) if today is None else at(today.shift(steps), "published")

    def around(self, *units: Unit) -> Period | None:
        """Returns the period in which the expression lies by its own words, if of one of these units."""
        period = None if self.within is None else self.within.period
        return period if period is not None and period.unit in units else None

    def last(self, *units: Unit, near: bool = True) -> Period | None:
        """Returns the last period of one of these units that the text has named, not long before."""
        farthest = load_table("time")["limits"]["near_characters"]
        for period, end in reversed(self.mentioned):
            if near and self.start - end > farthest:
                return None
            if period.unit in units:
                return period
        return None

    @property
    def tense(self) -> int:
        """The tense around the expression: -1 past, 1 future, 0 where it cannot be told."""
        return tell_tense(self.words, *self.clause)

    def nearest(self, candidates: list[Period], graced: Unit | None = None) -> Period | None:
        """Returns the one of some periods that the text means by its tense, given the day of publication.

        A sentence in the past means the last one that has begun, one in the future the next that has not
        ended, and else the nearest is meant.

        Args:
            candidates: the periods, in their order.
            graced: the unit whose grace holds: a period so few days away is meant whatever the tense.
        """
        possible = [period for period in candidates if period.is_possible]
        if self.published is None or not possible:
            return None
        today = self.published
        tense = self.tense
        near = min(possible, key=lambda period: _distance(period, today))
        if graced is not None:
            past, future = load_table("time")["grace"][graced]
            if _distance(near, today) <= (future if near.first > today else past):
                return near
        begun = [period for period in possible if period.first <= today]
        ahead = [period for period in possible if period.last >= today]
        if tense < 0 and begun:
            return begun[-1]
        if tense > 0 and ahead:
            return ahead[0]
        # News tells more of what was than of what will be.
        return min(possible, key=lambda p: _distance(p, today) * (2 if p.first > today else 1))


def _distance(period: Period, day: date) -> int:
    """Returns how many days a period is away from a day; 0 if it holds it."""
    return max((period.first - day).days, (day - period.last).days, 0)
