"""The fit of what one claim does to another."""

from __future__ import annotations

import numpy as np

from training.claim import cross_validate, fit, predict
from training.corpus.claimdiff import HELD_OUT, Pairs

RNG = np.random.default_rng(5)
EFFECT = RNG.integers(0, 3, 300)
EVIDENCE = np.column_stack([np.ones(300), EFFECT + RNG.normal(0, 0.3, 300), RNG.normal(0, 1, 300)])


def test_the_fit_tells_what_evidence_tells() -> None:
    """Where evidence tells the effect, the fit does."""
    told = predict(EVIDENCE, fit(EVIDENCE, EFFECT, 1.0)).argmax(1)
    assert (told == EFFECT).mean() > 0.85


def test_chances_add_up() -> None:
    """The chances of each pair add up to one."""
    assert np.allclose(predict(EVIDENCE, fit(EVIDENCE, EFFECT, 1.0)).sum(1), 1)


def test_a_whole_penalty_is_as_good_as_a_fraction() -> None:
    """A penalty may be given without its point."""
    assert np.allclose(fit(EVIDENCE, EFFECT, 2), fit(EVIDENCE, EFFECT, 2.0))


def test_topics_held_out_are_not_scored() -> None:
    """What is held out does not change what the folds give."""
    topic = np.arange(300) % 20
    pairs = Pairs(("always", "level", "noise"), EVIDENCE, EFFECT, topic)
    other = np.where(topic % HELD_OUT == 0, 0, EFFECT)
    assert cross_validate(pairs, 1.0) == cross_validate(Pairs(pairs.names, EVIDENCE, other, topic), 1.0)
