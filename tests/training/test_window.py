from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is needed for training only")

from sayso.reader.encoder.frame import ROLES  # noqa: E402
from sayso.reader.encoder.session import Encoder  # noqa: E402
from training.corpus.document import Document, Frame  # noqa: E402
from training.window import code, collate, cut_windows  # noqa: E402


def _document() -> Document:
    text = "He said it rained"
    tokens = np.array([(0, 2), (3, 7), (8, 10), (11, 17)])
    frame = Frame(1, bare=False, source=((0, 1),), cue=((1, 2),), content=((2, 4),))
    return Document(text, tokens, frames=[frame], upos=["PRON", "VERB", "PRON", "VERB"])


def test_gathers_frames_and_tags() -> None:
    """A batch has the roles around each anchor and the labels of each token; others are unlabelled."""
    encoder = Encoder()
    coded = code(_document(), encoder.tokenizer, encoder.weights.labels)
    batch = collate(list(cut_windows(coded)))
    anchors = batch.frames["attribution"]
    assert (anchors.row.tolist(), anchors.at.tolist()) == ([0], [1])
    assert [ROLES["attribution"][i] for i in anchors.roles[0]] == [
        "B-source",
        "B-cue",
        "B-content",
        "I-content",
    ]
    assert batch.anchor[0, :, 0].tolist() == [0.0, 1.0, 0.0, 0.0]
    assert (batch.tags["upos"] >= 0).all()
    assert (batch.tags["names"] < 0).all()


def test_a_batch_without_frames_has_room_for_none() -> None:
    """Documents without attributions make a batch without anchors."""
    encoder, document = Encoder(), _document()
    document.frames = None
    batch = collate(list(cut_windows(code(document, encoder.tokenizer, encoder.weights.labels))))
    assert batch.frames["attribution"].roles.shape == (0, 4)
    assert batch.anchor.isnan().all()
