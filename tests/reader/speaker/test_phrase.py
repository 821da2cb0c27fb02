from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reader.figure.word import list_words
from sayso.reader.speaker.name import find_names
from sayso.reader.speaker.phrase import PhraseReader, Term


def _read(nlp: Language, phrase: str) -> tuple[list[Term], list[str]]:
    doc = nlp(f"{phrase} said it was over.")
    words = list_words(doc)
    end = words.find(len(phrase) - 1) + 1
    terms = PhraseReader(words, find_names(doc, words)).read(0, end)
    return terms, [words.cut(t.name.start, t.name.end) for t in terms if t.kind == "name" and t.name]


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Orla Devane", ["Orla Devane"]),
        ("The mayor, Tomas Verhoeven,", ["Tomas Verhoeven"]),
        ("Orla Devane, the harbour master,", ["Orla Devane"]),
        ("its archivist, Ewa Kral,", ["Ewa Kral"]),
        ("Mayor of Lund Tomas Verhoeven", ["Tomas Verhoeven"]),
        ("Denmark's foreign minister Ana Brodnik", ["Ana Brodnik"]),
        ("Ewa Kral and Ana Brodnik", ["Ewa Kral", "Ana Brodnik"]),
        ("The Red Cross", ["Red Cross"]),
        ("A Red Cross official", []),
        ("An aide to Ewa Kral", []),
        ("Ewa Kral's lawyer", []),
        ("Two officials", []),
    ],
)
def test_reads_whom_a_phrase_names(nlp: Language, phrase: str, names: list[str]) -> None:
    """A name that qualifies somebody else, or hangs on a preposition, is not who is meant."""
    assert _read(nlp, phrase)[1] == names


@pytest.mark.parametrize(
    "phrase",
    ["Ewa Kral's statement", "A statement by Ewa Kral", "A letter from Ewa Kral", "An Ewa Kral tweet"],
)
def test_a_document_is_its_authors(nlp: Language, phrase: str) -> None:
    """A document speaks for its possessor, or for who follows "by" or "from" or stands before it."""
    (term,) = _read(nlp, phrase)[0]
    assert term.kind == "document"
    assert term.owner is not None
    assert term.owner.kind == "name"


@pytest.mark.parametrize("phrase", ["The Polish government", "The government of Malta", "Malta's government"])
def test_a_government_goes_by_its_place(nlp: Language, phrase: str) -> None:
    """An office with its place is a name of its own."""
    assert _read(nlp, phrase)[0][0].kind == "office"


@pytest.mark.parametrize(
    ("phrase", "kind"), [("She", "pronoun"), ("We", "first"), ("The minister", "nominal")]
)
def test_tells_pronouns_from_nouns(nlp: Language, phrase: str, kind: str) -> None:
    """What needs an antecedent is told apart by the person it stands in."""
    assert _read(nlp, phrase)[0][0].kind == kind
