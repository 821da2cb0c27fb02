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
