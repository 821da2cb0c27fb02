"""What is printed of ClaimDiff."""

from __future__ import annotations

import numpy as np

from bench.claimdiff import list_measures
from sayso.reconcile.strength import Wording, weigh_effect
from training.corpus.claimdiff import Pairs

NAMES = tuple(weigh_effect(Wording.of("Lund left.", (1.0,)), Wording.of("Lund stayed.", (1.0,))))


def test_each_way_is_measured() -> None:
    """Accuracy and F1 are given of the commonest effect, of similarity and of sayso, which has bars."""
    rng = np.random.default_rng(3)
    evidence = np.column_stack([np.ones(60), rng.normal(size=(60, len(NAMES) - 1))])
    pairs = Pairs(NAMES, evidence, rng.integers(0, 3, 60), np.arange(60) % 10)
    rows = list(list_measures(pairs))
    assert [(measure.note, bool(bars)) for measure, bars in rows] == [
        ("commonest", False),
        ("similarity", False),
        ("sayso", True),
    ] * 2
