"""Facts about feasts: on which day of a year each falls."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reader.time.feast import find_easter, find_weekday


@pytest.mark.parametrize(
    ("year", "month", "weekday", "nth", "day"),
    [(2024, 11, 3, 4, "2024-11-28"), (2024, 5, 0, -1, "2024-05-27"), (2024, 9, 0, 1, "2024-09-02")],
)
def test_weekday(year: int, month: int, weekday: int, nth: int, day: str) -> None:
    """A weekday of a month is counted from its beginning, or from its end."""
    assert find_weekday(year, month, weekday, nth) == date.fromisoformat(day)


def test_no_fifth_weekday() -> None:
    """A month may lack a fifth day of the week."""
    assert find_weekday(2024, 6, 4, 5) is None


@pytest.mark.parametrize("day", ["1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31"])
def test_easter(day: str) -> None:
    """Easter falls on the days that the church's tables give, the earliest and the latest among them."""
    assert find_easter(int(day[:4])).isoformat() == day
