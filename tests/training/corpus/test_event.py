from __future__ import annotations

import numpy as np

from training.corpus.document import Count, Document, Event
from training.corpus.event import read_counts, read_events

WORDS = ["Rangers", "arrested", "two", "men", ".", "Rangers", "left", "."]


def _document() -> Document:
    starts = np.cumsum([0, *(len(w) + 1 for w in WORDS[:-1])])
    offsets = [(s, s + len(w)) for s, w in zip(starts, WORDS, strict=True)]
    return Document(" ".join(WORDS), np.array(offsets, dtype=np.int64))


def _row(**fields: object) -> dict[str, object]:
    row = {"trigger": "arrested", "type": "COERCE", "factuality": "happened"}
    return {**row, "actors": ["Rangers"], "recipients": ["two men"], **fields}


def test_reads_an_event_as_tokens() -> None:
    """Trigger and arguments become spans of tokens."""
    expected = Event((1, 2), "COERCE", "happened", ((0, 1),), ((2, 4),))
    assert list(read_events(_document(), [_row()])) == [expected]


def test_arguments_stand_nearest_to_their_trigger() -> None:
    """An argument that occurs twice is read where its trigger is."""
    (event,) = read_events(_document(), [_row(trigger="left", recipients=[])])
    assert event.actors == ((5, 6),)


def test_leaves_out_an_argument_that_is_not_spelled() -> None:
    """An argument that the text does not spell is left out, the event kept."""
    (event,) = read_events(_document(), [_row(recipients=["the cook"])])
    assert event.recipients == ()


def test_reads_a_figure_as_tokens() -> None:
    """A figure becomes a span of tokens with its measure."""
    assert list(read_counts(_document(), [{"span": "two", "measure": "detained"}])) == [
        Count((2, 3), "detained")
    ]
