"""The scope of a count: on whose word, where, as of when and since when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Attribution, Place, Time
from sayso.reader.figure.count import Count
from sayso.reader.figure.word import Words
from sayso.vocab import load_table

_DATE = re.compile(r"^(\d{4}|XXXX)(-\d\d(-\d\d)?)?(?=$|T)")


def find_attribution(count: Count, attributions: Sequence[Attribution]) -> Attribution | None:
    """Returns the innermost attribution whose content holds a count: the one of the shortest content."""
    holding = [
        (content.end - content.start, attribution)
        for attribution in attributions
        for content in attribution.content
        if content.start < count.end and count.start < content.end
    ]
    return min(holding, key=lambda pair: pair[0])[1] if holding else None


def name_counter(attribution: Attribution | None) -> str | None:
    """Names who counts: the speaker, or the words of the source without their article."""
    if attribution is None:
        return None
    if attribution.speaker.name or attribution.source is None:
        return attribution.speaker.name
    return re.sub(r"^(?:the|a|an)\s+", "", attribution.source.text, flags=re.IGNORECASE)


def find_place(
    words: Words, count: Count, places: Sequence[Place], taken: Sequence[tuple[int, int]]
) -> Place | None:
    """Returns the place that governs a count: where its sentence says so, or else where the text begins.

    Args:
        words: the words of the text.
        count: the count.
        places: the places of the text, in its order.
        taken: offsets of the sources of attributions, whose places say where the speaker is from.
    """
    sentence = words.sentence[count.node]
    free = [p for p in places if not any(a <= p.span.start < b for a, b in taken)]
    near = [p for p in free if words.sentence[words.find(p.span.start)] == sentence and _is_located(words, p)]
    if near:
        return min(near, key=lambda p: (p.name is None, _measure_gap(count, p.span.start, p.span.end)))
    return next((p for p in free if p.name is not None), free[0] if free else None)


def _is_located(words: Words, place: Place) -> bool:
    """Tells whether something is said to happen in a place: a preposition of place stands before it."""
    at = words.find(place.span.start) - 1
    while at > 0 and words.pos[at] in ("DET", "ADJ", "NOUN"):
        at -= 1
    return at >= 0 and words.lower[at] in load_table("figure_scope")["locative"]


def _measure_gap(count: Count, start: int, end: int) -> int:
    """Returns how far a span is from a count; what follows the count is nearer."""
    return start - count.end if start >= count.end else 2 * (count.start - end)


def find_dates(
    words: Words, count: Count, times: Sequence[Time], published: str | None
) -> tuple[str | None, str | None]:
    """Returns the date at which a count held, and the one at which it starts, each ISO or None.

    A sentence without a date takes the last one before it in its paragraph, and a count of what befell
    somebody the first day of the text after its dateline; never one after publication.
    """
    sentence, table = words.sentence[count.node], load_table("figure_scope")
    dated = [(time, date) for time in times if (date := _read_date(time)) is not None]
    near: list[tuple[int, str]] = []
    since: list[str] = []
    for time, date in dated:
        at = words.find(time.span.start)
        if words.sentence[at] != sentence:
            continue
        if {words.lower[max(at - 1, 0)], words.lower[at]} & set(table["since"]):
            since.append(date)
        else:
            near.append((_measure_gap(count, time.span.start, time.span.end), date))
    if near or since:
        return (min(near)[1] if near else None, since[0] if since else None)
    paragraph = words.text.rfind("\n", 0, count.start)
    days = [
        (t.span.start, date)
        for t, date in dated
        if len(date) == len("2000-01-01") and not _is_dateline(words, t)
    ]
    last = published[:10] if published else "9999"
    days = [(start, date) for start, date in days if date.startswith("XXXX") or date <= last]
    before = [date for start, date in days if paragraph < start < count.start]
    if before:
        return before[-1], None
    return (days[0][1] if days and count.measure in table["incident"] else None), None


def _is_dateline(words: Words, time: Time) -> bool:
    """Tells whether a date is the whole of the first line."""
    return time.span.start == 0 and words.text[time.span.end : time.span.end + 1] == "\n"


def _read_date(time: Time) -> str | None:
    """Returns the date of a time to the day, month or year, or None where it has none."""
    match = _DATE.match(time.value)
    if time.type in ("DATE", "TIME") and match:
        return match.group()
    return time.start[:10] if time.type == "DATE" and time.start else None


def find_basis(words: Words, count: Count, since: str | None) -> str:
    """Tells a count that adds up over time from that of one incident, by the words of its sentence."""
    table = load_table("figure_scope")
    sentence = words.sentence[count.node]
    near = {
        words.lower[i]
        for i in range(max(0, count.node - 12), min(len(words), count.node + 12))
        if words.sentence[i] == sentence
    }
    if since or near & set(table["cumulative"]):
        return "cumulative"
    return "incident" if count.measure in table["incident"] else "unknown"
