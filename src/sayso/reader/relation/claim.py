"""Claim: an attribution with what its content says, in words and as a meaning."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span

from sayso.model import Attribution, Figure, Relation, RelationType
from sayso.reader.encoder.sequence import Floats
from sayso.reader.meaning import pool
from sayso.reader.stem import list_stems
from sayso.vocab import load_table

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one attribution says.

    Attributes:
        attribution: the attribution.
        at: its number among those of the article.
        cue: the lower-case words of its cue.
        words: the lower-case words of its content.
        stems: the stems of the words of its content that carry meaning.
        source: those of its source.
        meaning: the unit vector of its content.
        paragraph: the number of the paragraph that it starts in, counted from the first that makes a claim.
    """

    attribution: Attribution
    at: int
    cue: tuple[str, ...]
    words: tuple[str, ...]
    stems: frozenset[str]
    source: frozenset[str]
    meaning: Floats
    paragraph: int


def list_claims(doc: Doc, attributions: Sequence[Attribution]) -> list[Claim]:
    """Returns the claims of the attributions of a text that was read."""
    starts = [token.idx for token in doc]

    def cut(start: int, end: int) -> Span:
        return doc[bisect_right(starts, start) - 1 : bisect_left(starts, end)]

    paragraphs = [doc.text.count("\n", 0, a.content[0].start) for a in attributions]
    claims = []
    for at, attribution in enumerate(attributions):
        spans = [cut(span.start, span.end) for span in attribution.content]
        source, cue = attribution.source, attribution.cue
        claims.append(
            Claim(
                attribution=attribution,
                at=at,
                cue=split_words(cue.text if cue else ""),
                words=split_words(" ".join(span.text for span in attribution.content)),
                stems=frozenset(stem for span in spans for stem in _list_stems(span)),
                source=frozenset(_list_stems(cut(source.start, source.end)) if source else ()),
                meaning=pool(np.array([span._.meaning for span in spans], dtype=np.float32)),
                paragraph=paragraphs[at] - min(paragraphs),
            )
        )
    return claims


def split_words(text: str) -> tuple[str, ...]:
    """Returns the words of a text in lower case."""
    return tuple(WORD.findall(text.lower()))


def _list_stems(span: Span) -> Iterator[str]:
    """Yields the shortest stem of each word that carries meaning."""
    carrying = load_table("relation")["carrying"]
    for token in span:
        if token.pos_ in carrying:
            yield min(list_stems(token.text.lower()), key=len)


def compare(one: Claim, other: Claim) -> float:
    """Returns how alike two contents are in meaning, the cosine, -1 to 1."""
    return float(one.meaning @ other.meaning)


def is_same_speaker(one: Claim, other: Claim) -> bool:
    """Tells whether both are the words of one speaker, known by name."""
    name = one.attribution.speaker.name
    return name is not None and name == other.attribution.speaker.name


def is_nested(one: Claim, other: Claim) -> bool:
    """Tells whether one of two stands inside the content of the other."""
    a, b = one.attribution, other.attribution
    return a.parent == b.id or b.parent == a.id


def relate(one: Attribution | Figure, other: Attribution | Figure, type_: RelationType) -> Relation:
    """Makes the relation from one to another."""
    return Relation(from_=one.id, to=other.id, type=type_)
