"""Numbers that cannot both hold."""

from __future__ import annotations

import pytest

from sayso.reader.relation.measurement import find_conflicts
from tests.reader.relation.sample import claim, list_relations

FIRST = claim(0, "Seismic Office", "reported", "the tremor had a magnitude of 5.5")


@pytest.mark.parametrize("content", ["a magnitude of 5.8", "5.8"])
def test_two_measurements_of_one_thing_contradict(content: str) -> None:
    """Another number for the same thing, or a number alone, contradicts the one before."""
    other = claim(1, "Geological Survey", "put it at", content)
    assert list_relations(list(find_conflicts([FIRST, other]))) == [("A1", "contradicts", "A0")]


@pytest.mark.parametrize(
    "content", ["a magnitude of 5.5", "a depth", "9 ships had sunk", "a magnitude of 95"]
)
def test_other_numbers_do_not(content: str) -> None:
    """Equal numbers, none, those of other things and those far off contradict nothing."""
    assert list(find_conflicts([FIRST, claim(1, "Geological Survey", "said", content)])) == []
