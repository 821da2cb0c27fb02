"""Sequences of begin, inside and outside labels: which are well-formed, which is best, what they mark."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def forbid_steps(labels: Sequence[str]) -> NDArray[np.bool_]:
    """Marks the steps that no well-formed sequence takes, shape (from, to): into the inside of nothing."""
    return np.array([[b[0] == "I" and a[1:] != b[1:] for b in labels] for a in labels])


def follow(scores: Floats, steps: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Finds the best sequence of each row (Viterbi 1967); all begin after label 0, which is outside.

    Args:
        scores: of each label at each place, shape (rows, places, labels).
        steps: of each step from one label to the next, shape (labels, labels).

    Returns:
        Labels of the best sequences, shape (rows, places), and their scores, shape (rows,).
    """
    rows, length, count = scores.shape
    back = np.zeros((length, rows, count), dtype=np.int64)
    best = scores[:, 0] + steps[0]
    for i in range(1, length):
        ways = best[:, :, None] + steps
        back[i] = ways.argmax(1)
        best = ways.max(1) + scores[:, i]
    paths = np.zeros((rows, length), dtype=np.int64)
    paths[:, -1] = best.argmax(1)
    every = np.arange(rows)
    for i in range(length - 1, 0, -1):
        paths[:, i - 1] = back[i, every, paths[:, i]]
    return paths, best.max(1)


def cut_spans(path: Sequence[str], first: int) -> list[tuple[str, int, int]]:
    """Cuts a well-formed sequence into spans: kind, first and past-the-last place, counted from `first`."""
    spans: list[tuple[str, int, int]] = []
    for i, label in enumerate(path, first):
        if label[0] == "B":
            spans.append((label[2:], i, i + 1))
        elif label[0] == "I":
            kind, start, _ = spans[-1]
            spans[-1] = (kind, start, i + 1)
    return spans
