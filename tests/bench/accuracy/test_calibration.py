"""Expected calibration error on cases that one can work out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.accuracy.calibration import measure_error


def test_sure_and_right_has_no_error() -> None:
    """Confidence 1 on what is right and 0 on what is wrong is perfect."""
    assert measure_error([1.0, 0.0, 1.0, 0.0], [True, False, True, False], bins=2) == 0


def test_sure_and_wrong_has_the_greatest_error() -> None:
    """Confidence 1 on what is wrong is as bad as can be."""
    assert measure_error([1.0] * 4, [False] * 4, bins=2) == 1


def test_bins_hold_equally_many_not_equal_widths() -> None:
    """Six confidences make two bins of three, though five of them lie above one half."""
    confidence = [0.4, 0.6, 0.8, 0.9, 0.9, 0.9]
    right = [False, True, True, True, True, False]
    low, high = abs(0.6 - 2 / 3), abs(0.9 - 2 / 3)
    assert measure_error(confidence, right, bins=2) == pytest.approx((3 * low + 3 * high) / 6)


def test_the_order_of_predictions_does_not_matter() -> None:
    """Bins are cut from sorted confidences."""
    assert measure_error([0.9, 0.1], [True, False], bins=2) == pytest.approx(0.1)


def test_fewer_predictions_than_bins_leave_bins_empty() -> None:
    """An empty bin has no share in the error."""
    assert measure_error([0.75], [True], bins=10) == pytest.approx(0.25)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_the_error_lies_between_nothing_and_one(pairs: list[tuple[float, bool]]) -> None:
    """It is a mean of distances between probabilities."""
    confidence, right = zip(*pairs, strict=True)
    assert 0 <= measure_error(list(confidence), list(right)) <= 1
