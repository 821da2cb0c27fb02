"""Quoted passages of a text: where each opens and closes, in the face of marks that never do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.attribution import Quotation as Kind

_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = {"“": "”", "„": "“", "«": "»"}
_CLOSING = frozenset("”»")
_OPENED_BY = frozenset("([{—–-/")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\S)(.*?\S)[’'](?!\w)")
"""A passage in single marks: an apostrophe neither opens one nor, inside a word, closes it."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage, half open, with its marks inside; `closed` is False where the mark never closes."""

    start: int
    end: int
    closed: bool


class Quotations:
    """The quoted passages of a text.

    Attributes:
        double: passages in double marks.
        single: passages in single marks that stand inside of others, or in a text without double marks.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.double = find_quotations(text)
        self.single = list(_find_single(text, self.double))

    def judge(self, content: list[tuple[int, int]], *, nested: bool) -> Kind:
        """Tells how a content is quoted: all of its words within marks, some, or none.

        Words nested inside of quoted words count as quoted only by marks of their own.
        """
        passages = [*self.double, *self.single]
        if nested:
            passages = [q for q in passages if not any(q.start < a and b < q.end for a, b in content)]
        words = [
            (start + word.start(), start + word.end())
            for start, end in content
            for word in _WORD.finditer(self.text[start:end])
        ]
        quoted = sum(any(q.start <= a and b <= q.end for q in passages) for a, b in words)
        if not quoted:
            return "indirect"
        return "direct" if quoted == len(words) else "mixed"


def _find_single(text: str, double: list[Quotation]) -> Iterator[Quotation]:
    for paragraph in _PARAGRAPH.finditer(text):
        for match in _SINGLE.finditer(paragraph[0]):
            start, end = paragraph.start() + match.start(), paragraph.start() + match.end()
            if not double or any(q.start < start and end < q.end for q in double):
                yield Quotation(start, end, closed=True)


def find_quotations(text: str) -> list[Quotation]:
    """Finds the passages in double quotation marks, paragraph by paragraph, in order.

    A passage that its paragraph leaves open ends with the paragraph, so one lost mark costs one paragraph;
    a speech over several paragraphs, which reopens each of them, comes out as one passage a paragraph.
    """
    return [
        quotation
        for paragraph in _PARAGRAPH.finditer(text)
        for quotation in _find_in_paragraph(text, paragraph.start(), paragraph.end())
    ]


def _find_in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    for i in range(start, end):
        mark = text[i]
        if mark == '"':
            is_opening = opened is None if not _is_clear(text, i, start, end) else _opens(text, i, start)
        elif mark in _DOUBLE:
            is_opening = True
        elif mark in _CLOSING:
            is_opening = False
        else:
            continue
        if not is_opening and opened is not None:
            yield Quotation(opened, i + 1, closed=True)
            opened = None
        elif is_opening and opened is None:
            opened = i
    if opened is not None:
        yield Quotation(opened, end, closed=False)


def _opens(text: str, i: int, start: int) -> bool:
    return i == start or text[i - 1].isspace() or text[i - 1] in _OPENED_BY


def _is_clear(text: str, i: int, start: int, end: int) -> bool:
    """Tells whether a straight mark leans to one side only: space before and none after, or the reverse."""
    followed_by_space = i + 1 >= end or text[i + 1].isspace()
    return _opens(text, i, start) != followed_by_space
