"""Throughput: articles through the reader, beside its encoder alone and the blank tokenizer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from bench.speed.clock import measure_seconds
from sayso.model import Article

ONE, TWO, ENCODER, TOKENIZER = "one process", "two processes", "encoder alone", "blank tokenizer"
FEW = 4
"""Articles that stand for the start of the processes, which is taken off."""


def prepare_readers(texts: list[str], weights: Path | None) -> dict[str, Callable[[], float]]:
    """Loads everything and returns the contestants; each reads all texts once and returns its seconds.

    The encoder gets one thread, as in the reader, and the tokens that the reader would give it. Two processes
    run only on the shipped weights, which are those that `read_all` loads.
    """
    import spacy

    from sayso.reader import load_reader, read_all
    from sayso.reader.encoder.session import Encoder
    from sayso.reader.encoder.weight import SHIPPED

    articles = [Article.of(text) for text in texts]
    blank = spacy.blank("en")
    offsets = [
        np.array([(t.idx, t.idx + len(t)) for t in blank.make_doc(text) if not t.is_space], dtype=np.int64)
        for text in texts
    ]
    reader, encoder = load_reader(weights), Encoder(weights or SHIPPED, 1)

    def read_in_two(chosen: list[Article]) -> float:
        return measure_seconds(lambda: list(read_all(chosen, processes=2)))

    contestants: dict[str, Callable[[], float]] = {
        ONE: lambda: measure_seconds(lambda: [reader.read(article) for article in articles]),
        TWO: lambda: read_in_two(articles[:FEW] + articles) - read_in_two(articles[:FEW]),
        ENCODER: lambda: measure_seconds(
            lambda: [encoder.encode(text, tokens) for text, tokens in zip(texts, offsets, strict=True)]
        ),
        TOKENIZER: lambda: measure_seconds(lambda: [blank.make_doc(text) for text in texts]),
    }
    if weights is not None:
        del contestants[TWO]
    return contestants
