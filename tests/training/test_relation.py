"""The fit of restatements."""

from __future__ import annotations

import numpy as np

from sayso.model import Attribution
from tests.reader.relation.sample import claim
from training.relation import Trial, choose_least, fit, match, score

TRIAL = Trial(
    names=("always",),
    evidence=np.ones((3, 1)),
    right=np.array([1.0, 0.0, 0.0]),
    choice=np.array([1, 1, 2]),
    article=np.array([0, 0, 1]),
    gold=2,
)


def test_the_fit_gives_the_share_that_is_right() -> None:
    """With the constant alone, the chance is the share of the right ones."""
    (weight,) = fit(TRIAL.evidence, TRIAL.right)
    assert round(float(1 / (1 + np.exp(-weight))), 2) == 0.33


def test_a_claim_restates_at_most_one_other() -> None:
    """Of the pairs of one claim the likeliest counts, and what the gold has besides is missed."""
    assert score(TRIAL, np.array([0.9, 0.8, 0.1]), 0.5) == (100.0, 50.0, 200 / 3)


def test_precision_may_cost_a_point() -> None:
    """The highest threshold that loses less than a point is taken."""
    assert choose_least({0.1: 30.0, 0.2: 29.5, 0.3: 20.0}) == 0.2


def test_an_attribution_is_matched_with_the_gold_of_its_content() -> None:
    """Most of the characters have to be shared, and a gold attribution is met once."""
    text = " " * 20 + "it rained all night"
    found: list[Attribution] = [claim(0, None, "", "it rained all night").attribution] * 2
    gold = [{"id": "A7", "content": ["it rained all"]}, {"id": "A8", "content": ["night"]}]
    assert match(text, found, gold) == ["A7", None]
