"""Docs made by hand, so that the rules are tested apart from the weights."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

Tagger = Callable[[str], Doc]


@pytest.fixture(scope="session")
def tagged() -> Tagger:
    """Makes a Doc of words written as `word/POS/TAG`; every head is the first verb, as in a failed parse."""
    vocab = spacy.blank("en").vocab

    def build(line: str) -> Doc:
        parts = [item.rsplit("/", 2) for item in line.split()]
        words, pos, tags = ([part[i] for part in parts] for i in range(3))
        root = next((i for i, p in enumerate(pos) if p == "VERB"), 0)
        deps = ["ROOT" if i == root else "dep" for i in range(len(words))]
        return Doc(vocab, words=words, pos=pos, tags=tags, heads=[root] * len(words), deps=deps)

    return build
