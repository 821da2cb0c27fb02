"""Relations: what the claims and figures of an article do to one another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from spacy.tokens import Doc

from sayso.model import Attribution, Figure, Place, Relation, RelationType
from sayso.reader.encoder.sequence import Floats
from sayso.reader.meaning import pool
from sayso.vocab import load_table

_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?](?=\s|$)|\n")


def find_relations(
    doc: Doc, attributions: Sequence[Attribution], figures: Sequence[Figure], places: Sequence[Place]
) -> tuple[Relation, ...]:
    """Finds which claims deny, confirm or restate others, and what figures do to one another.

    A denial whose claim the article does not hold has no relation: its act alone says that it denies.

    Args:
        doc: the text, read.
        attributions: its attributions, in the order of the text.
        figures: its figures, in the order of the text.
        places: its places.
    """
    claims = relate_claims(doc, attributions)
    counts = relate_figures(figures, attributions, {place.id: place.name for place in places})
    found = {(relation.from_, relation.to): relation for relation in (*claims, *counts)}
    return tuple(found.values())


def relate_claims(doc: Doc, attributions: Sequence[Attribution]) -> Iterator[Relation]:
    """Yields the relations between attributions."""
    table, text = load_table("relation"), doc.text
    inner = {other.parent: other for other in reversed(attributions) if other.act != "deny"}
    meanings = _embed(doc, attributions)
    yield from _relate_lead(text, attributions, meanings)
    for i, attribution in enumerate(attributions):
        cue = attribution.cue.text.lower().split() if attribution.cue else []
        denies = attribution.act == "deny" or any(word in table["deny"] for word in cue)
        denies = denies and not any(word in table["declining"] for word in cue)
        confirms = not denies and any(word in table["confirm"] for word in cue)
        untrue = _find_untrue(text, attributions, i)
        held = untrue or (inner.get(attribution.id) if denies else None)
        if held is not None:
            yield _relate(attribution, held, "denies")
        elif denies or confirms:
            target = _find_target(attributions, meanings, i)
            if target is not None:
                yield _relate(attribution, target, "denies" if denies else "confirms")


def _relate_lead(
    text: str, attributions: Sequence[Attribution], meanings: Sequence[Floats]
) -> Iterator[Relation]:
    """Yields what repeats the claim that an article opens with: its speaker's own words further down."""
    lead = attributions[0] if attributions else None
    if lead is None or lead.speaker.name is None:
        return
    further = [
        (float(meanings[0] @ meanings[i]), i)
        for i, other in enumerate(attributions)
        if i
        and other.parent is None
        and _is_same_speaker(lead, other)
        and "\n" in text[lead.content[-1].end : other.content[0].start]
    ]
    alike, i = max(further, default=(0.0, 0))
    if alike >= load_table("relation")["restated"]:
        yield _relate(attributions[i], lead, "restates")


def _find_target(
    attributions: Sequence[Attribution], meanings: Sequence[Floats], i: int
) -> Attribution | None:
    """Finds the claim before that attribution i means: the nearest where it points, else the most alike."""
    table, own = load_table("relation"), attributions[i]
    before = [
        j
        for j in range(max(0, i - table["nearby"]), i)
        if attributions[j].parent != own.id
        and own.parent != attributions[j].id
        and not _is_same_speaker(own, attributions[j])
        and attributions[j].act in (None, *table["claiming"])
    ]
    if not before:
        return None
    if _points(own):
        return attributions[before[-1]]
    best = max(before, key=lambda j: float(meanings[i] @ meanings[j]))
    return attributions[best] if float(meanings[i] @ meanings[best]) >= table["near"] else None


def _points(attribution: Attribution) -> bool:
    """Tells whether a content only points at a claim: "the accusation", not "claims that it rained"."""
    table = load_table("relation")
    words = _WORD.findall(" ".join(span.text for span in attribution.content).lower())
    at = next((i for i, word in enumerate(words) if word in table["pointing"]), None)
    return (
        at is not None
        and len(words) <= table["short"]
        and words[at + 1 : at + 2] not in ([word] for word in table["specifying"])
    )


def _find_untrue(text: str, attributions: Sequence[Attribution], i: int) -> Attribution | None:
    """Finds the claim that attribution i calls untrue: in its content, or in the sentence before it."""
    table, own = load_table("relation"), attributions[i]
    if own.source is None:
        return None
    for other in attributions[max(0, i - table["nearby"]) : i + table["nearby"]]:
        end = _find_end(text, other)
        words = set(_WORD.findall(text[other.content[0].start : end].lower()))
        holds = other.parent == own.id
        follows = (
            0 <= own.content[0].start - end <= table["gap"] and "\n" not in text[end : own.content[0].start]
        )
        if words & {*table["untrue"]} and (holds or follows):
            return other
    return None


def _find_end(text: str, attribution: Attribution) -> int:
    """Returns the end of the sentence that a content ends in."""
    last = attribution.content[-1].end
    found = _STOP.search(text, max(last - 1, 0))
    return found.end() if found else len(text)


def _is_same_speaker(one: Attribution, other: Attribution) -> bool:
    return one.speaker.name is not None and one.speaker.name == other.speaker.name


def _relate(one: Attribution | Figure, other: Attribution | Figure, type_: RelationType) -> Relation:
    return Relation(from_=one.id, to=other.id, type=type_)


def _embed(doc: Doc, attributions: Sequence[Attribution]) -> list[Floats]:
    """Returns the unit vectors of contents."""
    starts = [token.idx for token in doc]
    spans = [
        [doc[bisect_right(starts, span.start) - 1 : bisect_left(starts, span.end)] for span in a.content]
        for a in attributions
    ]
    return [pool(np.array([span._.meaning for span in content], dtype=np.float32)) for content in spans]


def relate_figures(
    figures: Sequence[Figure], attributions: Sequence[Attribution], places: Mapping[str, str | None]
) -> Iterator[Relation]:
    """Yields the relations between figures that measure the same.

    Args:
        figures: the figures of a text, in its order.
        attributions: its attributions.
        places: the names of its places by their ids.
    """
    table = load_table("relation")
    by_id = {attribution.id: attribution for attribution in attributions}
    counted = [figure for figure in figures if figure.measure in table["measures"]]
    for i, later in enumerate(counted):
        first = max(0, i - table["counted"])
        before = [figure for figure in counted[first:i] if figure.measure == later.measure]
        equal = [figure for figure in before if _restates(later, figure)]
        if equal:
            yield _relate(later, equal[0], "restates")
        for earlier in before:
            if _is_whole(earlier) and _is_whole(later) and _share_place(earlier, later, places):
                yield from _compare(earlier, later, by_id)


def _restates(later: Figure, earlier: Figure) -> bool:
    """Tells whether equal numbers are likely the same ones: several, or one that is called the same."""
    apart = _count_days(earlier.as_of, later.as_of)
    if (earlier.low, earlier.high) != (later.low, later.high) or abs(apart) > load_table("relation")["days"]:
        return False
    return later.high != 1 or earlier.span.text.casefold() == later.span.text.casefold()


def _compare(earlier: Figure, later: Figure, by_id: Mapping[str, Attribution]) -> Iterator[Relation]:
    """Yields what two different totals do to one another: other counters contradict, later days update."""
    table, apart = load_table("relation"), _count_days(earlier.as_of, later.as_of)
    newer, older = (later, earlier) if apart >= 0 else (earlier, later)
    new, old = (f.low if f.low is not None else f.high or 0 for f in (newer, older))
    if later.measure not in table["disputed"] or abs(apart) > table["week"] or new == old:
        return
    grown = old < new <= old * table["growth"]
    if apart:
        if grown:
            yield _relate(newer, older, "updates")
        return
    one, other = (by_id[f.attribution].speaker if f.attribution else None for f in (earlier, later))
    if other is None or one == other:
        return
    if _excludes(earlier, later):
        yield _relate(later, earlier, "contradicts")
    elif grown and one is not None and earlier.bound in ("at_least", "more_than") and later.bound == "exact":
        yield _relate(later, earlier, "updates")


def _is_whole(figure: Figure) -> bool:
    """Tells whether a figure counts all, not a part: "six people", not "two of the guards", "new cases"."""
    table = load_table("relation")
    words = figure.of.text.split() if figure.of is not None else [""]
    plain = all(word[0].isupper() or word in table["plain"] for word in words[:-1])
    return figure.high != 1 and plain and words[-1].lower() in table["whole"]


def _share_place(one: Figure, other: Figure, places: Mapping[str, str | None]) -> bool:
    """Tells whether two figures may be about one place: the same, or one of them about none that is known."""
    names = {places.get(figure.place or "") for figure in (one, other)} - {None}
    return len(names) < 2


def _excludes(one: Figure, other: Figure) -> bool:
    """Tells whether two figures cannot both hold: their ranges do not meet, or one only bounds from above."""
    pairs = ((one, other), (other, one))
    apart = any(a.high is not None and b.low is not None and a.high < b.low for a, b in pairs)
    return apart or any(a.low is None and b.low is not None for a, b in pairs)


def _count_days(earlier: str | None, later: str | None) -> int:
    """Returns the days between two ISO dates: 0 where one is not known or holds the other, else many."""
    if not earlier or not later or earlier.startswith(later) or later.startswith(earlier):
        return 0
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return 9999
