"""Vector: what each claim means, in few enough bytes to be kept by the million."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from sayso.model import Attribution
from sayso.reader.component import VECTORS, Component
from sayso.reader.encoder.sequence import Floats
from sayso.reader.meaning import WIDTH, pool, project

Vectors = NDArray[np.int8]

SCALE = 256
"""What a unit vector is multiplied by: the product of two vectors is then about SCALE² times their cosine."""


@cache
def load_projection() -> Floats:
    """Loads the directions of the space of meanings that are kept, shape (WIDTH, directions), read-only."""
    with (files("sayso.vocab") / "meaning.npy").open("rb") as file:
        projection: Floats = np.load(file).astype(np.float32)
    projection.setflags(write=False)
    return projection


def compress(meanings: Floats) -> Vectors:
    """Compresses meanings, shape (n, WIDTH), to vectors of small whole numbers, shape (n, directions)."""
    projected = meanings @ load_projection()
    length = np.maximum(np.linalg.norm(projected, axis=1, keepdims=True), 1e-9)
    vectors: Vectors = np.clip(np.rint(projected / length * SCALE), -127, 127).astype(np.int8)
    return vectors


def embed_claims(doc: Doc, attributions: Sequence[Attribution]) -> Vectors:
    """Returns the vectors of what was said, in the order of the attributions, shape (n, directions).

    Args:
        doc: a Doc that the component has read.
        attributions: what it read there.
    """
    meanings = np.zeros((len(attributions), WIDTH), dtype=np.float32)
    words: Any = doc.user_data.get(VECTORS)
    if words is not None:
        at = np.array([token.idx for token in doc])
        spaces = np.array([token.is_space for token in doc])
        for n, attribution in enumerate(attributions):
            inside = np.zeros(len(doc), dtype=bool)
            for span in attribution.content:
                low, high = np.searchsorted(at, [span.start, span.end])
                inside[low:high] = True
            meanings[n] = pool(words[inside & ~spaces].astype(np.float32))
    return compress(meanings)


def embed_words(component: Component, doc: Doc) -> Vectors:
    """Returns the vector of all words of a Doc that need not have been read, shape (directions,)."""
    states, at = component.encode(doc)
    meanings = (
        project(states.hidden, component.encoder.weights) if len(at) else np.zeros((0, WIDTH), np.float32)
    )
    vector: Vectors = compress(pool(meanings)[None])[0]
    return vector
