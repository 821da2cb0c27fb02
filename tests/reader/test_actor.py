from __future__ import annotations

import pytest
from spacy.language import Language

TEXT = (
    "Finance Minister Ewa Kral opened the fair. She told the Lund Post that taxes would fall. "
    "The Ministry of Roads said that it had no comment."
)


def test_merges_mentions_under_the_fullest_name(nlp: Language) -> None:
    """A person has one entry with name, pronoun and role."""
    actor = next(a for a in nlp(TEXT)._.actors if a.name == "Ewa Kral")
    assert [span.text for span in actor.mentions][:2] == ["Ewa Kral", "She"]
    assert (actor.kind, actor.role) == ("person", "Finance Minister")


@pytest.mark.parametrize(
    ("name", "kind"), [("Lund Post", "outlet"), ("Ministry of Roads", "government"), ("Ewa Kral", "person")]
)
def test_tells_what_actors_are(nlp: Language, name: str, kind: str) -> None:
    """Names say whether their bearer is a person, an outlet or part of a government."""
    assert {a.name: a.kind for a in nlp(TEXT)._.actors}[name] == kind


def test_a_text_without_names_has_no_actors(nlp: Language) -> None:
    """Nobody is invented."""
    assert nlp("It rained all day.")._.actors == ()
