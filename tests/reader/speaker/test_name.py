from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reader.figure.word import list_words
from sayso.reader.speaker.name import find_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Finance Minister Ewa Kral resigned.", ["Ewa Kral"]),
        ("The Red Cross sent ten doctors to Geneva.", ["Red Cross", "Geneva"]),
        (
            "Norway's Institute of Marine Research (IMR) counted whales.",
            ["Norway", "Institute of Marine Research"],
        ),
        ("The mill closed on Friday. Associated Press reported the cause.", ["Associated Press"]),
        ("Voters in Lund trust Tomas Berg and Ana Brodnik.", ["Lund", "Tomas Berg", "Ana Brodnik"]),
    ],
)
def test_cuts_names_as_an_index_prints_them(nlp: Language, text: str, names: list[str]) -> None:
    """Titles, articles, places that possess a name and acronyms in brackets are no part of it."""
    doc = nlp(text)
    assert [doc[name.start : name.end].text for name in find_names(doc, list_words(doc))] == names


def test_an_acronym_in_brackets_belongs_to_the_name(nlp: Language) -> None:
    """The token of the acronym is kept with the long form."""
    doc = nlp("The Northern Rail Safety Board (NRSB) opened an inquiry.")
    (name,) = find_names(doc, list_words(doc))
    assert name.acronym is not None
    assert doc[name.acronym].text == "NRSB"
