"""What claims mean, as small vectors."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.model import Article
from sayso.reader import Embedded, Reader, embed_all
from sayso.reader.meaning import WIDTH
from sayso.reader.vector import SCALE, compress, load_projection
from tests.reader.conftest import ARTICLE


@pytest.fixture(scope="module")
def embedded(reader: Reader) -> Embedded:
    return reader.embed(Article.of(ARTICLE))


def test_there_is_a_vector_for_each_claim(embedded: Embedded) -> None:
    """The vectors stand in the order of the attributions, in 8 bits."""
    directions = load_projection().shape[1]
    assert embedded.vectors.shape == (len(embedded.reading.attributions), directions)
    assert embedded.vectors.dtype == np.int8


def test_embedding_reads_as_reading_does(reader: Reader, embedded: Embedded) -> None:
    """The reading beside the vectors is the one that is made without them."""
    assert reader.read(Article.of(ARTICLE)) == embedded.reading


def test_a_claim_is_near_to_what_says_the_same(reader: Reader, embedded: Embedded) -> None:
    """A question in other words finds the claim that answers it."""
    question = reader.embed_text("how many cars drive over the bridge")
    products = embedded.vectors.astype(int) @ question.astype(int)
    content = embedded.reading.attributions[int(products.argmax())].content[0].text
    assert "4,000 vehicles" in content


def test_products_are_cosines(embedded: Embedded) -> None:
    """The product of a vector with itself is about the square of the scale."""
    lengths = (embedded.vectors.astype(int) ** 2).sum(1) / SCALE**2
    assert np.abs(lengths - 1).max() < 0.02


def test_no_meaning_is_no_vector() -> None:
    """Zeros stay zeros, and an empty text has a vector of zeros."""
    assert not compress(np.zeros((2, WIDTH), np.float32)).any()


def test_a_text_without_words_has_a_vector(reader: Reader) -> None:
    """White space alone means nothing."""
    assert not reader.embed_text(" \n ").any()


def test_embeds_many(embedded: Embedded) -> None:
    """Many articles are embedded one after the other, as one is."""
    (item,) = embed_all([Article.of(ARTICLE)])
    assert isinstance(item, Embedded)
    assert (item.vectors == embedded.vectors).all()
