"""The confidence of figures."""

from __future__ import annotations

import pytest

from sayso.reader.figure.confidence import list_evidence, rate_count
from sayso.reader.figure.count import Count
from sayso.vocab import load_table

GRADES = ("noun", "verb", "subject", "joined", "implicit", "bare")


def make(low: int | None, high: int | None, bound: str, grade: str = "noun") -> Count:
    return Count(0, 1, low, high, bound, "killed", 0, None, grade)


@pytest.mark.parametrize("grade", GRADES)
def test_every_grade_has_a_weight(grade: str) -> None:
    """However a count is known, it was seen when confidence was fitted."""
    assert grade in load_table("figure_confidence_weight")


def test_a_larger_number_is_surer_than_one_or_two() -> None:
    """Small numbers are often no counts: "one", "two"."""
    assert rate_count(make(40, 40, "exact")) > rate_count(make(1, 1, "exact"))


def test_confidence_is_a_probability() -> None:
    """It lies between 0 and 1 whatever the count."""
    assert all(0 < rate_count(make(None, 9, "less_than", grade)) < 1 for grade in GRADES)


def test_evidence_tells_hedged_from_vague() -> None:
    """A bound hedges a number; a vague one has none."""
    kinds = {bound: list_evidence(make(24, None, bound)) for bound in ("at_least", "vague", "exact")}
    assert [(kinds[b]["hedged"], kinds[b]["vague"]) for b in kinds] == [(1, 0), (0, 1), (0, 0)]
