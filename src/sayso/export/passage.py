"""Passage: a paragraph of an article, cut at every border of a span, each piece with what it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Protocol, get_args

from sayso.export.claim import Claim
from sayso.model import Span
from sayso.vocab import load_table

ClaimRole = Literal["source", "cue", "content"]
FactRole = Literal["figure", "event", "actor", "audience", "place", "time"]

_FACT_ROLES = get_args(FactRole)
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span in one role.

    Attributes:
        start: offset of the first character.
        end: offset after the last one.
        number: of the claim that it is a part of, or of what it mentions; an audience has that of its claim.
        role: what it is to that.
        depth: how many other claims the claim stands in.
        title: what a mention says in short.
    """

    start: int
    end: int
    number: int
    role: ClaimRole | FactRole
    depth: int = 0
    title: str = ""

    @property
    def is_mention(self) -> bool:
        """Whether it mentions something, and is no part of a claim."""
        return self.role in _FACT_ROLES


class Fact(Protocol):
    """A figure, an event, an actor, a place or a time as the views show it."""

    @property
    def number(self) -> int:
        """Its number among its kind, from 1."""

    @property
    def title(self) -> str:
        """What it says in short."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it is mentioned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some characters between two neighbouring borders.

    Attributes:
        start: offset of the first character.
        end: offset after the last one.
        marks: the spans that cover it, the innermost first.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def claims(self) -> tuple[int, ...]:
        """Numbers of the claims that it is part of, the innermost first."""
        return tuple(dict.fromkeys(mark.number for mark in self.marks if not mark.is_mention))

    @property
    def mentions(self) -> tuple[Mark, ...]:
        """What it mentions, the longest first."""
        return tuple(mark for mark in reversed(self.marks) if mark.is_mention)

    @property
    def roles(self) -> frozenset[str]:
        """What it is to all of these."""
        return frozenset(mark.role for mark in self.marks)

    @property
    def layers(self) -> int:
        """How many contents it stands in."""
        return sum(mark.role == "content" for mark in self.marks)


def list_claim_marks(claims: Iterable[Claim]) -> list[Mark]:
    """Lists the spans of claims with their roles, and of those who were told."""
    marks: list[Mark] = []
    for claim in claims:
        attribution = claim.attribution
        spans = [("source", attribution.source), ("cue", attribution.cue)]
        spans += [("content", span) for span in attribution.content]
        marks += [
            Mark(start=span.start, end=span.end, number=claim.number, role=role, depth=claim.depth)  # type: ignore[arg-type]
            for role, span in spans
            if span is not None
        ]
        if (told := attribution.audience) is not None:
            title = f"told by {claim.who}"
            marks.append(
                Mark(start=told.start, end=told.end, number=claim.number, role="audience", title=title)
            )
    return marks


def list_mention_marks(role: FactRole, facts: Iterable[Fact]) -> list[Mark]:
    """Lists the spans of facts of one role."""
    return [
        Mark(start=span.start, end=span.end, number=fact.number, role=role, title=fact.title)
        for fact in facts
        for span in fact.spans
    ]


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Finds the borders of the paragraphs of a text, white space at their ends left out.

    A paragraph ends at a line break; in text that was broken to a column width, at a blank line.
    """
    longest = max(map(len, text.split("\n")))
    widest: int = load_table("header")["wrapped_characters"]
    is_wrapped = longest <= widest and bool(_BLANK_LINES.search(text.strip()))
    borders = [0]
    for match in re.finditer(_BLANK_LINES if is_wrapped else "\n", text):
        borders += match.span()
    borders.append(len(text))
    found: list[tuple[int, int]] = []
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        words = text[start:end].strip()
        if words:
            first = start + text[start:end].index(words[0])
            found.append((first, first + len(words)))
    return found


def cut(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cuts the characters [start, end) at every border of a mark; the pieces joined give them back."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = {start, end}
    for mark in inside:
        borders |= {max(mark.start, start), min(mark.end, end)}
    ordered = sorted(borders)
    for left, right in pairwise(ordered):
        over = [mark for mark in inside if mark.start < right and mark.end > left]
        over.sort(key=lambda mark: (-mark.depth, mark.end - mark.start))
        yield Piece(start=left, end=right, marks=tuple(over))
