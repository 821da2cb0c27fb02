from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from sayso.reader.act import read_cue, weigh_cues

LABELS = ("deny", "state")


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("denied", "deny"),
        ("have been accusing", "accuse"),
        ("called for", "demand"),
        ("called", None),
        ("said", None),
        ("made an announcement", "announce"),
        ("According to", "state"),
        ("vowed", "promise"),
    ],
)
def test_a_cue_stands_for_an_act(cue: str, act: str | None) -> None:
    """Cues stand for their act in any form; those that any act may have stand for none."""
    assert read_cue(cue) == act


def test_the_lexicon_decides_where_the_encoder_does_not() -> None:
    """Of two acts that are equally likely, the one of the cue wins."""
    scores = np.zeros((2, 2), dtype=np.float32)
    assert weigh_cues(scores, LABELS, ["denied", "reported"]).argmax(1).tolist() == [0, 1]


def test_without_a_cue_the_encoder_decides() -> None:
    """A quotation that stands alone keeps its scores."""
    scores = np.array([[0.2, 0.1]], dtype=np.float32)
    assert weigh_cues(scores, LABELS, [None]).tolist() == scores.tolist()


def test_attributions_have_acts(nlp: Language) -> None:
    """A denial is read as one."""
    doc = nlp("The mayor denied that the bridge was unsafe.")
    assert [attribution.act for attribution in doc._.attributions] == ["deny"]
