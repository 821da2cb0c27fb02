from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader import syntax


def _is_tree(heads: tuple[int, ...]) -> bool:
    if sum(h == i for i, h in enumerate(heads)) != 1:
        return False
    for i in range(len(heads)):
        at, steps = i, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return True


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_finds_a_tree(n: int, seed: int) -> None:
    """Whatever the scores, the result is one tree."""
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    assert _is_tree(tuple(syntax._find_tree(scores).tolist()))


@pytest.mark.parametrize("seed", range(20))
def test_finds_the_best_tree_from_a_root(seed: int) -> None:
    """From a given root, no tree scores more."""
    n = 5
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    np.fill_diagonal(scores, -np.inf)
    found = syntax._span(scores, 0)

    def value(heads: tuple[int, ...]) -> float:
        return float(sum(scores[i, h] for i, h in enumerate(heads) if i))

    trees = (t for t in itertools.product([0], *[range(n)] * (n - 1)) if _is_tree(t))
    assert value(tuple(found.tolist())) == pytest.approx(max(map(value, trees)), abs=1e-4)
