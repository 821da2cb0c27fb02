"""Meaning: a vector for a stretch of text, near to that of texts that say the same."""

from __future__ import annotations

import numpy as np

from sayso.reader.encoder.session import Floats, States
from sayso.reader.encoder.weight import Weights


def embed(states: States, weights: Weights, low: int, high: int) -> Floats:
    """Returns the unit vector of tokens [low, high), shape (384,): the mean of their vectors, projected."""
    mean = states.hidden[low:high].mean(0)
    vector: Floats = weights.heads["meaning_weight"] @ mean + weights.heads["meaning_bias"]
    return vector / max(float(np.linalg.norm(vector)), 1e-9)
