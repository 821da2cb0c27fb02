from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reader.figure.word import list_words
from sayso.reader.speaker.name import find_names
from sayso.reader.speaker.party import gather_parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ewa Kral opened the fair in Lund. Kral had waited. Later Ms. Kral left.", {"Ewa Kral": 3}),
        (
            "The Northern Rail Safety Board (NRSB) met on Monday. The NRSB will report to Parliament in May.",
            {"Northern Rail Safety Board": 2},
        ),
        ("The World Trade Bureau met in Lund. The WTB will vote.", {"World Trade Bureau": 2, "Lund": 1}),
        ("Ewa Kral met Tomas Berg. Berg thanked Kral.", {"Ewa Kral": 2, "Tomas Berg": 2}),
        ("Jonas Bergman spoke. Bergman left, and Jonas Bregman stayed.", {"Jonas Bergman": 3}),
    ],
)
def test_merges_the_names_of_one(nlp: Language, text: str, parties: dict[str, int]) -> None:
    """Surnames, acronyms and short forms join the fullest name of the text."""
    doc = nlp(text)
    words = list_words(doc)
    found = {party.name: len(party.names) for party in gather_parties(words, find_names(doc, words))}
    assert {name: found.get(name) for name in parties} == parties
