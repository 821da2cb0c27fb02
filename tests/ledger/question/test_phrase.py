"""Words to search for."""

from __future__ import annotations

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.question.phrase import write_match


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("mill fire", '("mill" AND "fire")'),
        ('"mill fire" orlo', '("mill fire" AND "orlo")'),
        ("mill or fire", '("mill") OR ("fire")'),
        ("mill -fire", '(("mill")) NOT ("fire")'),
        ("NEAR(mill*", '("NEAR(mill*")'),
        ('unclosed "mill fire', '("unclosed" AND "mill fire")'),
        ("mill — fire", '("mill" AND "fire")'),
    ],
)
def test_words_are_written_for_fts5(words: str, match: str) -> None:
    """Whatever people type is words, and never the language of the index."""
    assert write_match(words) == match


@pytest.mark.parametrize("words", ["", "…", "-mill", "or"])
def test_words_must_be_sought(words: str) -> None:
    """Without a word that occurs there is nothing to look for."""
    with pytest.raises(LedgerError, match="LDG010"):
        write_match(words)


@pytest.mark.parametrize(
    ("words", "passages"),
    [
        ("dies", {"At least 12 died in Orlo"}),
        ("dead nine", {"Nine are dead"}),
        ("guilt or died", {"any guilt", "At least 12 died in Orlo"}),
        ("dead -nine", {"Officials feared 40 dead", "40 dead"}),
        ('"feared 40"', {"Officials feared 40 dead"}),
        ('"40 feared"', set()),
        ("o'clock \"'; DROP TABLE words", set()),
    ],
)
def test_both_stores_find_the_same(asked: Ledger, words: str, passages: set[str]) -> None:
    """Forms of a word, phrases, alternatives and exclusions mean the same on each store."""
    assert {row.citation.passage for row in asked.claims(words=words).rows} == passages
