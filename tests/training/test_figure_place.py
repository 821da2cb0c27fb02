"""The fit of the places of figures."""

from __future__ import annotations

import pytest

from sayso.model import Place, Span
from training.figure_place import Choice, choose, fit, mark_right


def make(name: str | None, words: str) -> Place:
    return Place(
        id=words, span=Span(start=0, end=len(words), text=words), name=name, kind=None, country=None,
        lat=None, lon=None, geonames=None, unresolved=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        ("Kilmore, Norland", [True, False, False]),
        ("Norland", [False, True, False]),
        ("near Kilmore, Norland", [True, False, False]),
        ("the Farm, Norland", [False, True, False]),
        ("Old Kilmer", [False, False, False]),
    ],
)
def test_the_first_part_of_a_gold_name_is_meant(gold: str, right: list[bool]) -> None:
    """What holds a place is right only where the place itself is not named."""
    places = [make("Kilmore", "Kilmore"), make("Norland", "N."), make(None, "Dunmore")]
    assert mark_right(places, gold) == right


def test_the_fit_learns_which_evidence_tells() -> None:
    """Evidence that the right places share gets the greater weight."""
    choices = [Choice("a", [{"near": 1.0}, {"far": 1.0}], [True, False], 1.0) for _ in range(5)]
    weights = fit(choices)
    assert weights["near"] > 0 > weights["far"]
    assert choose(weights, choices[0]) == 0
