from __future__ import annotations

from training.corpus.span import locate_near

TEXT = "The guard fled. Police caught the miller. The other guard hid.\nA guardian wept."


def _near(mark: object, word: str) -> int | None:
    at = TEXT.index(word)
    found = locate_near(TEXT, mark, (at, at + len(word)))
    return found and found[0]


def test_the_nearest_occurrence_is_meant() -> None:
    """Of several occurrences the one nearest to the place is found."""
    assert _near("guard", "hid") == TEXT.index("guard hid")


def test_the_same_sentence_is_nearer_than_the_next() -> None:
    """An occurrence in the sentence of the place comes before one closer by in another sentence."""
    text = "He told the long and tiring story to Ada. He slept."
    assert locate_near(text, "He", (37, 40)) == (0, 2)


def test_whole_words_come_first() -> None:
    """A part of a word is not found where the word itself occurs."""
    assert _near("guard", "wept") == TEXT.index("guard hid")


def test_a_numbered_occurrence_is_taken_at_its_word() -> None:
    """An occurrence that is given by number is found wherever the place is."""
    assert _near({"t": "guard", "n": 1}, "hid") == TEXT.index("guard")


def test_what_does_not_occur_is_not_found() -> None:
    """A string that the text does not spell has no place, numbered or not."""
    assert (_near("pilot", "hid"), _near({"t": "guard", "n": 9}, "hid")) == (None, None)
