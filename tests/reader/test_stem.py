from __future__ import annotations

import pytest

from sayso.reader.stem import list_stems, look_up


@pytest.mark.parametrize(
    ("word", "stem"),
    [("stopped", "stop"), ("denies", "deny"), ("shelling", "shell"), ("shot", "shoot"), ("raided", "raid")],
)
def test_an_inflected_word_has_its_stem(word: str, stem: str) -> None:
    """Endings are taken off, doubled letters undone, and irregular forms known."""
    assert stem in list_stems(word)


def test_two_words_come_first() -> None:
    """A verb with the word after it has an entry of its own."""
    lexicon = {"call": "name", "call for": "demand"}
    assert look_up(["they", "called", "for", "calm"], 1, lexicon) == "demand"


def test_a_word_without_an_entry_has_none() -> None:
    """What the lexicon lacks is None."""
    assert look_up(["window"], 0, {"call": 1}) is None
