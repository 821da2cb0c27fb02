"""Quantities: hedges and ranges."""

from __future__ import annotations

import pytest

from sayso.reader.figure.quantity import find_quantities


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "bound"),
    [
        ("killing at least ten miners", "at least ten", 10, None, "at_least"),
        ("no fewer than 40 homes", "no fewer than 40", 40, None, "at_least"),
        ("more than 10 people", "more than 10", 11, None, "more_than"),
        ("over half a million people", "over half a million", 500_001, None, "more_than"),
        ("up to 30 people", "up to 30", None, 30, "at_most"),
        ("as many as ten people", "as many as ten", None, 10, "at_most"),
        ("fewer than 10 people", "fewer than 10", None, 9, "less_than"),
        ("nearly 1200 people", "nearly 1200", None, 1200, "nearly"),
        ("almost two dozen people", "almost two dozen", None, 24, "nearly"),
        ("about 500 people", "about 500", 500, 500, "about"),
        ("some 200 people", "some 200", 200, 200, "about"),
        ("an estimated two million people", "an estimated two million", 2_000_000, 2_000_000, "about"),
        ("between 36 and 40 people", "between 36 and 40", 36, 40, "range"),
        ("36 to 40 people", "36 to 40", 36, 40, "range"),
        ("10-12 people", "10-12", 10, 12, "range"),
        ("15,000 or 18,000 people", "15,000 or 18,000", 15_000, 18_000, "range"),
        ("two to three million people", "two to three million", 2_000_000, 3_000_000, "range"),
        ("dozens of people", "dozens of", 24, None, "vague"),
        ("100 or more people", "100 or more", 100, None, "at_least"),
        ("a total of at least 1,991 people", "a total of at least 1,991", 1991, None, "at_least"),
        ("all 33 passengers", "all 33", 33, 33, "exact"),
        ("five girls", "five", 5, 5, "exact"),
        ("infections surpassed one million", "one million", 1_000_001, None, "more_than"),
    ],
)
def test_a_hedge_bounds_its_number(
    text: str, span: str, low: int | None, high: int | None, bound: str
) -> None:
    """The words around a number set its bounds and belong to its span."""
    (found,) = find_quantities(text)
    assert (text[found.start : found.end], found.low, found.high, found.bound) == (span, low, high, bound)


def test_a_rise_is_two_numbers() -> None:
    """What rose from one number to another is no range."""
    found = list(find_quantities("The toll rose from 10 to 12 people."))
    assert [(q.low, q.bound) for q in found] == [(10, "exact"), (12, "exact")]


def test_a_topic_is_no_hedge() -> None:
    """A preposition before a small number is not taken for a hedge."""
    (found,) = find_quantities("a film about two men")
    assert found.bound == "exact"
