"""Figures as the views show them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.claim import list_claims
from sayso.export.figure import Count, list_counts
from sayso.export.place import list_sites
from sayso.model import Reading
from tests.export.sample import count


def list_all(reading: Reading, doubtful_below: float = 0.5) -> list[Count]:
    return list_counts(reading, list_claims(reading, 0.5), list_sites(reading), doubtful_below)


@pytest.mark.parametrize(
    ("low", "high", "bound", "value"),
    [
        (5, 5, "exact", "5"),
        (0, 0, "exact", "0"),
        (22185, None, "at_least", "≥ 22,185"),
        (11, None, "more_than", "> 10"),
        (None, 40, "at_most", "≤ 40"),
        (None, 9, "less_than", "< 10"),
        (None, 1200, "nearly", "≤ 1,200"),
        (200, 200, "about", "≈ 200"),
        (1900, 2100, "about", "≈ 1,900–2,100"),
        (36, 40, "range", "36–40"),
        (24, None, "vague", "≥ 24"),
        (None, None, "vague", "unknown"),
    ],
)
def test_value_has_its_bound(
    low: int | None, high: int | None, bound: str, value: str, toll: Reading
) -> None:
    """A value is written with the sign of its bound and with thousands parted."""
    only = replace(toll, figures=(count("F1", "Two", low, high, bound),))
    assert list_all(only)[0].value == value


def test_bound_without_a_sign_is_a_note(toll: Reading) -> None:
    """What no sign tells is told in a word."""
    assert [each.note for each in list_all(toll)] == [None, "vague", None]


def test_figure_knows_its_claim_and_place(toll: Reading) -> None:
    """A figure in a claim names it; one outside is the article's own; a place has its merged name."""
    first, second, _ = list_all(toll)
    assert (first.claim and first.claim.number, first.place) == (1, "Rotterdam")
    assert (second.claim, second.place) == (None, None)


def test_dates_are_told_apart(toll: Reading) -> None:
    """The date at which a count holds is not the one at which it starts."""
    assert [each.dates for each in list_all(toll)] == [("as of 2026-03-03",), (), ("since 2026-03-03",)]


def test_doubt_begins_under_the_threshold(toll: Reading) -> None:
    """A figure is doubtful where its confidence is under the threshold, not at it."""
    assert [each.is_doubtful for each in list_all(toll, 0.9)] == [False, False, True]
    assert not any(each.is_doubtful for each in list_all(toll, 0.3))


def test_figures_are_numbered_in_the_order_of_the_text(toll: Reading) -> None:
    """Whatever order the reading has, the first in the text is number 1."""
    shuffled = replace(toll, figures=toll.figures[::-1])
    assert [(each.number, each.words) for each in list_all(shuffled)] == [
        (1, "More than 40"),
        (2, "Dozens"),
        (3, "Two"),
    ]
