"""Measures, bars and their table."""

from __future__ import annotations

import pytest

from bench.measure import Bar, Measure, format_table, judge


@pytest.mark.parametrize(
    ("bar", "value", "met"), [(Bar(least=86), 86.0, True), (Bar(least=86), 85.99, False)]
)
def test_a_bar_from_below_is_met_at_its_own_value(bar: Bar, value: float, met: bool) -> None:
    """A value that equals its bar is enough, one that rounds to it is not."""
    assert bar.admits(value) is met


def test_a_bar_from_above_is_missed_by_more() -> None:
    """Where less is better the bar is the most that is allowed."""
    assert [Bar(most=0.3).admits(v) for v in (0.3, 0.31)] == [True, False]


def test_a_measure_without_bar_is_neither_met_nor_missed() -> None:
    """Without a bar there is no verdict."""
    assert judge(Measure("speed", 1.0), {})["met"] is None


def test_a_measure_without_value_is_neither_met_nor_missed() -> None:
    """What was not measured has no verdict, whatever its bar."""
    row = judge(Measure("speed", None), {"speed": Bar(least=2)})
    assert (row["bar"], row["met"]) == ("≥ 2", None)


def test_the_table_has_a_line_for_each_row_under_its_head() -> None:
    """Numbers stand at the right of their column, words at the left."""
    lines = format_table([{"a": "one", "b": 1.5}, {"a": "thirteen", "b": None}], ("a", "b")).split("\n")
    assert lines == ["a            b", "────────  ────", "one       1.50", "thirteen     –"]
