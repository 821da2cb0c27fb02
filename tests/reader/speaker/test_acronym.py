from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reader.figure.word import list_words
from sayso.reader.speaker.acronym import find_acronyms, is_acronym


@pytest.mark.parametrize(
    ("text", "long"),
    [
        (
            "The Bureau of Fisheries, Ports and Harbours (BFPH) closed.",
            "Bureau of Fisheries, Ports and Harbours",
        ),
        ("It is the Lund Harbour Trust (LHT) that pays.", "Lund Harbour Trust"),
        ("They waited (LHT) for hours.", None),
    ],
)
def test_finds_the_words_that_an_acronym_stands_for(nlp: Language, text: str, long: str | None) -> None:
    """The letters in brackets are the initials of the words before them."""
    doc = nlp(text)
    found = list(find_acronyms(list_words(doc), [token.text for token in doc]))
    assert [doc[a.start : a.end].text for a in found] == ([] if long is None else [long])


@pytest.mark.parametrize(("word", "is_one"), [("FSB", True), ("TfL", True), ("Lund", False), ("A", False)])
def test_knows_an_acronym_by_its_capitals(word: str, is_one: bool) -> None:
    """A word that is mostly capitals is an acronym, a single letter is none."""
    assert is_acronym(word) == is_one
