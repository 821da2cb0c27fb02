"""Quoted passages of a text: where each opens and closes, in the face of marks that never do."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.attribution import Quotation
from sayso.reader.span import Range
from sayso.vocab import load_table

_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted passage, half open, with its marks inside; `closed` is False where the mark never closes."""

    start: int
    end: int
    closed: bool


class Passages:
    """The quoted passages of a text.

    Attributes:
        text: the text.
        double: passages in double marks, in order, none overlapping.
        single: likewise in single marks, inside of others or in a text without double marks.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.double = find_passages(text)
        self.single = list(_find_single(text, self.double))
        self._by_start = {p.start: p for p in (*self.single, *self.double)}
        self._by_end = {p.end: p for p in (*self.single, *self.double)}

    def judge(self, content: Sequence[Range], *, nested: bool) -> Quotation:
        """Tells how a content is quoted: all of its words within marks, some, or none.

        Words nested inside of quoted words count as quoted only by marks of their own.
        """
        words = quoted = 0
        for start, end in content:
            near = [*_overlap(self.double, start, end), *_overlap(self.single, start, end)]
            if nested:
                near = [p for p in near if not (p.start < start and end < p.end)]
            for word in _WORD.finditer(self.text, start, end):
                words += 1
                quoted += any(p.start <= word.start() and word.end() <= p.end for p in near)
        if not quoted:
            return "indirect"
        return "direct" if quoted == words else "mixed"

    def widen(self, start: int, end: int) -> Range:
        """Takes in the quotation marks right beside a range whose partners it holds or takes in as well."""
        opening = self._by_start.get(start - 1)
        if opening is not None and opening.end <= end + 1:
            start = opening.start
        closing = self._by_end.get(end + 1)
        if closing is not None and closing.closed and closing.start >= start:
            end = closing.end
        return start, end


def find_passages(text: str) -> list[Passage]:
    """Finds the passages in double quotation marks, paragraph by paragraph, in order.

    A passage that its paragraph leaves open ends with the paragraph, so one lost mark costs one paragraph;
    a speech over several paragraphs, which reopens each of them, comes out as one passage a paragraph.
    """
    return [
        passage
        for paragraph in _PARAGRAPH.finditer(text)
        for passage in _find_in_paragraph(text, paragraph.start(), paragraph.end())
    ]


def _overlap(passages: list[Passage], start: int, end: int) -> list[Passage]:
    low = bisect_right(passages, start, key=lambda p: p.end)
    return passages[low : bisect_left(passages, end, key=lambda p: p.start)]


def _find_in_paragraph(text: str, start: int, end: int) -> Iterator[Passage]:
    table = load_table("quotation")
    pairs, straight = table["double"], table["straight"]
    closing = set("".join(pairs.values())) - pairs.keys()
    opened: int | None = None
    for i in range(start, end):
        mark = text[i]
        if mark == straight:
            is_opening = opened is None if not _is_clear(text, i, start, end) else _opens(text, i, start)
        elif opened is not None and mark in pairs.get(text[opened], closing):
            is_opening = False
        elif mark in pairs:
            is_opening = True
        elif mark in closing:
            is_opening = False
        else:
            continue
        if not is_opening and opened is not None:
            yield Passage(opened, i + 1, closed=True)
            opened = None
        elif is_opening and opened is None:
            opened = i
    if opened is not None:
        yield Passage(opened, end, closed=False)


def _opens(text: str, i: int, start: int) -> bool:
    return i == start or text[i - 1].isspace() or text[i - 1] in load_table("quotation")["opened_after"]


def _is_clear(text: str, i: int, start: int, end: int) -> bool:
    """Tells whether a straight mark leans to one side only: space before and none after, or the reverse."""
    followed_by_space = i + 1 >= end or text[i + 1].isspace()
    return _opens(text, i, start) != followed_by_space


def _find_single(text: str, double: list[Passage]) -> Iterator[Passage]:
    """Finds passages in single marks; an apostrophe opens none and, inside a word, closes none."""
    table = load_table("quotation")
    opening = re.compile(rf"(?<![\w’'])[{table['single_opening']}](?=\S)")
    closing = re.compile(rf"(?<=\S)[{table['single_closing']}](?!\w)")
    for paragraph in _PARAGRAPH.finditer(text):
        bounds = paragraph.span()
        closes = [match.end() for match in closing.finditer(text, *bounds)]
        last = 0
        for match in opening.finditer(text, *bounds):
            at = bisect_left(closes, match.end() + 2)
            if match.start() < last or at == len(closes):
                continue
            passage = Passage(match.start(), closes[at], closed=True)
            around = _overlap(double, passage.start, passage.end)
            if not double or any(p.start < passage.start and passage.end < p.end for p in around):
                last = passage.end
                yield passage
