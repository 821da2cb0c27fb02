"""Named entities from the encoder's scores."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.reader.encoder.session import Floats, States
from sayso.reader.encoder.weight import Weights

Entity = tuple[int, int, str]


def name_entities(states: States, weights: Weights) -> list[Entity]:
    """Finds named entities: first and past-the-last token, and class, in text order, none overlapping.

    Tokens whose best label is `O` stay outside; each stretch between them takes its best well-formed sequence
    of begin, inside and outside labels (Viterbi).
    """
    labels = weights.labels.names
    named = np.concatenate([[False], states.names.argmax(1) != labels.index("O"), [False]])
    edges = np.flatnonzero(named[1:] != named[:-1])
    entities: list[Entity] = []
    for low, high in edges.reshape(-1, 2).tolist():
        path = [labels[i] for i in _follow(states.names[low:high], _bar_steps(labels))]
        entities += _collect(path, low)
    return entities


def _follow(scores: Floats, barred: Floats) -> list[int]:
    """Returns the best path through the scores, shape (tokens, labels), that takes no barred step."""
    best = scores[0] + barred[0]
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        ways = best[:, None] + barred
        back[i] = ways.argmax(0)
        best = ways.max(0) + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


@lru_cache(maxsize=4)
def _bar_steps(labels: tuple[str, ...]) -> NDArray[np.float32]:
    """0 where a step between labels is well-formed, minus infinity where not, shape (from, to)."""
    barred = [[b[0] == "I" and a[1:] != b[1:] for b in labels] for a in labels]
    return np.where(barred, np.float32(-np.inf), np.float32(0))


def _collect(path: list[str], first: int) -> list[Entity]:
    entities: list[Entity] = []
    for i, label in enumerate(path, first):
        if label[0] == "B":
            entities.append((i, i + 1, label[2:]))
        elif label[0] == "I":
            start, _, kind = entities[-1]
            entities[-1] = (start, i + 1, kind)
    return entities
