"""Articles of one length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.speed.article import count_words, make_articles


def test_paragraphs_are_joined_until_the_length_is_reached() -> None:
    """Two paragraphs of three words come nearest to six."""
    texts = ["a b c\n\nd e f\n\ng h i\n\nj k l"]
    assert make_articles(texts, 2, words=6) == ["a b c\n\nd e f", "g h i\n\nj k l"]


def test_few_paragraphs_are_used_again() -> None:
    """There are as many articles as asked for, however short the texts."""
    assert make_articles(["a b c"], 2, words=6) == ["a b c\n\na b c"] * 2


def test_a_long_paragraph_stays_whole() -> None:
    """Cuts lie at the ends of paragraphs only."""
    assert make_articles(["a b c d e f g h"], 1, words=2) == ["a b c d e f g h"]


def test_texts_without_words_are_an_error() -> None:
    """Nothing can be timed on nothing."""
    with pytest.raises(ValueError, match="no paragraph"):
        make_articles(["\n\n", ""], 1)


@given(st.lists(st.integers(1, 20), min_size=1), st.integers(1, 5))
def test_lengths_are_off_by_no_more_than_half_a_paragraph(sizes: list[int], count: int) -> None:
    """Each article ends where it is nearest to its length."""
    text = "\n\n".join(" ".join(["word"] * size) for size in sizes)
    for article in make_articles([text], count, words=50):
        assert abs(count_words(article) - 50) <= max(sizes) / 2
