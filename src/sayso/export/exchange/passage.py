"""Passage: the words around a span that let a reader check what was made of it."""

from __future__ import annotations

from sayso.model import Span
from sayso.vocab import load_table


def cut_passage(text: str, span: Span) -> Span:
    """Returns the paragraph that a span starts in; a long one is cut at blanks around the span."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    end = len(text) if end < 0 else end
    room = max(0, load_table("exchange")["passage"] - (span.end - span.start)) // 2
    if span.start - start > room:
        start = max(text.find(" ", span.start - room, span.start) + 1, start) or span.start
    if end - span.end > room:
        blank = text.rfind(" ", span.end, span.end + room)
        end = blank if blank > 0 else span.end
    return Span.of(text, start, max(end, span.end))
