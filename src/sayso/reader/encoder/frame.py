"""Frames: which tokens around an anchor play which role for it, and how sure that is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BEFORE, AFTER = 96, 128
"""How many tokens before and after an anchor may belong to its frame."""
BUCKETS = 64
ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
FORBIDDEN = np.array([[b[0] == "I" and a[2:] != b[2:] for b in ROLES] for a in ROLES])
"""Steps that no well-formed role sequence takes: into the inside of a span that has not begun."""


def bucket_distances(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Buckets signed distances: exact near zero, logarithmic further out; values 0 … BUCKETS - 1."""
    half = BUCKETS // 2
    size = np.abs(distance)
    log = 12 + (np.log2(np.maximum(size, 12) / 12) * 4).astype(np.int64)
    bucket = np.minimum(np.where(size < 12, size, log), half - 1)
    return np.where(distance < 0, bucket, bucket + half)
