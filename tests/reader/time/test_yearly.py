"""Facts about what comes once a year: which year is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Time

Find = Callable[..., tuple[Time, ...]]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("last October", "2024-10-15", "2023-10"),
        ("last October", "2024-11-15", "2023-10"),
        ("last October", "2024-12-15", "2024-10"),
        ("this October", "2024-05-15", "2024-10"),
        ("next October", "2024-10-15", "2025-10"),
        ("last summer", "2024-07-15", "2023-SU"),
        ("last summer", "2024-10-15", "2024-SU"),
        ("this winter", "2024-01-15", "2023-WI"),
        ("this spring", "2024-01-15", "2024-SP"),
        ("next spring", "2024-04-15", "2025-SP"),
        ("last Christmas", "2024-12-26", "2024-12-25"),
        ("next Christmas", "2024-12-26", "2025-12-25"),
    ],
)
def test_step(find: Find, text: str, published: str, value: str) -> None:
    """`last` is over, and no month that is just over; `this` is of the year; `next` has not begun."""
    assert find(f"They met {text}.", published)[0].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on February 29", "XXXX-02-29"),
        ("in the spring", "XXXX-SP"),
        ("in the second half", "XXXX-H2"),
        ("on Christmas Eve", "XXXX-12-24"),
        ("at Easter", "XXXX-XX-XX"),
        ("on the first Sunday in June", "XXXX-XX-XX"),
        ("on the fifth Friday of May", "XXXX-XX-XX"),
        ("on the last day of June", "XXXX-06-30"),
    ],
)
def test_no_year(find: Find, text: str, value: str) -> None:
    """Without a year what is the same in every year is told, and nothing more."""
    time = find(f"They met {text}.", None)[0]
    assert (time.value, time.start, time.anchor) == (value, None, "none")


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It fell on the first Sunday in June.", "the first Sunday in June", "2024-06-02"),
        ("It fell on the last Friday of March 2023.", "the last Friday of March 2023", "2023-03-31"),
        ("It fell on the fifth Friday of May 2024.", "the fifth Friday of May 2024", "2024-05-31"),
        ("It fell on the last day of February 2023.", "the last day of February 2023", "2023-02-28"),
        ("It fell on the first day of May.", "the first day of May", "2024-05-01"),
        ("It fell in the second week of June.", "the second week of June", "2024-06"),
        ("It fell in Easter week.", "Easter week", "2024-W13"),
    ],
)
def test_place_in_month(find: Find, text: str, span: str, value: str) -> None:
    """A day may be told by its place in its month; a week of a month is no finer than the month."""
    (time,) = find(text)
    assert (time.span.text, time.value) == (span, value)


def test_leap_day(find: Find) -> None:
    """A February 29 lies in the nearest year that has one."""
    assert find("It fell on February 29.", "2023-03-05")[0].value == "2024-02-29"
