"""Named entities from the encoder's scores."""

from __future__ import annotations

import numpy as np

from sayso.reader.encoder.sequence import cut_spans, follow, forbid_steps
from sayso.reader.encoder.session import States
from sayso.reader.encoder.weight import Weights

Entity = tuple[int, int, str]


def name_entities(states: States, weights: Weights) -> list[Entity]:
    """Finds named entities: first and past-the-last token, and class, in text order, none overlapping.

    Tokens whose best label is `O` stay outside; each stretch between them takes its best well-formed sequence
    of begin, inside and outside labels.
    """
    labels = weights.labels.names
    steps = np.where(forbid_steps(labels), np.float32(-np.inf), np.float32(0))
    named = np.concatenate([[False], states.names.argmax(1) != labels.index("O"), [False]])
    edges = np.flatnonzero(named[1:] != named[:-1])
    entities: list[Entity] = []
    for low, high in edges.reshape(-1, 2).tolist():
        path = [labels[i] for i in follow(states.names[None, low:high], steps)[0][0]]
        entities += [(start, end, kind) for kind, start, end in cut_spans(path, low)]
    return entities
