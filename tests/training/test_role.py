from __future__ import annotations

import numpy as np

from sayso.reader.encoder.frame import ROLES
from training.corpus.document import UNLABELLED, Document, Event, Frame
from training.role import Roles, number_roles


def _name(kind: str, roles: np.ndarray) -> list[str]:
    return [ROLES[kind][i] if i != UNLABELLED else "?" for i in roles]


def test_where_spans_overlap_the_later_role_wins() -> None:
    """A cue inside a content is a cue, and the content begins anew after it."""
    frame = Roles("attribution", 1, (("content", ((0, 4),)), ("cue", ((1, 2),))))
    assert _name("attribution", frame.cut(0, 4, 4)) == ["B-content", "B-cue", "B-content", "I-content"]


def test_spans_that_touch_stay_apart() -> None:
    """Two actors in a row each have a begin."""
    frame = Roles("event", 2, (("actor", ((0, 1), (1, 2))),))
    assert _name("event", frame.cut(0, 3, 3)) == ["B-actor", "B-actor", "O"]


def test_a_cut_keeps_what_lies_in_it() -> None:
    """Tokens beyond the window are unlabelled, and a span that began before it goes on inside."""
    frame = Roles("attribution", 3, (("content", ((0, 4),)),))
    assert _name("attribution", frame.cut(2, 5, 4)) == ["B-content", "I-content", "O", "?"]


def test_every_kind_of_frame_is_listed() -> None:
    """Attributions hang on their anchor, events on the first token of their trigger."""
    document = Document("a b c", np.array([(0, 1), (2, 3), (4, 5)]))
    document.frames = [Frame(1, False, ((0, 1),), ((1, 2),), ((2, 3),))]
    document.events = [Event((2, 3), "AID", "happened", ((0, 1),), ())]
    frames = number_roles(document)
    assert {kind: [f.anchor for f in listed] for kind, listed in frames.items()} == {
        "attribution": [1],
        "event": [2],
    }
