"""The names that a question means."""

from __future__ import annotations

import pytest

from sayso.ledger import Ledger
from sayso.ledger.question.term import find_locations, find_names, find_outlets, suggest_names


@pytest.mark.parametrize("text", ["Ana Brodnik", "brodnik", "BRODNIK ana", "Brodník"])
def test_a_name_is_found_by_its_words(asked: Ledger, text: str) -> None:
    """Case, accents and order do not matter, and a part is enough."""
    with asked.store.read() as connection:
        assert set(find_names(connection, text).values()) == {"Ana Brodnik"}


@pytest.mark.parametrize("text", ["ana brodnik kos", "brod", "…", ""])
def test_a_name_has_all_words(asked: Ledger, text: str) -> None:
    """Another word is another name, and half a word is none."""
    with asked.store.read() as connection:
        assert find_names(connection, text) == {}


@pytest.mark.parametrize("text", ["orlo", "Orlø", "7", "NO"])
def test_a_place_is_found_by_name_id_and_country(asked: Ledger, text: str) -> None:
    """All names of an entry of the gazetteer come with it."""
    with asked.store.read() as connection:
        assert set(find_locations(connection, text).values()) == {"Orlo", "Orlø"}


def test_an_outlet_is_found_by_its_words(asked: Ledger) -> None:
    """A part of the name is enough."""
    with asked.store.read() as connection:
        assert set(find_outlets(connection, "courier").values()) == {"Orlo Courier"}


@pytest.mark.parametrize("text", ["Brodnick", "Ana Brodnic", "Anna Brodnik"])
def test_a_name_that_is_miswritten_is_suggested(asked: Ledger, text: str) -> None:
    """Each word that no name has is taken for the one most like it."""
    with asked.store.read() as connection:
        assert "Ana Brodnik" in suggest_names(connection, text)


def test_nothing_like_it_suggests_nothing(asked: Ledger) -> None:
    """A name that is unlike all others is left alone."""
    with asked.store.read() as connection:
        assert suggest_names(connection, "Zzyzx") == ()
