from __future__ import annotations

import pytest

from sayso.model import Article


def test_equal_articles_have_equal_ids() -> None:
    """The id follows from what the article says and where it was published."""
    assert Article.of("text", url="u").id == Article.of("text", url="u").id


def test_other_texts_have_other_ids() -> None:
    """Another text is another article."""
    assert Article.of("text").id != Article.of("texts").id


def test_an_id_of_the_caller_is_kept() -> None:
    """Whoever has ids of their own keeps them."""
    assert Article.of("text", id="wn07").id == "wn07"


def test_refuses_unknown_facts() -> None:
    """A misspelt fact is an error, not lost."""
    with pytest.raises(TypeError, match="titel"):
        Article.of("text", titel="x")
