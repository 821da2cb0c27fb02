"""Readings of one or two sentences, with what is read there put in by hand."""

from __future__ import annotations

from zlib import crc32

import numpy as np

from sayso.model import Actor, Article, Event, Reading, Span
from sayso.reconcile.event import EventSketch, Meaning
from sayso.reconcile.scene import Scene

MEANINGS = {"shot": "shoot", "shoots": "shoot"}
"""Triggers that mean the same."""


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def mean(word: str) -> np.ndarray:
    """Returns a vector of its own for each word."""
    return np.random.default_rng(crc32(word.encode())).integers(-90, 90, 16).astype(np.int8)


def sketch(text: str, trigger: str, article: str = "a", **parts: str) -> EventSketch:
    """Makes the sketch of an event; its actor and recipient are words of the text, names if capitals."""
    named = {part: span(text, words) for part, words in parts.items()}
    actors = [
        Actor(id=f"N{i}", name=found.text, kind="person", mentions=(found,), role=None)
        for i, found in enumerate(named.values())
        if found.text[0].isupper()
    ]
    event = Event(
        id="E1",
        trigger=span(text, trigger),
        type="ASSAULT",
        actors=tuple(named[k] for k in named if k == "actor"),
        recipients=tuple(named[k] for k in named if k == "recipient"),
        place=None,
        date=None,
        factuality="happened",
        attribution=None,
        confidence=1.0,
    )
    reading = Reading(article=Article.of(text, id=article), events=(event,), actors=tuple(actors))
    stem = MEANINGS.get(trigger, trigger)
    return EventSketch.of(reading, Scene.of(reading), event, Meaning(mean(stem), mean(stem)))
