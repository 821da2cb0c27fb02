"""Span: some characters of an article."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Record):
    """The characters [start, end) of an article's text, counted in Unicode code points.

    Attributes:
        start: offset of the first character.
        end: offset after the last character.
        text: always equal to `article.text[start:end]`.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cuts the span [start, end) out of the text of an article."""
        return cls(start=start, end=end, text=text[start:end])
