"""Texts read without weights: by a blank tokenizer, or with tags and trees that are made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from sayso.model import Time
from sayso.reader.time import find_times

PUBLISHED = "2024-05-15"
"""A Wednesday."""

Find = Callable[..., tuple[Time, ...]]
Tree = Callable[[str], Doc]


@pytest.fixture(scope="session")
def find() -> Find:
    """Finds the times of a text without tags."""
    blank = spacy.blank("en")

    def find_in(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
        return find_times(blank(text), published)

    return find_in


@pytest.fixture(scope="session")
def tree() -> Tree:
    """Makes a Doc of words written as `word/POS/TAG/relation/head`, the head by its number from 0."""
    vocab = spacy.blank("en").vocab

    def build(line: str) -> Doc:
        words, pos, tags, deps, heads = zip(*(item.rsplit("/", 4) for item in line.split()), strict=True)
        places = [int(head) for head in heads]
        return Doc(vocab, words=words, pos=pos, tags=tags, deps=deps, heads=places)

    return build
