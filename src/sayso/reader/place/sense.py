"""Senses: the mentions of one name in an article, taken to mean one place unless the text says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.reader.place.mention import Mention
from sayso.vocab import load_table
from sayso.vocab.gazetteer import KINDS, load_gazetteer
from sayso.vocab.gazetteer.gazetteer import NONE


@dataclass(slots=True, eq=False)
class Sense:
    """The mentions of one name that mean one place.

    Attributes:
        mentions: they, in the order of the text.
        posts: what the gazetteer holds under the name.
        gains: for rows, what the words beside the mentions add to their score.
    """

    mentions: list[Mention]
    posts: tuple[int, ...]
    gains: dict[int, float] = field(default_factory=dict)


def group_mentions(mentions: list[Mention], words: list[str]) -> list[Sense]:
    """Groups mentions into senses and notes what stands beside them: "Paris, Texas", "in Haifa, Israel"."""
    held: dict[int, tuple[frozenset[int], float]] = {}
    gains: dict[Mention, dict[int, float]] = {mention: {} for mention in mentions}
    for inner, outer, gain in _pair(mentions, words):
        found = _hold(inner, outer)
        if not found:
            continue
        held[id(inner)] = (frozenset(found), gain)
        for row, holder in found.items():
            gains[inner][row] = max(gains[inner].get(row, 0), gain)
            gains[outer][holder] = max(gains[outer].get(holder, 0), gain / 2)
    senses: dict[str, list[Sense]] = {}
    firm = load_table("place")["inside_gain"]
    for mention in mentions:
        rows, gain = held.get(id(mention), (frozenset[int](), 0))
        sense = _choose_sense(senses.setdefault(mention.key, []), rows if gain >= firm else frozenset())
        if sense is None:
            sense = Sense([], mention.posts)
            senses[mention.key].append(sense)
        sense.mentions.append(mention)
        for row, worth in gains[mention].items():
            sense.gains[row] = max(sense.gains.get(row, 0), worth)
    return [sense for name in senses.values() for sense in name]


def _choose_sense(known: list[Sense], rows: frozenset[int]) -> Sense | None:
    """Returns the sense that a mention joins: the last one of its name that may lie in the same place."""
    firm = load_table("place")["inside_gain"]
    for sense in reversed(known):
        bound = {row for row, gain in sense.gains.items() if gain >= firm}
        if not rows or not bound or bound & rows:
            return sense
    return None


def _pair(mentions: list[Mention], words: list[str]) -> Iterator[tuple[Mention, Mention, float]]:
    """Yields pairs of which the text may say that the first lies in the second, with what that is worth."""
    table = load_table("place")
    for at, (inner, outer) in enumerate(pairwise(mentions)):
        between = words[inner.end : outer.start]
        if between in ([","], ["("], []):
            listed = _is_broad(inner) and _is_listed(mentions, words, at)
            yield inner, outer, table["list_gain" if listed else "inside_gain"]
        elif between in (["'s"], ["’s"]):
            yield outer, inner, table["loose_gain"]
        elif len(between) <= 3 and between[0].lower() in table["holder_word"]:
            yield inner, outer, table["loose_gain"]


def _is_broad(mention: Mention) -> bool:
    """Tells whether a name is that of a country or state, which lists often hold: "Kansas, Oklahoma and"."""
    kinds = load_gazetteer().kind
    return any(KINDS[kinds[post >> 1]] in {"country", "state"} for post in mention.posts[:2])


def _is_listed(mentions: list[Mention], words: list[str], at: int) -> bool:
    """Tells whether a pair of mentions is part of a longer list."""
    outer = mentions[at + 1]
    after, before = words[outer.end : outer.end + 2], words[: mentions[at].start][-1:]
    goes_on = bool(after) and (after[0] in {"and", "or", "&"} or after[:2] in ([",", "and"], [",", "or"]))
    if not goes_on and after[:1] == [","] and at + 2 < len(mentions):
        goes_on = mentions[at + 2].start == outer.end + 1 and _is_broad(mentions[at + 2])
    came = before == [","] and at > 0 and mentions[at - 1].end == mentions[at].start - 1
    return goes_on or (came and _is_broad(mentions[at - 1]))


def _hold(inner: Mention, outer: Mention) -> dict[int, int]:
    """Returns the rows of the first that lie in a place of the second's name, with the row of that place."""
    holders = {post >> 1 for post in outer.posts}
    parents = load_gazetteer().parent
    found: dict[int, int] = {}
    for post in inner.posts:
        row = up = post >> 1
        while (up := int(parents[up])) != NONE:
            if up in holders:
                found[row] = up
                break
    return found
