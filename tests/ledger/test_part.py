"""The words by which names are looked up."""

from __future__ import annotations

import pytest

from sayso.ledger.part import split_name
from sayso.vocab import load_table


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ana Brodnik", ("ana", "brodnik")),
        ("ÅSE Ødegård", ("ase", "odegard")),
        ("Orlo Mill Workers’ Union; Ana Brodnik", ("orlo", "mill", "workers", "union", "ana", "brodnik")),
        ("Ana Ana", ("ana",)),
        ("…", ()),
    ],
)
def test_a_name_is_its_words(name: str, parts: tuple[str, ...]) -> None:
    """Case, accents and marks are left out, and a word counts once."""
    assert split_name(name) == parts


def test_a_word_is_no_longer_than_an_index_takes() -> None:
    """What goes on without end is cut."""
    assert split_name("x" * 5000) == ("x" * load_table("ledger")["longest_part"],)
