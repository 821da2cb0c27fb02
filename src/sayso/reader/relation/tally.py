"""Tallies: what figures that count the same do to one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.model import Attribution, Figure, Relation
from sayso.reader.relation.claim import relate, split_words
from sayso.vocab import load_table


def relate_figures(
    text: str,
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
    places: Mapping[str, str | None],
) -> Iterator[Relation]:
    """Yields the relations between figures.

    Args:
        text: the text that they stand in.
        figures: its figures, in its order.
        attributions: its attributions.
        places: the names of its places by their ids.
    """
    table = load_table("relation")
    speakers = {attribution.id: attribution.speaker.name for attribution in attributions}
    for i, later in enumerate(figures):
        before = figures[max(0, i - table["counted"]) : i]
        repeated = next((figure for figure in before if _restates(text, later, figure)), None)
        if repeated is not None:
            yield relate(later, repeated, "restates")
        alike = [f for f in before if _is_comparable(f, later) and _share_place(f, later, places)]
        if alike and _is_superseded(text, later):
            yield relate(alike[-1], later, "updates")
            continue
        for earlier in alike:
            if not _is_superseded(text, earlier):
                yield from _compare(text, earlier, later, _has_other_source(earlier, later, speakers))


def _restates(text: str, later: Figure, earlier: Figure) -> bool:
    """Tells whether equal numbers are likely the same ones: of one measure, or where the later says "the"."""
    table = load_table("relation")
    apart = _count_days(earlier.as_of, later.as_of)
    if (earlier.low, earlier.high) != (later.low, later.high) or abs(apart) > table["days"]:
        return False
    nouns = [_find_noun(figure) for figure in (earlier, later)]
    if earlier.high == 1:
        again = earlier.span.text.casefold() == later.span.text.casefold() not in table["unit"]
        return later.measure == earlier.measure in table["measures"] and again and nouns[0] == nouns[1]
    if later.measure == earlier.measure in table["measures"]:
        return True
    bare = not nouns[1] and (later.low or 0) >= table["several"]
    return _is_definite(text, later) and (bare or nouns[0] == nouns[1] != "")


def _is_definite(text: str, figure: Figure) -> bool:
    """Tells whether a figure counts those that the text knows already: "the nine men"."""
    ahead = text[max(0, figure.span.start - load_table("relation")["ahead"]) : figure.span.start]
    words = {*split_words(ahead)[-1:], *split_words(figure.span.text)[:1]}
    return not words.isdisjoint(load_table("relation")["definite"])


def _is_superseded(text: str, figure: Figure) -> bool:
    """Tells whether a figure is called an older one: "an earlier toll of 27"."""
    table = load_table("relation")
    before = split_words(text[max(0, figure.span.start - table["ahead"]) : figure.span.start])
    while before and before[-1] in table["linking"]:
        before = before[:-1]
    tallies, kinds = table["tally"], table["superseded"]
    return len(before) > 1 and before[-1] in tallies and any(word in kinds for word in before[-3:-1])


def _compare(text: str, earlier: Figure, later: Figure, other_source: bool) -> Iterator[Relation]:
    """Yields what two different totals do to one another: later days update, other sources contradict."""
    table, apart = load_table("relation"), _count_days(earlier.as_of, later.as_of)
    newer, older = (later, earlier) if apart >= 0 else (earlier, later)
    if abs(apart) > table["week"]:
        return
    if apart:
        if _value(older) < _value(newer) <= _value(older) * table["growth"]:
            yield relate(newer, older, "updates")
    elif other_source:
        small, large = sorted((earlier, later), key=_value)
        one_is_open = small.bound != large.bound and {small.bound, large.bound} & {*table["open"]}
        if one_is_open and _value(large) <= _value(small) * table["step"]:
            yield relate(large, small, "updates")
        elif _excludes(text, earlier, later):
            yield relate(later, earlier, "contradicts")


def _is_comparable(one: Figure, other: Figure) -> bool:
    """Tells whether two figures give different totals of the same kind of people."""
    group = find_group(one)
    return (
        one.measure == other.measure
        and one.measure in load_table("relation")["disputed"]
        and (one.low, one.high) != (other.low, other.high)
        and _value(one) != _value(other)
        and group is not None
        and group == find_group(other)
    )


def find_group(figure: Figure) -> str | None:
    """Returns of whom a figure counts all: a nation, "" for people at large, or None for a part of them.

    "six people" and "the confirmed deaths" count all, "eight Mexicans" and "six Mexican nationals" all of a
    nation, "two of the guards" and "new cases" a part.
    """
    table = load_table("relation")
    if figure.high == 1:
        return None
    words = figure.of.text.split() if figure.of is not None else []
    words = [word for word in words if word.lower() not in table["plain"]]
    if words and words[-1].lower() in table["whole"]:
        words = words[:-1]
    if not all(word[0].isupper() for word in words):
        return None
    return " ".join(words).removesuffix("s")


def _share_place(one: Figure, other: Figure, places: Mapping[str, str | None]) -> bool:
    """Tells whether two figures may be about one place: the same, or one of them about none that is known."""
    names = {places.get(figure.place or "") for figure in (one, other)} - {None}
    return len(names) < 2


def _has_other_source(earlier: Figure, later: Figure, speakers: Mapping[str, str | None]) -> bool:
    """Tells whether the later figure stands on somebody's word, and the earlier one not on the same."""
    if later.attribution is None or later.attribution == earlier.attribution:
        return False
    names = [speakers.get(figure.attribution or "") for figure in (earlier, later)]
    return names[0] is None or names[0] != names[1]


def _excludes(text: str, one: Figure, other: Figure) -> bool:
    """Tells whether two figures cannot both hold: their ranges do not meet, or one only bounds from above."""
    ranges = [(figure.low, None if _is_local(text, figure) else figure.high) for figure in (one, other)]
    return any(
        other_low is not None and (low is None or (high is not None and high < other_low))
        for (low, high), (other_low, _) in (ranges, ranges[::-1])
    )


def _is_local(text: str, figure: Figure) -> bool:
    """Tells whether a figure counts in one of several places alone: "35 bodies in one hospital"."""
    end = max(figure.span.end, figure.of.end if figure.of is not None else 0)
    following = tuple(text[end : end + load_table("relation")["ahead"]].lower().split()[:2])
    return " ".join(following) in load_table("relation")["local"]


def _find_noun(figure: Figure) -> str:
    """Returns the last word of what a figure counts, in lower case, or "" where it names nothing."""
    words = split_words(figure.of.text if figure.of is not None else "")
    return words[-1] if words else ""


def _value(figure: Figure) -> int:
    return figure.low if figure.low is not None else figure.high or 0


def _count_days(earlier: str | None, later: str | None) -> int:
    """Returns the days between two ISO dates: 0 where one is not known or holds the other, else many."""
    if not earlier or not later or earlier.startswith(later) or later.startswith(earlier):
        return 0
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return 9999
