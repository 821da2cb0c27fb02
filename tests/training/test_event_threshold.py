from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is needed for training only")

from sayso.reader.event.trigger import Trigger
from training.corpus.document import Event
from training.event_threshold import (
    Trial,
    choose_threshold,
    fit_confidence,
    mark_right,
)


def find(start: int, kind: str, odds: float) -> Trigger:
    return Trigger(start, start + 1, kind, odds, -0.1, 0)  # type: ignore[arg-type]


def test_each_gold_event_is_met_once() -> None:
    """The surest of two triggers of one event is right, and right by type only where the types agree."""
    gold = [Event((3, 5), "ASSAULT", "happened", (), ())]
    found = [find(3, "ASSAULT", 0.5), find(4, "DISASTER", 2.0), find(9, "ASSAULT", 1.0)]
    marks = {t.start: (right, typed) for t, right, typed in mark_right(found, gold)}
    assert marks == {4: (True, False), 9: (False, False), 3: (False, False)}


def make_trial() -> Trial:
    odds = np.linspace(-2, 4, 120)
    evidence = np.stack([np.ones(120), odds, np.full(120, -0.1)], axis=1)
    right = np.random.default_rng(3).random(120) < 1 / (1 + np.exp(1 - odds))
    return Trial(evidence, right, right, gold=int(right.sum()) + 5)


def test_confidence_is_what_share_is_right() -> None:
    """The mean of the fitted confidence is the share of triggers that are right."""
    trial = make_trial()
    confidence = 1 / (1 + np.exp(-trial.evidence @ fit_confidence(trial)))
    assert confidence.mean() == pytest.approx(trial.typed.mean(), abs=0.03)


def test_the_threshold_is_half_of_the_best_f1() -> None:
    """Calibrated confidence is cut at half of the F1 that can be reached."""
    trial = make_trial()
    keep = choose_threshold(trial, fit_confidence(trial))
    assert 0.25 < keep < 0.5
