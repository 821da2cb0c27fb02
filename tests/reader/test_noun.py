"""Nouns and their singulars."""

from __future__ import annotations

import pytest

from sayso.reader.figure.word import find_kinds
from sayso.reader.noun import find_singular, is_plural_noun
from sayso.reader.speaker.noun import to_person


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("people", "person"),
        ("policewomen", "policewoman"),
        ("deputies", "deputy"),
        ("witnesses", "witness"),
        ("israelis", "israeli"),
        ("buses", "bus"),
        ("abdomen", "abdomen"),
        ("boss", "boss"),
    ],
)
def test_a_plural_has_its_singular(plural: str, singular: str) -> None:
    """Regular and irregular plurals lead to their singular, and a singular to itself."""
    assert find_singular(plural) == singular


def test_some_nouns_are_plural_whatever_their_form() -> None:
    """The noun "people" has no plural ending."""
    assert (is_plural_noun("people"), is_plural_noun("person")) == (True, False)


@pytest.mark.parametrize("noun", ["archbishops", "gunmen", "firefighters"])
def test_figures_and_speakers_know_the_same_people(noun: str) -> None:
    """Whoever can be counted can speak."""
    assert ("person" in find_kinds(noun), to_person(noun)) == (True, find_singular(noun))
