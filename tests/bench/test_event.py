from __future__ import annotations

from pathlib import Path
from typing import get_args

import spacy

from bench.event import WORTH, _make_doc, measure_events
from sayso.model.event import Factuality


def test_given_tokens_are_spaced_like_print() -> None:
    """Commas and clitics stand at the word before them, quotation marks are those of a typewriter."""
    words = ["``", "We", "did", "n't", "meet", ",", "''", "he", "said", "."]
    doc = _make_doc(spacy.blank("en").vocab, words)
    assert doc.text.strip() == '" We didn\'t meet, " he said.'
    assert len(doc) == len(words)


def test_every_class_is_worth_something() -> None:
    """The scale of factuality has a place for each class."""
    assert set(WORTH) == set(get_args(Factuality))


def test_a_corpus_that_is_not_there_is_skipped(tmp_path: Path) -> None:
    """Without its corpus a measure has no value and says why."""
    measures = list(measure_events(None, tmp_path))  # type: ignore[arg-type]
    assert [measure.value for measure in measures] == [None, None]
    assert all("skipped" in measure.note for measure in measures)
