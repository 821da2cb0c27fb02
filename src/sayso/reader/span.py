"""Spans of characters made whole: trimmed of white space, with the quotation marks that belong to them."""

from __future__ import annotations

Range = tuple[int, int]

OPENING = frozenset("“„«‘\"'")
CLOSING = frozenset("”»’\"'")


def trim(text: str, start: int, end: int, loose: str = "") -> Range | None:
    """Takes white space and the characters of `loose` off both ends; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in loose):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in loose):
        end -= 1
    return (start, end) if start < end else None


def join_marks(text: str, ranges: list[Range]) -> list[Range]:
    """Takes in the quotation marks that stand right at the ends, and joins ranges that then touch."""
    joined: list[Range] = []
    for start, end in (_widen(text, *found) for found in ranges):
        if joined and joined[-1][1] <= start and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        elif not joined or start >= joined[-1][1]:
            joined.append((start, end))
    return joined


def _widen(text: str, start: int, end: int) -> Range:
    opens = start > 0 and text[start - 1] in OPENING and not text[max(start - 2, 0) : start - 1].isalnum()
    closes = text[end : end + 1] in CLOSING and not text[end + 1 : end + 2].isalnum()
    return start - opens, end + closes
