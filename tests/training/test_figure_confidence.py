"""The fit of the confidence of figures."""

from __future__ import annotations

import numpy as np

from training.figure_confidence import fit, measure_error, predict


def test_the_fit_gives_the_shares_of_right_counts() -> None:
    """With much evidence the prediction nears the share that is right of each kind."""
    evidence = [{"always": 1.0, "few": 1.0}] * 400 + [{"always": 1.0}] * 400
    right = np.array(([1.0] * 200 + [0.0] * 200) + [1.0] * 400)
    right[-20:] = 0
    few, many = predict(fit(evidence, right), [evidence[0], evidence[-1]])
    assert (round(float(few), 1), round(float(many), 1)) == (0.5, 0.9)


def test_a_calibrated_prediction_has_no_error() -> None:
    """The error compares the mean prediction with the share that is right, bin by bin."""
    chance = np.full(10, 0.5)
    assert (measure_error(chance, np.array([1.0, 0.0] * 5)), measure_error(chance, np.ones(10))) == (
        0.0,
        50.0,
    )
