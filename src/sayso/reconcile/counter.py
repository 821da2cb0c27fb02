"""Counter: who counts, and whether two are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sayso.model import Actor, Attribution, Figure, Reading
from sayso.vocab import load_table

Likeness = Literal["same", "other", "unknown"]


@dataclass(frozen=True, slots=True)
class Counter:
    """Who counts.

    Attributes:
        name: in the article's words, or null where it counts in its own voice.
        words: the words that tell a counter from others; none where that cannot be told.
    """

    name: str | None = None
    words: frozenset[str] = frozenset()

    def compare(self, other: Counter) -> Likeness:
        """Tells whether two counters are the same, different ones, or whether it is not known."""
        if not self.words or not other.words:
            return "unknown"
        return "same" if self.words & other.words else "other"


def find_counter(reading: Reading, figure: Figure) -> Counter:
    """Finds who counts: the speaker whose word the figure stands on, a person for the body that he serves.

    Who confirms a number counts it, whoever brings it. Of a person without an office that the article gives,
    no one can tell for whom he counts.
    """
    speaker = next((a for a in reading.attributions if a.id == figure.attribution), None)
    confirming = next((a for a in reading.attributions if a.act == "confirm" and _has(a, figure)), None)
    name = figure.counter if confirming is None else _name(confirming)
    if name is None or name.lower() in load_table("series")["pronouns"]:
        name = _name(speaker) or None
    words = [_list_words(_find_body(reading, part)) for part in (name or "").split("; ")]
    return Counter(name, frozenset[str]().union(*words))


def _find_body(reading: Reading, name: str) -> str:
    """Returns what a counter is known by: its name, or the office of a person; an outlet passes counts on."""
    actor = _find_actor(reading, name)
    if actor is None or actor.kind not in ("person", "outlet"):
        return name
    return (actor.role or "") if actor.kind == "person" else ""


def _has(attribution: Attribution, figure: Figure) -> bool:
    return any(s.start <= figure.span.start and figure.span.end <= s.end for s in attribution.content)


def _name(speaker: Attribution | None) -> str | None:
    if speaker is None or speaker.speaker.kind in ("anonymous", "unresolved"):
        return None
    return speaker.speaker.name or (speaker.source.text if speaker.source else None)


def _find_actor(reading: Reading, name: str) -> Actor | None:
    return next((a for a in reading.actors if name in (a.name, *(m.text for m in a.mentions))), None)


def _list_words(name: str) -> frozenset[str]:
    table = load_table("series")
    words = {word for word in re.findall(r"[^\W\d_]{2,}", name.lower()) if word not in table["offices"]}
    for one, others in table["same_counters"].items():
        if words & {*others}:
            return frozenset({one})
    return frozenset(word for word in words if len(word) > 3 or name.isupper())
