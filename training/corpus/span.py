"""Marks of a corpus as spans of characters, and those as spans of the reader's tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
from spacy.language import Language

from training.corpus.document import Document, Span

_BREAK = re.compile(r"\n|[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
"""Where a sentence probably ends."""


def cut(text: str, nlp: Language) -> Document:
    """Cuts a text by the reader's own tokenizer; white space is no token."""
    doc = nlp.make_doc(text)
    offsets = [(t.idx, t.idx + len(t)) for t in doc if not t.is_space]
    return Document(text, np.array(offsets, dtype=np.int64).reshape(-1, 2))


def locate(text: str, marks: Iterable[Any]) -> list[Span]:
    """Finds spans that are written as strings, or as {"t": string, "n": occurrence}.

    Raises:
        ValueError: a string does not occur so often.
    """
    spans = []
    for mark in marks:
        if mark is None:
            continue
        string, n = (mark["t"], mark.get("n", 1)) if isinstance(mark, dict) else (mark, 1)
        at = -1
        for _ in range(n):
            at = text.index(string, at + 1)
        spans.append((at, at + len(string)))
    return spans


def locate_near(text: str, mark: Any, place: Span) -> Span | None:
    """Finds the occurrence of a mark that stands nearest to a place, or None if it does not occur.

    One in the same sentence is nearer than one in another, and whole words come before parts of words.
    A mark that says which occurrence it means is taken at its word.
    """
    if isinstance(mark, dict) and "n" in mark:
        try:
            return locate(text, [mark])[0]
        except ValueError:
            return None
    string = mark["t"] if isinstance(mark, dict) else mark
    pattern = re.escape(string)
    found = [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    found = found or [m.span() for m in re.finditer(pattern, text)]
    return min(found, key=lambda span: _measure_distance(text, span, place), default=None)


def _measure_distance(text: str, span: Span, place: Span) -> tuple[int, int]:
    """Sentence breaks and characters between two spans; spans that overlap are not apart."""
    start, end = min(span[1], place[1]), max(span[0], place[0])
    return len(_BREAK.findall(text, start, end + 1)), max(0, end - start)


def to_tokens(document: Document, spans: Iterable[Any]) -> tuple[Span, ...]:
    """Widens character spans to whole tokens, in the order of the text."""
    found = []
    for start, end in spans:
        first = int(np.searchsorted(document.tokens[:, 1], start, side="right"))
        last = int(np.searchsorted(document.tokens[:, 0], end, side="left"))
        if first < last:
            found.append((first, last))
    return tuple(sorted(found))
