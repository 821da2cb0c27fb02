"""A text cut into tokens, with whatever labels its corpus gives."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

UNLABELLED = -100

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution over tokens: the anchor token and the role spans that belong to it.

    `bare` frames have no cue: their anchor is the first token of the content.
    """

    anchor: int
    bare: bool
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(slots=True)
class Document:
    """A text with token offsets, shape (n, 2), and labels per token; a label that is absent is None.

    `head` holds the token index of the head, a root its own; `names` holds BIO labels and `names_scheme`
    which of the two guidelines they follow; `inside` marks tokens where a corpus without nesting says
    nothing about anchors.
    """

    text: str
    tokens: NDArray[np.int64]
    sentence_start: NDArray[np.int64] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    head: NDArray[np.int64] | None = None
    relation: list[str] | None = None
    names: list[str] | None = None
    names_scheme: int = 0
    frames: list[Frame] | None = None
    inside: NDArray[np.bool_] | None = None
    has_bare: bool = False
    id: str = ""
    genre: str = ""
    vectors: list[tuple[int, int, int]] = field(default_factory=list)
