"""Words that are found again in a later text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.correction.quote import Quote, align, fold, list_occurrences
from sayso.model import Span

TEXT = (
    "The harbour of Varn was shut on Monday, its master Ilse Tofte said.\n\n"
    "“We counted nine boats and nobody was in them,” she said. Nine boats had left the night before.\n\n"
    "The mayor said that nine boats were too few to count as a fleet, and that he would wait."
)
NEW = "It has rained on the coast since the middle of April, and the roads are mud.\n\n"


def _quote(words: str, number: int = 1) -> Quote:
    at = -1
    for _ in range(number):
        at = TEXT.index(words, at + 1)
    return Quote.of(TEXT, Span.of(TEXT, at, at + len(words)))


def _find(quote: Quote, text: str) -> tuple[int, str] | None:
    span = quote.find(text)
    return None if span is None else (span.start, span.text)


@pytest.mark.parametrize("number", [1, 2])
def test_the_same_text_gives_the_same_place(number: int) -> None:
    """In the text itself words are found where they were quoted, though they stand elsewhere as well."""
    quote = _quote("nine boats", number)
    assert _find(quote, TEXT) == (quote.start, "nine boats")


@pytest.mark.parametrize("words", ["nine", "said", "Nine boats had left the night before."])
def test_follows_what_moves(words: str) -> None:
    """Words that something is put in front of are found where they stand now."""
    quote = _quote(words)
    assert _find(quote, NEW + TEXT) == (quote.start + len(NEW), words)


@pytest.mark.parametrize("number", [1, 2])
def test_tells_places_by_what_stands_around_them(number: int) -> None:
    """Of several places the one with the likest surroundings is meant, in whatever order they come."""
    first, second, third = TEXT.split("\n\n")
    text = "\n\n".join((third, second, first))
    quote = _quote("nine boats", number)
    found = quote.find(text)
    assert found is not None
    assert text[found.end : found.end + 8] == quote.suffix[:8]


def test_finds_words_that_were_changed_a_little() -> None:
    """A sentence in which some words are others is still the same sentence."""
    text = TEXT.replace("counted nine boats and nobody", "have counted nine boats and not a soul")
    found = _quote("“We counted nine boats and nobody was in them,”").find(text)
    assert found is not None
    assert found.text == "“We have counted nine boats and not a soul was in them,”"


def test_marks_may_be_typed_otherwise() -> None:
    """Straight quotation marks are found for curly ones."""
    text = TEXT.replace("“", '"').replace("”", '"')
    assert _find(_quote("“We counted nine boats and nobody was in them,”"), text) is not None


@pytest.mark.parametrize("words", ["Nine boats had left the night before.", "nine", "said"])
def test_what_is_gone_is_not_found(words: str) -> None:
    """Words whose sentence is gone are not found, though other sentences say some of them."""
    text = "The harbour of Varn is open. The mayor, who was asked about nine gulls, said nothing of it."
    assert _quote(words).find(text) is None


def test_a_number_that_changed_is_not_the_same() -> None:
    """A quantity that a later text corrects is another one."""
    assert _quote("nine").find(TEXT.replace("counted nine", "counted eleven")) is None


def test_whole_words_come_first() -> None:
    """Words inside of longer ones count only where there are no others."""
    assert [start for start, _, _ in list_occurrences("unit it sit", "it")] == [5]
    assert [start for start, _, _ in list_occurrences("unit sit", "it")] == [2, 6]


def test_aligns_with_the_fewest_changes() -> None:
    """The run that takes the fewest changes is found, with its first and last word."""
    words = ["a", "b", "the", "old", "mill", "burned", "down", "c"]
    assert align(["the", "mill", "burned", "down"], words) == (1, 2, 6)


@given(text=st.text(max_size=30))
def test_folding_keeps_the_length(text: str) -> None:
    """An offset into a folded text is one into the text."""
    assert len(fold(text)) == len(text)


@given(data=st.data(), text=st.text(min_size=1, max_size=40))
def test_any_words_are_found_where_they_are(data: st.DataObject, text: str) -> None:
    """Whatever is quoted is found in its own text at its own place."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    assert Quote.of(text, span).find(text) == span


@given(text=st.text(max_size=40), other=st.text(min_size=1, max_size=40))
def test_what_is_found_is_a_span(text: str, other: str) -> None:
    """In any text what is found lies inside of it."""
    found = Quote.of(other, Span.of(other, 0, len(other))).find(text)
    assert found is None or text[found.start : found.end] == found.text != ""
