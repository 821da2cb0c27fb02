"""The scope of a happening: when and where, by the sentence that tells of it and those before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Place, Time
from sayso.model.event import Event, Period
from sayso.reader.figure.word import Words
from sayso.reader.scope import DAY, Setting, is_dateline, read_date
from sayso.vocab import load_table

FAR = 40
"""More steps than there are between any two words of a sentence that bear on each other."""
YEAR = len("2000")


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of time that gives a date: its first character, its last word, and the date."""

    start: int
    word: int
    period: Period


def list_dates(words: Words, times: Sequence[Time]) -> list[Dated]:
    """Lists the expressions of time that give a date; the dateline and what only bounds one give none."""
    dates = []
    for time in times:
        date = read_date(time)
        if date is None or is_dateline(words, time) or len(time.value) < YEAR:
            continue
        first = words.find(time.span.start)
        if words.lower[max(first - 1, 0)] not in load_table("event")["open_ended"]:
            dates.append(Dated(time.span.start, words.find(time.span.end - 1), _make_period(time, date)))
    return dates


def _make_period(time: Time, date: str) -> Period:
    """Makes the stretch of days that a time stands for; one that is no day, month or year has two ends."""
    end = time.end[:DAY] if time.end and not time.value.startswith(date) else date
    return Period(start=date, end=end)


def find_date(
    words: Words, event: Event, dates: Sequence[Dated], earlier: Sequence[Event], published: str | None
) -> Period | None:
    """Finds the date of a happening.

    It is that of its sentence that stands nearest in the tree; without one, the date of an earlier happening
    that the same word or type tells of, or the last date before it in the paragraph. What happened has no
    date after publication.

    Args:
        words: the text.
        event: the happening.
        dates: the dates of the text.
        earlier: the happenings told of before, with their dates.
        published: ISO date of publication, or None.
    """
    at = words.find(event.trigger.start)
    last = published[:DAY] if published and event.factuality == "happened" else "9999"
    fitting = [date for date in dates if date.period.start <= last or date.period.start.startswith("X")]
    near = [date for date in fitting if words.sentence[date.word] == words.sentence[at]]
    if near:
        return min(near, key=lambda date: _measure_gap(words, at, event, date)).period
    if any(words.sentence[date.word] == words.sentence[at] for date in dates):
        return None
    same = [e.date for e in earlier if e.date and e.type == event.type]
    paragraph = words.text.rfind("\n", 0, event.trigger.start)
    before = [
        d.period for d in fitting if paragraph < d.start < event.trigger.start and len(d.period.start) == DAY
    ]
    if before:
        return before[-1]
    return same[-1] if same else None


def _measure_gap(words: Words, at: int, event: Event, date: Dated) -> tuple[int, int]:
    """Measures how far a date is from a happening: steps in the tree, then characters."""
    start, end = event.trigger.start, event.trigger.end
    return _count_steps(words, at, date.word), date.start - end if date.start >= end else start - date.start


def _count_steps(words: Words, one: int, other: int) -> int:
    """Counts the steps from one word to another in the tree of their sentence."""
    up, over = _list_heads(words, one), _list_heads(words, other)
    return next((n + over.index(word) for n, word in enumerate(up) if word in over), FAR)


def _list_heads(words: Words, at: int) -> list[int]:
    heads = [at]
    while words.head[heads[-1]] != heads[-1] and len(heads) < FAR:
        heads.append(words.head[heads[-1]])
    return heads


def list_places(words: Words, setting: Setting) -> dict[int, list[tuple[int, Place]]]:
    """Lists the places where something can happen, with the last word of each, by their sentences.

    A place in the source of an attribution says where the speaker is from.
    """
    sources = (a.source for a in setting.attributions if a.source is not None)
    taken = {at for source in sources for at in range(source.start, source.end)}
    listed: dict[int, list[tuple[int, Place]]] = {}
    for place in setting.places:
        if place.span.start not in taken and _is_located(words, place):
            word = words.find(place.span.end - 1)
            listed.setdefault(words.sentence[word], []).append((word, place))
    return listed


def find_place(words: Words, event: Event, places: Mapping[int, Sequence[tuple[int, Place]]]) -> Place | None:
    """Finds the place where the sentence says that something happens, the nearest in the tree.

    Args:
        words: the text.
        event: the happening.
        places: what `list_places` found in it.
    """
    at = words.find(event.trigger.start)
    near = [
        (place.unresolved is not None, _count_steps(words, at, word), place.span.start, place)
        for word, place in places.get(words.sentence[at], ())
    ]
    return min(near, key=lambda row: row[:3])[3] if near else None


def _is_located(words: Words, place: Place) -> bool:
    """Tells whether something is said to happen in a place: a preposition of place stands before it."""
    at = words.find(place.span.start) - 1
    while at > 0 and words.pos[at] in ("DET", "ADJ", "NOUN"):
        at -= 1
    return at >= 0 and words.lower[at] in load_table("event")["locative"]
