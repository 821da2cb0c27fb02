"""Speeches, on sentences made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.reader.draft import Draft
from sayso.reader.figure.word import Words
from sayso.reader.span import Range
from sayso.reader.speech import part_speeches

ROWS = """
Closed VERB VBN 2 ccomp
said VERB VBD 0 root
Kral PROPN NNP 2 nsubj
. PUNCT . 2 punct
Berg PROPN NNP 6 nsubj
frowned VERB VBD 0 root
. PUNCT . 6 punct
Enough ADV RB 0 root
"""


@pytest.fixture
def words(plant: Callable[[str], Words]) -> Words:
    return plant(ROWS)


def _find(words: Words, text: str) -> Range:
    start = words.text.index(text)
    return start, start + len(text)


def _part(words: Words, *content: str) -> list[Draft]:
    pieces = [_find(words, piece) for piece in content]
    facts = {"evidence": (), "confidence": 0.9, "token": 0}
    draft = Draft(_find(words, "Kral"), _find(words, "said"), pieces, **facts)  # type: ignore[arg-type]
    return list(part_speeches(words, [draft]))


def test_a_sentence_between_parts(words: Words) -> None:
    """A quotation behind a sentence that is not the speaker's loses source and cue."""
    first, second = _part(words, "Closed", "Enough")
    assert (first.source, first.content) == (_find(words, "Kral"), [_find(words, "Closed")])
    assert (second.source, second.cue, second.content) == (None, None, [_find(words, "Enough")])


def test_what_the_speaker_says_does_not_part(words: Words) -> None:
    """Pieces with nothing of the article's own between them stay together."""
    assert len(_part(words, "Closed", "Berg frowned", "Enough")) == 1
