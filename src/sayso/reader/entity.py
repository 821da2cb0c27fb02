"""Named entities from the encoder's scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.reader.encoder.sequence import Floats, cut_spans, follow, forbid_steps

Entity = tuple[int, int, str]


def name_entities(scores: Floats, labels: Sequence[str]) -> list[Entity]:
    """Finds named entities: first and past-the-last token, and class, in text order, none overlapping.

    Tokens whose best label is `O` stay outside; each stretch between them takes its best well-formed sequence
    of begin, inside and outside labels.

    Args:
        scores: of each label at each token, shape (n, labels).
        labels: the labels, begin and inside of each class, and `O`.
    """
    steps = np.where(forbid_steps(labels), np.float32(-np.inf), np.float32(0))
    named = np.concatenate([[False], scores.argmax(1) != labels.index("O"), [False]])
    edges = np.flatnonzero(named[1:] != named[:-1])
    entities: list[Entity] = []
    for low, high in edges.reshape(-1, 2).tolist():
        path = [labels[i] for i in follow(scores[None, low:high], steps)[0][0]]
        entities += [(start, end, kind) for kind, start, end in cut_spans(path, low)]
    return entities
