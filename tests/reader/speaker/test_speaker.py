from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.model import Attribution

NAMED = [
    ("Ewa Kral, the finance minister, opened the fair. She said that taxes would fall.", "taxes", "Ewa Kral"),
    (
        "Finance Minister Ewa Kral opened the fair. The minister said that taxes would fall.",
        "taxes",
        "Ewa Kral",
    ),
    ("Ewa Kral opened the fair. Kral said that taxes would fall.", "taxes", "Ewa Kral"),
    (
        "The Northern Rail Safety Board (NRSB) met on Monday. The NRSB said that the line was safe.",
        "line",
        "Northern Rail Safety Board",
    ),
    ("Ewa Kral opened the fair. “We will cut taxes,” she said. “It is time.”", "time", "Ewa Kral"),
    ("Wages fell in March, according to a report by the Lund Institute.", "ages", "Lund Institute"),
    ("Tomas Berg and Ana Brodnik said that the mill was shut.", "mill", "Tomas Berg; Ana Brodnik"),
]
NAMELESS = [
    ("He said that the mill was shut.", "unresolved"),
    ("The centre said that the mill was shut.", "unresolved"),
    ("Police said that the mill was shut.", "role"),
    ("A spokeswoman for the ministry said that the mill was shut.", "role"),
    ("A source in the ministry said that the mill was shut.", "anonymous"),
    ("It was reported that the mill was shut.", "anonymous"),
]


def _find(nlp: Language, text: str, word: str) -> Attribution:
    found = [a for a in nlp(text)._.attributions if any(word in span.text for span in a.content)]
    assert found, f"nothing is attributed in {text!r}"
    return found[-1]


@pytest.mark.parametrize(("text", "word", "name"), NAMED)
def test_gives_words_to_whom_the_text_names(nlp: Language, text: str, word: str, name: str) -> None:
    """Pronouns, offices, surnames, acronyms, authors and joined names lead to the printed name."""
    speaker = _find(nlp, text, word).speaker
    assert (speaker.name, speaker.kind) == (name, "named")


@pytest.mark.parametrize(("text", "kind"), NAMELESS)
def test_leaves_nameless_whom_the_text_does_not_name(nlp: Language, text: str, kind: str) -> None:
    """An office alone is a role, a source anonymous, and what has no referent unresolved."""
    speaker = _find(nlp, text, "mill").speaker
    assert (speaker.name, speaker.kind) == (None, kind)


def test_somebody_elses_name_is_not_taken(nlp: Language) -> None:
    """A pronoun of the other gender is not given to the only person that the text names."""
    text = "Mr. Tomas Berg was hurt in the fire. She said that the mill was shut."
    assert _find(nlp, text, "mill").speaker.name is None


def test_points_at_the_name_and_the_actor(nlp: Language) -> None:
    """The speaker has the span that names it, and the actor whose mentions hold its source."""
    doc = nlp("Ewa Kral opened the fair. She said that taxes would fall.")
    (attribution,) = doc._.attributions
    assert attribution.speaker.mention is not None
    assert attribution.speaker.mention.text == "Ewa Kral"
    actor = next(a for a in doc._.actors if a.id == attribution.speaker.actor)
    assert attribution.source in actor.mentions


def test_words_of_a_nested_claim_are_the_inner_speakers(nlp: Language) -> None:
    """An "I" inside of a quotation is who is quoted."""
    doc = nlp("“I believe that the mill is unsafe,” Ewa Kral told the council.")
    assert {a.speaker.name for a in doc._.attributions} == {"Ewa Kral"}
