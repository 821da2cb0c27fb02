from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.model import Attribution
from sayso.vocab import load_table

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
    ("A person familiar with the matter said that the mill was shut.", "anonymous"),
    ("A person close to the owner said that the mill was shut.", "anonymous"),
    ("Two people briefed on the talks said that the mill was shut.", "anonymous"),
    ("An official who spoke on condition of anonymity said that the mill was shut.", "anonymous"),
    ("“The mill is shut,” said an official, who asked not to be named.", "anonymous"),
    ("A diplomat who was not authorised to speak publicly said that the mill was shut.", "anonymous"),
]
REASONS = [
    ("He said that the mill was shut.", "pronoun"),
    ("The centre said that the mill was shut.", "description"),
    ("We said that the mill was shut.", "first"),
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


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_tells_why_nobody_is_meant(nlp: Language, text: str, reason: str) -> None:
    """What stays unresolved has its reason, in the words of the table."""
    assert _find(nlp, text, "mill").speaker.reason == load_table("speaker")["reason"][reason]


@pytest.mark.parametrize(("text", "word"), [(NAMED[0][0], "taxes"), (NAMELESS[2][0], "mill")])
def test_nobody_else_has_a_reason(nlp: Language, text: str, word: str) -> None:
    """A speaker that is named or known by office needs no reason."""
    assert _find(nlp, text, word).speaker.reason is None


def test_a_pronoun_is_who_is_named_in_its_paragraph(nlp: Language) -> None:
    """The last speaker of the paragraph before gives way to who is named in this one."""
    text = (
        "Albert Hock said it was English. In his opinion, it is hard.\n\n"
        "Several people came back. One is Denis Kral, a student in Lund. He said he was fond of mills."
    )
    assert _find(nlp, text, "mills").speaker.name == "Denis Kral"


def test_it_may_be_a_document(nlp: Language) -> None:
    """A pronoun after a report without an author is the report, and no body that the text names."""
    text = (
        "Lund Steel shut the mill. A report found that the roof was rotten. It warned that walls would fall."
    )
    assert _find(nlp, text, "walls").speaker.name is None


def test_a_participle_goes_on_for_its_clause(nlp: Language) -> None:
    """A participle without a source is of who speaks in the clause that it hangs on."""
    text = "The results were described by Kral as a triumph, saying that she would stay until May."
    assert _find(nlp, text, "stay").speaker.name == "Kral"
