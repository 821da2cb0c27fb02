"""The events and figures of ledger gold, by the words of the annotation guide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from training.corpus.document import Count, Document, Event, Span
from training.corpus.span import locate, locate_near, to_tokens


def read_events(document: Document, rows: list[Any]) -> Iterator[Event]:
    """Yields the events of an article; an argument that the text does not spell is left out."""
    for row in rows:
        (place,) = locate(document.text, [row["trigger"]])
        for trigger in to_tokens(document, [place]):
            actors, recipients = (
                _find_arguments(document, row.get(role) or [], place) for role in ("actors", "recipients")
            )
            yield Event(trigger, row["type"], row["factuality"], actors, recipients)


def _find_arguments(document: Document, marks: list[Any], place: Span) -> tuple[Span, ...]:
    found = (locate_near(document.text, mark, place) for mark in marks if mark)
    return to_tokens(document, [span for span in found if span])


def read_counts(document: Document, rows: list[Any]) -> Iterator[Count]:
    """Yields the figures of an article."""
    for row in rows:
        for span in to_tokens(document, locate(document.text, [row["span"]])):
            yield Count(span, row["measure"])
