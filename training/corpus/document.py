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

    `bare` frames have no cue: their anchor is the first token of the content. `act` and `speaker_kind`
    are the words of the annotation guide, empty where the corpus does not give them.
    """

    anchor: int
    bare: bool
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: str = ""
    speaker_kind: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening over tokens: its trigger, and the arguments that stand nearest to it."""

    trigger: Span
    type: str
    factuality: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """One figure over tokens and what it measures."""

    span: Span
    measure: str


@dataclass(frozen=True, slots=True)
class Root:
    """The main event of a sentence, whose trigger is not marked; an argument that is not marked is None."""

    type: str
    source: Span | None
    target: Span | None


@dataclass(slots=True)
class Document:
    """A text with token offsets, shape (n, 2), and labels per token; a label that is absent is None.

    `head` holds the token index of the head, a root its own; `names` holds BIO labels and `names_scheme`
    which of the two guidelines they follow; `inside` marks tokens where a corpus without nesting says
    nothing about anchors. `cluster` holds at the head token of each mention the number of the entity that
    it mentions, and -1 at all other tokens.
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
    events: list[Event] | None = None
    counts: list[Count] | None = None
    root: Root | None = None
    cluster: NDArray[np.int64] | None = None
    id: str = ""
    genre: str = ""
    vectors: list[tuple[int, int, int]] = field(default_factory=list)
