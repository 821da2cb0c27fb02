"""Moment: the mentions of one time, merged, as a reader of the views meets them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from sayso.export.number import tell_number
from sayso.export.printable import flatten
from sayso.model import Reading, Span, Time

_LENGTHS = {"DURATION": "duration", "SET": "recurring"}
_ANCHORS = {"published": "from publication", "text": "from the text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An expression of time with all of its mentions.

    Attributes:
        number: from 1, in the order of the text.
        times: its mentions, one at least.
    """

    number: int
    times: tuple[Time, ...]

    @property
    def words(self) -> str:
        """The words of the first mention."""
        return flatten(self.times[0].span.text)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return flatten(self.times[0].value)

    @property
    def interval(self) -> str | None:
        """From when to when, or null where that is not known or the value says it."""
        ends = dict.fromkeys(flatten(end) for end in (self.times[0].start, self.times[0].end) if end)
        told = " to ".join(ends)
        return told if told and told != self.value else None

    @property
    def anchor(self) -> str:
        """What it was reckoned from; that it needs nothing; or that there is nothing to reckon it from."""
        time = self.times[0]
        if time.anchor != "none":
            return _ANCHORS[time.anchor]
        if time.type in _LENGTHS:
            return _LENGTHS[time.type]
        if time.value.endswith("_REF"):
            return "in general terms"
        return "unanchored" if "X" in time.value else "given in full"

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it is mentioned."""
        return tuple(time.span for time in self.times)

    @property
    def title(self) -> str:
        """What it says in short."""
        return ", ".join(filter(None, (self.value, self.interval)))

    @property
    def mentions(self) -> str:
        """How often it is mentioned."""
        return tell_number(len(self.times), "mention")


def list_moments(reading: Reading) -> list[Moment]:
    """Lists the times of a reading in order of first mention, the same words for the same time merged."""
    merged: dict[Hashable, list[Time]] = {}
    for time in sorted(reading.times, key=lambda time: time.span.start):
        words = flatten(time.span.text).casefold()
        merged.setdefault((words, time.value, time.start, time.end, time.anchor), []).append(time)
    return [
        Moment(number=number, times=tuple(times)) for number, times in enumerate(merged.values(), start=1)
    ]
