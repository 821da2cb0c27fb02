"""Rounds of timing."""

from __future__ import annotations

import pytest

from bench.speed.clock import Timing, time_rounds


def test_contestants_take_turns_and_the_first_round_does_not_count() -> None:
    """Each runs once a round, one round more than counts."""
    calls: list[str] = []

    def run(name: str) -> float:
        calls.append(name)
        return float(len(calls))

    timings = time_rounds({"a": lambda: run("a"), "b": lambda: run("b")}, 2)
    assert calls == ["a", "b"] * 3
    assert timings == {"a": Timing((3.0, 5.0)), "b": Timing((4.0, 6.0))}


def test_the_median_is_not_moved_by_one_slow_round() -> None:
    """One outlier shows in the spread alone."""
    timing = Timing((1.0, 1.0, 4.0))
    assert (timing.median, timing.spread) == (1.0, pytest.approx(300))
