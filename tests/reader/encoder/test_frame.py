from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.encoder import frame
from sayso.reader.encoder.frame import bucket_distances
from sayso.reader.encoder.sequence import forbid_steps

ROLES = frame.ROLES["attribution"]
STEPS = np.where(forbid_steps(ROLES), -1e4, 0).astype(np.float32)


@pytest.fixture
def scores() -> np.ndarray:
    return np.random.default_rng(3).normal(size=(2, 4, len(ROLES))).astype(np.float32)


def _enumerate(scores: np.ndarray) -> dict[tuple[int, ...], float]:
    paths = itertools.product(range(len(ROLES)), repeat=len(scores))
    return {
        path: float(
            sum(scores[i, r] for i, r in enumerate(path))
            + sum(STEPS[a, b] for a, b in zip((0, *path), path, strict=False))
        )
        for path in paths
    }


def test_sums_over_all_paths(scores: np.ndarray) -> None:
    """The sum runs over all well-formed paths."""
    every = np.array(list(_enumerate(scores[0]).values()))
    assert frame._sum_paths(scores, STEPS)[0] == pytest.approx(np.log(np.exp(every).sum()), abs=1e-4)


@given(st.integers(-500, 500))
def test_buckets_tell_before_from_after(distance: int) -> None:
    """Distances before and after the anchor share no bucket."""
    bucket = int(bucket_distances(np.array([distance]))[0])
    assert 0 <= bucket < frame.BUCKETS
    assert (bucket < frame.BUCKETS // 2) == (distance < 0)
