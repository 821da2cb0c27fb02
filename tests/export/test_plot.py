"""Numbers with their bounds as bars."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from sayso.export.plot import Bar, print_bars


def _print(*bars: Bar, width: int = 60) -> list[str]:
    stream = StringIO()
    print_bars(Console(file=stream, width=width, markup=False), bars)
    return stream.getvalue().splitlines()


def _bar(low: int | None, high: int | None, note: str = "") -> Bar:
    return Bar(label="x", low=low, high=high, value="v", note=note)


def test_a_number_is_as_long_as_it_is_large() -> None:
    """Half of the largest number is half of its length."""
    full, half = _print(_bar(100, 100), _bar(50, 50))
    assert half.count("█") == full.count("█") // 2 > 0


def test_what_may_be_is_light() -> None:
    """A bar is full up to the smallest number that it may be, and light up to the largest."""
    (line,) = _print(_bar(50, 100))
    assert line.count("█") == line.count("░") > 0


def test_an_open_bound_is_an_arrow() -> None:
    """A number without an upper bound points beyond."""
    assert "░░░→" in _print(_bar(50, None), _bar(100, 100))[0]


def test_an_upper_bound_alone_is_light() -> None:
    """Of a number of which only the largest value is known nothing is sure."""
    (line,) = _print(_bar(None, 40))
    assert "█" not in line
    assert "░" in line


def test_an_unknown_number_has_no_bar() -> None:
    """Its line is there all the same."""
    (line,) = _print(_bar(None, None))
    assert line.split() == ["x", "v"]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lines_fit_the_terminal(width: int) -> None:
    """However narrow the terminal, a bar takes one line."""
    lines = _print(_bar(7, 9, "people in a place with a long name"), _bar(1, None), width=width)
    assert len(lines) == 2
    assert all(len(line) <= width for line in lines)


def test_numbers_far_apart_have_a_logarithmic_scale() -> None:
    """Else the small ones would not be seen; a line below says so."""
    lines = _print(_bar(3, 3), _bar(100_000, 100_000))
    assert lines[-1] == "logarithmic scale"
    assert "█" in lines[0]


def test_no_bars_are_no_lines() -> None:
    """Nothing is printed of nothing."""
    assert _print() == []


def test_zero_and_less_have_no_length() -> None:
    """A number below zero does not break the drawing."""
    assert "█" not in "".join(_print(_bar(0, 0), _bar(-5, -5)))
