"""Terms: the words of a text, weighted by how rare they are in news."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import as_file, files
from math import fsum, log, sqrt
from typing import Any
from zlib import crc32

from sayso.vocab import load_table

Terms = dict[int, float]
"""Weights by the hashes of words; their squares add up to one."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*\w|\d[\d,.]*\d|\d")


def weigh_terms(text: str) -> Terms:
    """Weighs the words of a text by how often they occur in it and how few articles have them (TF-IDF).

    Only the first words are read, and only the heaviest are kept (`vocab/story.json`). How many articles have
    a word is counted in public corpora, not in the ledger, so that the weights of a text never change.
    """
    table, counts = load_table("story"), load_counts()
    words = split_words(text)[: table["words"]]
    weights = {
        crc32(word.encode()): (1 + log(often)) * log(counts.articles / counts.get(word))
        for word, often in Counter(words).items()
        if counts.articles > table["commonness"] * counts.get(word)
    }
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[: table["terms"]]
    norm = sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return {term: weight / norm for term, weight in kept}


def split_words(text: str) -> list[str]:
    """Returns the words and numbers of a text in lower case."""
    return _WORD.findall(text.lower())


def compare_terms(one: Terms, other: Terms) -> float:
    """Returns the cosine between the terms of two texts, 0 to 1."""
    return fsum(weight * other[term] for term, weight in one.items() if term in other)


class Counts:
    """How many articles of the counted corpora have a word.

    Attributes:
        articles: how many articles were counted.
    """

    def __init__(self, arrays: Any) -> None:
        self.articles = int(arrays["articles"])
        words = arrays["words"].tobytes().decode("utf8").split("\n")
        self._counts = dict(zip(words, arrays["counts"].tolist(), strict=True))

    def get(self, word: str) -> int:
        """Returns how many articles have a word; one for a word that too few have to be listed."""
        return int(self._counts.get(word, 1))


@cache
def load_counts() -> Counts:
    """Loads the counts that the package holds, once."""
    import numpy as np

    with as_file(files("sayso.vocab") / "term.npz") as path, np.load(path) as arrays:
        return Counts(arrays)
