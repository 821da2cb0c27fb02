"""Moment: the mentions of one time, merged, as a reader of the views meets them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from sayso.export.merged import Merged, merge
from sayso.export.printable import flatten
from sayso.model import Reading, Time

_LENGTHS = {"DURATION": "duration", "SET": "recurring"}
_ANCHORS = {"published": "from publication", "text": "from the text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Merged[Time]):
    """An expression of time with all of its mentions."""

    @property
    def words(self) -> str:
        """The words of the first mention."""
        return flatten(self.records[0].span.text)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return flatten(self.records[0].value)

    @property
    def interval(self) -> str | None:
        """From when to when, or null where that is not known or the value says it."""
        ends = dict.fromkeys(flatten(end) for end in (self.records[0].start, self.records[0].end) if end)
        told = " to ".join(ends)
        return told if told and told != self.value else None

    @property
    def anchor(self) -> str:
        """What it was reckoned from; that it needs nothing; or that there is nothing to reckon it from."""
        time = self.records[0]
        if time.anchor != "none":
            return _ANCHORS[time.anchor]
        if time.type in _LENGTHS:
            return _LENGTHS[time.type]
        if time.value.endswith("_REF"):
            return "in general terms"
        return "unanchored" if "X" in time.value else "given in full"

    @property
    def title(self) -> str:
        """What it says in short."""
        return ", ".join(filter(None, (self.value, self.interval)))


def list_moments(reading: Reading) -> list[Moment]:
    """Lists the times of a reading in order of first mention, the same words for the same time merged."""
    return [Moment(number=number, records=times) for number, times in merge(reading.times, _tell_key)]


def _tell_key(time: Time) -> Hashable:
    return flatten(time.span.text).casefold(), time.value, time.start, time.end, time.anchor
