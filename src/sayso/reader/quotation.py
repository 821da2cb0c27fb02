"""Quoted passages of a text: where each opens and closes, in the face of marks that never do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = {"“": "”", "„": "“", "«": "»"}
_CLOSING = frozenset("”»")
_OPENED_BY = frozenset("([{—–-/")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage, half open, with its marks inside; `closed` is False where the mark never closes."""

    start: int
    end: int
    closed: bool


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
