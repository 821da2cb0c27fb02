from __future__ import annotations

import pytest
from spacy.language import Language

TOLD = [
    ("The mayor told reporters that the mill was shut.", "reporters"),
    ("“The mill is shut,” Ewa Kral told the Lund Post.", "the Lund Post"),
    ("The mayor said to the council that the mill was shut.", "the council"),
    ("In an interview with the Lund Post, the mayor said that the mill was shut.", "the Lund Post"),
    ("The mayor urged residents to leave the mill.", "residents"),
    ("The mayor said that the mill was shut.", None),
    ("The mayor announced that the mill would be handed to the council.", None),
]


@pytest.mark.parametrize(("text", "audience"), TOLD)
def test_finds_to_whom_it_was_said(nlp: Language, text: str, audience: str | None) -> None:
    """The object of "told", who follows "to", and whom an interview was given to are audiences."""
    (attribution,) = nlp(text)._.attributions
    assert (attribution.audience and attribution.audience.text) == audience
