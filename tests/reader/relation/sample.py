"""Invented figures and claims to relate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from sayso.model import Attribution, Figure, Relation, Span, Speaker
from sayso.reader.relation.claim import Claim, split_words

FIGURE = Figure(
    id="F1",
    span=Span(start=0, end=3, text="six"),
    low=6,
    high=6,
    bound="exact",
    measure="killed",
    of=None,
    place=None,
    as_of="2021-03-04",
    since=None,
    counter=None,
    basis="incident",
    attribution=None,
    confidence=0.9,
)


def count(text: str, words: str, number: int, of: str | None = None, **facts: Any) -> Figure:
    """Makes a figure of an exact number of killed from the words that a text first counts with."""
    start = text.index(words)
    noun = text.index(of, start) if of else 0
    return replace(
        FIGURE,
        id=words,
        span=Span(start=start, end=start + len(words), text=words),
        low=number,
        high=number,
        of=Span(start=noun, end=noun + len(of), text=of) if of else None,
        **facts,
    )


def claim(at: int, name: str | None, cue: str, content: str, act: Any = "state", **facts: Any) -> Claim:
    """Makes the claim number `at`, its paragraph the same unless facts say otherwise."""
    start = 100 * at
    attribution = Attribution(
        id=f"A{at}",
        source=Span(start=start, end=start + 1, text="x"),
        cue=Span(start=start, end=start + len(cue), text=cue),
        content=(Span(start=start + 20, end=start + 20 + len(content), text=content),),
        quotation="indirect",
        act=act,
        speaker=Speaker(name=name, kind="named" if name else "role", actor=None, mention=None, reason=None),
        audience=None,
        parent=None,
        confidence=0.9,
    )
    meaning = np.array(facts.pop("meaning", (1.0, 0.0)), dtype=np.float32)
    words = split_words(content)
    return Claim(
        attribution=attribution,
        at=at,
        cue=split_words(cue),
        words=words,
        stems=frozenset(words),
        source=frozenset(),
        meaning=meaning,
        paragraph=facts.pop("paragraph", at),
    )


def list_relations(relations: Sequence[Relation]) -> list[tuple[str, str, str]]:
    """Lists relations as what does what to what."""
    return [(relation.from_, relation.type, relation.to) for relation in relations]
