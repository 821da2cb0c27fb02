"""Spans of characters: trimmed at their ends, and joined where nothing parts them."""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]


def trim(text: str, start: int, end: int, loose: str = "") -> Range | None:
    """Takes white space and the characters of `loose` off both ends; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in loose):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in loose):
        end -= 1
    return (start, end) if start < end else None


def join(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Joins ranges that nothing but white space parts, and drops those that overlap an earlier one."""
    joined: list[Range] = []
    for start, end in ranges:
        if joined and joined[-1][1] <= start and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        elif not joined or start >= joined[-1][1]:
            joined.append((start, end))
    return joined


def meets(one: Range, other: Range) -> bool:
    """Tells whether two ranges share a character."""
    return one[0] < other[1] and other[0] < one[1]
