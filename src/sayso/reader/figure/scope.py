"""The scope of a count beside place and date: on whose word it stands, and what it adds up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Attribution
from sayso.reader.figure.count import Count
from sayso.reader.figure.word import Words
from sayso.reader.scope import find_holder
from sayso.vocab import load_table

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NEAR = 12


def find_attribution(count: Count, attributions: Sequence[Attribution]) -> Attribution | None:
    """Returns the innermost attribution whose content holds a count: the one of the shortest content."""
    return find_holder(count.start, count.end, attributions)


def find_claims(
    words: Words, counts: Sequence[Count], attributions: Sequence[Attribution]
) -> list[Attribution | None]:
    """Returns the attribution of each count; an elliptic one shares that of the count before it."""
    claims: list[Attribution | None] = []
    for i, count in enumerate(counts):
        claim = find_attribution(count, attributions)
        if claim is None and i and _is_elliptic(words, counts[i - 1], count):
            claim = claims[-1]
        claims.append(claim)
    return claims


def _is_elliptic(words: Words, last: Count, count: Count) -> bool:
    """Tells whether a count leaves out its noun and its verb: "six died in Kilmore, two in Dunmore"."""
    lacks_noun = count.of is None or words.starts[count.of[0]] < count.start
    same = words.sentence[last.node] == words.sentence[count.node]
    between = range(words.find(last.end), words.find(count.start))
    joint = load_table("figure_grammar")["gap_joint"]
    at = next((i for i in between if words.lower[i] in joint), between.stop)
    return lacks_noun and same and all(words.pos[i] != "VERB" for i in range(at, between.stop))


def name_counter(attribution: Attribution | None) -> str | None:
    """Names who counts: the speaker, or the words of the source without their article."""
    if attribution is None:
        return None
    if attribution.speaker.name or attribution.source is None:
        return attribution.speaker.name
    return _ARTICLE.sub("", attribution.source.text)


def find_basis(words: Words, count: Count, since: str | None) -> str:
    """Tells a count that adds up over time from that of one incident, by the words of its sentence."""
    table = load_table("figure_scope")
    near = {
        words.lower[i]
        for i in range(max(0, count.node - _NEAR), min(len(words), count.node + _NEAR))
        if words.sentence[i] == words.sentence[count.node]
    }
    if since or near & set(table["cumulative"]):
        return "cumulative"
    return "incident" if count.measure in table["incident"] else "unknown"
