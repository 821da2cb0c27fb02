"""The dates of a count: as of when it held, and since when it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.model import Attribution, Time
from sayso.reader.figure.count import Count
from sayso.reader.figure.word import Words, find_kinds, measure_gap
from sayso.reader.scope import DAY, is_dateline, read_date
from sayso.vocab import load_table

_NEVER = "9999"
YEAR = len("2000")
_NEAR, _STEPS = 12, 2


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of time that gives a date.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        token: its first token.
        date: ISO date, possibly partial, or with an unknown year.
        happened: whether it is a day on which something can have happened: not after publication, not the
            date of a dateline, and not when somebody spoke.
    """

    start: int
    end: int
    token: int
    date: str
    happened: bool


class Calendar:
    """The dates that one text gives, among which each count finds its own."""

    def __init__(
        self,
        words: Words,
        times: Sequence[Time],
        attributions: Sequence[Attribution],
        published: str | None,
    ) -> None:
        self.words = words
        last = published[:DAY] if published else _NEVER
        cues = _list_cues(attributions)
        self.dates: list[Dated] = []
        for time in times:
            date, token = read_date(time), words.find(time.span.start)
            if date is None:
                continue
            happened = (
                len(date) == DAY
                and (date.startswith("XXXX") or date <= last)
                and not is_dateline(words, time)
                and not _tells_when_said(words, time, token, cues)
            )
            self.dates.append(Dated(time.span.start, time.span.end, token, date, happened))

    def find(self, count: Count) -> tuple[str | None, str | None]:
        """Returns the date at which a count held, and the one at which it starts, each ISO or None.

        A sentence without a date takes the last day before it in its paragraph, and a count of what befell
        somebody the first day of the text, if that stands before it.
        """
        held, since = self._find_near(count)
        since = since or self._find_since(count)
        if held or since:
            return held, since
        before = [d for d in self.dates if d.happened and d.start < count.start]
        paragraph = self.words.text.rfind("\n", 0, count.start)
        inside = [d for d in before if d.start > paragraph]
        if inside:
            return inside[-1].date, None
        befell = count.measure in load_table("figure_scope")["incident"]
        return (before[0].date if before and befell else None), None

    def _find_near(self, count: Count) -> tuple[str | None, str | None]:
        """Returns the nearest date of the sentence, and the one that "since" leads to."""
        words, table = self.words, set(load_table("figure_scope")["since"])
        near: list[tuple[int, str]] = []
        since: list[str] = []
        for dated in self.dates:
            if words.sentence[dated.token] != words.sentence[count.node] or self._qualifies(dated):
                continue
            if table.isdisjoint((words.lower[max(dated.token - 1, 0)], words.lower[dated.token])):
                near.append((measure_gap(count.start, count.end, dated.start, dated.end), dated.date))
            else:
                since.append(dated.date)
        return (min(near)[1] if near else None), (since[0] if since else None)

    def _qualifies(self, dated: Dated) -> bool:
        """Tells whether a year only says which thing is meant: "the 1973 building"."""
        head = self.words.head[dated.token]
        is_year = len(dated.date) == YEAR and head > dated.token
        return is_year and not find_kinds(self.words.lower[head]).isdisjoint(("person", "things", "vehicle"))

    def _find_since(self, count: Count) -> str | None:
        """Returns the date that a "since" without one looks back to ("12 have since died"), or None."""
        words, table = self.words, load_table("figure_scope")["since"]
        for at in range(max(0, count.node - _NEAR), min(len(words), count.node + _NEAR)):
            is_near = words.sentence[at] == words.sentence[count.node]
            if is_near and words.lower[at] in table and words.pos[at] == "ADV":
                return next((d.date for d in reversed(self.dates) if d.token < at), None)
        return None


def _list_cues(attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """Lists the attributions by the characters of their cues and sources."""
    listed: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        for span in (attribution.cue, attribution.source):
            for at in range(span.start, span.end) if span is not None else ():
                listed.setdefault(at, []).append(attribution)
    return listed


def _tells_when_said(words: Words, time: Time, token: int, cues: Mapping[int, Sequence[Attribution]]) -> bool:
    """Tells whether a date is when somebody spoke: it hangs on a cue or a source, outside of the content."""
    above = [words.starts[at] for at in islice(words.climb(token), _STEPS + 1)]
    spoken = (attribution for start in above for attribution in cues.get(start, ()))
    return any(not any(c.start <= time.span.start < c.end for c in a.content) for a in spoken)
