"""Count: a figure of an article with all that tells which series it belongs to."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sayso.model import Bound, Figure, Measure, Place, Reading, Span
from sayso.reconcile.counter import Counter, find_counter
from sayso.reconcile.group import Group, counts_dead_in_one, describe_group, holds, is_apart
from sayso.reconcile.passage import is_counted, is_official
from sayso.vocab import load_table

Days = tuple[str, str]
MONTH, DAY = len("2000-01"), len("2000-01-01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What an article counts of one measure, in one scope, on one word.

    Attributes:
        article: the article's id.
        figures: ids of the figures that give it, the first in the text first.
        spans: where they stand.
        low: smallest number that the words allow, or null.
        high: largest number that the words allow, or null.
        bound: how the words bound it.
        measure: what happened to those counted.
        group: who is counted.
        place: where, if the sentence itself says so.
        country: ISO 3166-1 alpha-2 code of the country that it is read to be in, or null.
        as_of: first and last day of the date that the text gives, or null.
        since: day at which the count starts, or null.
        published: day or moment of publication, or null.
        whole: whether it counts all from a start on.
        official: whether it is called a toll, or confirmed.
        aside: whether it tells of another time than the article does.
        counter: who counts.
    """

    article: str
    figures: tuple[str, ...]
    spans: tuple[Span, ...]
    low: int | None
    high: int | None
    bound: Bound
    measure: Measure
    group: Group
    place: Place | None
    country: str | None
    as_of: Days | None
    since: str | None
    published: str | None
    whole: bool
    official: bool
    aside: bool
    counter: Counter

    @property
    def value(self) -> int:
        """The number that stands in the text."""
        if self.bound == "more_than" and self.low is not None:
            return self.low - 1
        if self.bound == "less_than" and self.high is not None:
            return self.high + 1
        return self.low if self.low is not None else self.high or 0

    @property
    def day(self) -> str | None:
        """The day at which it held: the text's for a toll, the publication's for one incident."""
        said = None if self.as_of is None else self.as_of[1]
        printed = None if self.published is None else self.published[:10]
        if self.aside or said is None or printed is None:
            return said or printed
        is_fresh = 0 <= count_days(said, printed) <= load_table("series")["toll_days"]
        return said if self.whole and is_fresh else printed


def list_counts(reading: Reading) -> tuple[Count, ...]:
    """Returns what an article counts, each once: the totals, and of whom it does not give the total.

    Left out are the parts of what it counts, and single people of whom it tells several apart, since their
    number is nowhere stated.
    """
    table = load_table("series")
    counts = [
        _make_count(reading, figure)
        for figure in reading.figures
        if figure.measure in table["measures"]
        and not (figure.low is None and figure.high is None)
        and figure.confidence >= table["confidence"]
        and not _is_part(figure)
        and is_counted(reading.article.text, figure)
    ]
    counts = _merge(_mark_asides(counts))
    return tuple(count for count in counts if not _is_covered(count, counts))


def _make_count(reading: Reading, figure: Figure) -> Count:
    published = reading.article.published
    return Count(
        article=reading.article.id,
        figures=(figure.id,),
        spans=(figure.span,),
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        measure=figure.measure,
        group=describe_group(reading.article.text, figure),
        place=_find_place(reading, figure),
        country=next((place.country for place in reading.places if place.id == figure.place), None),
        as_of=_read_days(figure.as_of, published),
        since=figure.since,
        published=published,
        whole=figure.basis == "cumulative" or is_official(reading.article.text, figure),
        official=is_official(reading.article.text, figure),
        aside=False,
        counter=find_counter(reading, figure),
    )


def _is_part(figure: Figure) -> bool:
    """Tells whether a figure counts some of those that another counts: "five of the six"."""
    return figure.part_of is not None or (figure.of is not None and figure.of.text.lower().startswith("of "))


def _find_place(reading: Reading, figure: Figure) -> Place | None:
    """Returns the place of a figure if it stands in the figure's sentence: farther off, it says little.

    A name that no "in" leads up to may be part of what something is called.
    """
    place = next((place for place in reading.places if place.id == figure.place), None)
    if place is None:
        return None
    low, high = sorted((place.span, figure.span), key=lambda span: span.start)
    table, text = load_table("series"), reading.article.text
    is_near = not re.search(table["sentence_end"], text[low.end : high.start])
    ahead = text[max(0, place.span.start - table["window"]) : place.span.start]
    return place if is_near and re.search(table["at_place"], ahead) else None


def _read_days(value: str | None, published: str | None) -> Days | None:
    """Returns the first and last day of a date; None for one after the day of publication."""
    if value is None or not re.match(r"\d{4}(-\d\d){0,2}$", value):
        return None
    if published is not None and value > published[: len(value)]:
        return None
    first = value + "-01-01"[len(value) - 4 :]
    return first, value if len(value) == DAY else _end(value if len(value) == MONTH else f"{value}-12")


def _end(month: str) -> str:
    return f"{month}-{monthrange(int(month[:4]), int(month[5:7]))[1]}"


def _mark_asides(counts: Iterable[Count]) -> list[Count]:
    """Marks what tells of an earlier time: long before the publication or what the article tells of."""
    most = load_table("series")["aside_days"]
    counts = list(counts)
    newest = max((count.as_of[1] for count in counts if count.as_of), default=None)
    marked = []
    for count in counts:
        aside = False
        if count.as_of is not None and not count.whole:
            printed = None if count.published is None else count.published[:10]
            ends = [day for day in (printed, newest) if day is not None]
            coarse = count.as_of[0] != count.as_of[1]
            aside = any(count_days(count.as_of[1], day) > (0 if coarse else most) for day in ends)
        marked.append(replace(count, aside=aside))
    return marked


def _merge(counts: Iterable[Count]) -> list[Count]:
    """Joins the passages that give the same count."""
    merged: list[Count] = []
    for count in counts:
        for i, other in enumerate(merged):
            if _is_same(count, other):
                merged[i] = _join(other, count)
                break
        else:
            merged.append(count)
    return merged


def _is_same(one: Count, other: Count) -> bool:
    return (
        (one.measure, one.value, one.aside) == (other.measure, other.value, other.aside)
        and not is_apart(one.group, other.group)
        and not counts_dead_in_one(one.group, other.group)
        and one.counter.compare(other.counter) != "other"
        and (not one.aside or one.as_of == other.as_of)
    )


def _join(one: Count, other: Count) -> Count:
    named = one if one.counter.words or not other.counter.words else other
    return replace(
        one,
        figures=(*one.figures, *other.figures),
        spans=(*one.spans, *other.spans),
        group=one.group.meet(other.group),
        place=one.place or other.place,
        as_of=one.as_of or other.as_of,
        since=one.since or other.since,
        whole=one.whole or other.whole,
        official=one.official or other.official,
        counter=named.counter,
    )


def _is_covered(count: Count, counts: Iterable[Count]) -> bool:
    """Tells whether the article counts more of the same, or others beside a single one."""
    rivals = [c for c in _list_rivals(count, counts) if c.measure == count.measure]
    if any(c.value > count.value for c in rivals):
        return not count.official or count.low is None
    return count.value == 1 and any(c.value == 1 for c in rivals)


def _list_rivals(count: Count, counts: Iterable[Count]) -> Iterator[Count]:
    """Yields what the article counts beside a count, leaving out what rivals of its counter count."""
    for other in counts:
        if other is count or other.aside != count.aside or (count.aside and other.as_of != count.as_of):
            continue
        rival = count.counter.compare(other.counter) == "other" and count.value > 1
        if not rival or holds(other.group, count.group):
            yield other


def count_days(earlier: str, later: str) -> int:
    """Returns the days from one ISO day to another."""
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
