"""Statements: claims made comparable."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.reconcile.statement import find_stance, list_statements, measure_likeness, share_run
from tests.reconcile.note import attribution, content, reading

TEXT = "Tor Brand said the harbour company had buried the inspection records. Ines Lund denied it."


def test_a_denial_of_a_pronoun_means_the_claim_before() -> None:
    """Who denies "it" denies what somebody else said before."""
    said = attribution(TEXT, "the harbour company had buried the inspection records", "Tor Brand")
    denied = attribution(TEXT, "it.", "Ines Lund", id="A2", cue="denied", act="deny")
    statements = list_statements(reading(TEXT, attributions=(said, denied)))
    assert statements[1].meant == statements[0].content


def test_what_says_little_is_left_out() -> None:
    """A claim of a word that every article has cannot be compared."""
    said = attribution(TEXT, "said", "Tor Brand")
    assert list_statements(reading(TEXT, attributions=(said,))) == ()


@pytest.mark.parametrize(
    ("text", "words", "cue", "act", "stance"),
    [
        ("He denied theft", "theft", "denied", "deny", "denies"),
        ("He rejected claims", "claims", "rejected", "state", "denies"),
        ("He declined comment", "comment", "declined", "deny", "affirms"),
        ("He said no such offer came", "no such offer came", "said", "state", "denies"),
        ("He confirmed a leak", "a leak", "confirmed", "confirm", "confirms"),
        ("He said it leaks", "it leaks", "said", "state", "affirms"),
    ],
)
def test_a_claim_has_a_stance(text: str, words: str, cue: str, act: str, stance: str) -> None:
    """A claim affirms, denies or confirms; declining to comment denies nothing."""
    assert find_stance(attribution(text, words, cue=cue, act=act)) == stance


def test_likeness_is_the_same_either_way() -> None:
    """How alike two contents are does not depend on their order."""
    one, other = content("the glue held a solvent"), content("a banned solvent was in the glue")
    assert measure_likeness(one, other) == measure_likeness(other, one) > 0.5


def test_likeness_counts_meaning() -> None:
    """With vectors, half of the likeness is the cosine."""
    one = content("glue", vector=(1.0, 0.0))
    other = content("paste", vector=(0.6, 0.8))
    assert measure_likeness(one, other) == pytest.approx(0.3)


def test_a_vector_is_put_at_length_one() -> None:
    """Vectors of small whole numbers become unit vectors."""
    said = attribution(TEXT, "the harbour company had buried the inspection records", "Tor Brand")
    (made,) = list_statements(reading(TEXT, attributions=(said,)), np.array([[3, 4]], dtype=np.int8))
    assert made.content.vector == pytest.approx((0.6, 0.8))


def test_a_run_of_words_is_shared() -> None:
    """Three rare words in a row tie two contents together; common words do not."""
    one = content("she wrote to the harbour safety board in May")
    assert share_run(one, content("the harbour safety board had a letter"))
    assert not share_run(content("it was in the end"), content("that was in the end"))
