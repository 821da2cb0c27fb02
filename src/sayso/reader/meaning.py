"""Meaning: a vector for a stretch of text, near to that of texts that say the same."""

from __future__ import annotations

import numpy as np

from sayso.reader.encoder.sequence import Floats
from sayso.reader.encoder.session import States
from sayso.reader.encoder.weight import Weights

WIDTH = 384


def embed(states: States, weights: Weights, low: int, high: int) -> Floats:
    """Returns the unit vector of tokens [low, high), shape (WIDTH,): the mean of their projected vectors."""
    return pool(project(states.hidden[low:high], weights))


def project(hidden: Floats, weights: Weights) -> Floats:
    """Projects the vectors of tokens, shape (n, WIDTH), into the space of meanings, shape (n, WIDTH)."""
    return hidden @ weights.heads["meaning_weight"].T + weights.heads["meaning_bias"]


def pool(vectors: Floats) -> Floats:
    """Returns the mean of vectors, shape (n, WIDTH), at length one; zeros where there are none."""
    if not len(vectors):
        return np.zeros(WIDTH, dtype=np.float32)
    mean: Floats = vectors.mean(0)
    return mean / max(float(np.linalg.norm(mean)), 1e-9)
