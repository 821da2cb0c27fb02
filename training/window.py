"""Windows of word pieces with the labels of the tokens in them, and batches of windows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from sayso.reader.encoder.piece import Pieces, cut_pieces
from sayso.reader.encoder.session import CLS, SEP
from sayso.reader.encoder.weight import Labels
from sayso.reader.encoder.window import PIECES
from training.corpus.document import UNLABELLED, Document, Frame
from training.label import UNER_ORDER

DENSE = 0.3
"""Share of the windows that are shown as if no blank line parted their paragraphs."""
TAGS = ("upos", "xpos", "relation", "names", "sentence")


@dataclass(slots=True)
class Coded:
    """A document with its pieces, the first piece of each token, and its labels as numbers."""

    document: Document
    pieces: Pieces
    first: NDArray[np.int64]
    tags: dict[str, NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of a coded document and the tokens [low, high) whose first piece lies there.

    A `dense` window shows paragraphs as if no blank line stood between them, as some sources print them.
    """

    coded: Coded
    start: int
    end: int
    low: int
    high: int
    dense: bool = False


def code(document: Document, tokenizer: Tokenizer, labels: Labels) -> Coded:
    """Cuts a document into pieces and turns its labels into numbers."""
    pieces = cut_pieces(tokenizer, document.text)
    first = np.searchsorted(pieces.start, document.tokens[:, 0], side="right") - 1
    tags: dict[str, NDArray[np.int64]] = {}
    names = UNER_ORDER if document.names_scheme else labels.names
    for key, inventory in (
        ("upos", labels.upos),
        ("xpos", labels.xpos),
        ("relation", labels.relation),
        ("names", names),
    ):
        values = getattr(document, key)
        if values is not None:
            index = {label: i for i, label in enumerate(inventory)}
            tags[key] = np.array([index.get(v, UNLABELLED) for v in values], dtype=np.int64)
    if document.sentence_start is not None:
        tags["sentence"] = document.sentence_start
    return Coded(document, pieces, np.maximum(first, 0), tags)


def cut_windows(coded: Coded, offset: int = 0, *, dense: bool = False) -> Iterator[Window]:
    """Cuts windows whose first ends after `offset` pieces, so that epochs see different seams."""
    n = len(coded.pieces)
    start = offset - PIECES if offset else 0
    while start < n:
        a, b = max(start, 0), min(start + PIECES, n)
        low, high = np.searchsorted(coded.first, [a, b])
        if high > low:
            yield Window(coded, a, b, int(low), int(high), dense)
        if b == n:
            break
        start += PIECES


def cut_randomly(coded: Coded, rng: random.Random) -> list[Window]:
    """Cuts a document once, at a random offset."""
    offset = rng.randrange(PIECES) if len(coded.pieces) > PIECES else 0
    return list(cut_windows(coded, offset, dense=rng.random() < DENSE))


@dataclass(slots=True)
class Batch:
    """Tensors of some windows: inputs, token labels (UNLABELLED where none) and frames."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    first: Tensor
    tags: dict[str, Tensor]
    head: Tensor
    names_scheme: Tensor
    anchor: Tensor
    row: Tensor
    at: Tensor
    roles: Tensor
    vectors: list[tuple[int, int, int, int]]


def collate(windows: list[Window]) -> Batch:
    """Pads windows to one length and gathers their labels."""
    batch = _make_blank(windows)
    for i, window in enumerate(windows):
        _fill(batch, i, window)
    frames = [
        (i, frame.anchor - w.low, _roles(frame, w, batch.first.shape[1]))
        for i, w in enumerate(windows)
        for frame in w.coded.document.frames or ()
        if w.low <= frame.anchor < w.high
    ]
    if frames:
        row, at, roles = zip(*frames, strict=True)
        batch.row, batch.at = torch.tensor(row), torch.tensor(at)
        batch.roles = torch.from_numpy(np.stack(roles))
    return batch


def _make_blank(windows: list[Window]) -> Batch:
    """Makes a batch that has room for the windows and no label."""
    n, k = max(w.end - w.start for w in windows) + 2, max(w.high - w.low for w in windows)
    size = len(windows)
    none = torch.zeros(0, dtype=torch.long)
    return Batch(
        ids=torch.zeros(size, n, dtype=torch.long),
        mask=torch.zeros(size, n, dtype=torch.long),
        features=torch.zeros(size, n, 3, dtype=torch.long),
        first=torch.zeros(size, k, dtype=torch.long),
        tags={key: torch.full((size, k), UNLABELLED) for key in TAGS},
        head=torch.full((size, k), UNLABELLED),
        names_scheme=torch.tensor([w.coded.document.names_scheme for w in windows]),
        anchor=torch.full((size, k, 2), float("nan")),
        row=none,
        at=none,
        roles=torch.zeros(0, k, dtype=torch.long),
        vectors=[],
    )


def _fill(batch: Batch, i: int, w: Window) -> None:
    """Writes a window into row i of a batch, all but its frames."""
    m, t = w.end - w.start, w.high - w.low
    batch.ids[i, : m + 2] = torch.tensor([CLS, *w.coded.pieces.ids[w.start : w.end], SEP])
    batch.mask[i, : m + 2] = 1
    batch.features[i, 1 : m + 1] = torch.from_numpy(w.coded.pieces.features[w.start : w.end])
    if w.dense:
        batch.features[i, :, 1].clamp_(max=1)
    batch.first[i, :t] = torch.from_numpy(w.coded.first[w.low : w.high] - w.start + 1)
    for key, values in w.coded.tags.items():
        batch.tags[key][i, :t] = torch.from_numpy(values[w.low : w.high])
    batch.head[i, :t] = _heads(w)
    _mark_anchors(batch.anchor[i], w)
    batch.vectors += [
        (i, a - w.low, b - w.low, v) for a, b, v in w.coded.document.vectors if a >= w.low and b <= w.high
    ]


def _heads(w: Window) -> Tensor:
    """Heads within the window; a token whose head lies outside is unlabelled."""
    if w.coded.document.head is None:
        return torch.full((w.high - w.low,), UNLABELLED)
    head = w.coded.document.head[w.low : w.high]
    inside = (head >= w.low) & (head < w.high)
    return torch.from_numpy(np.where(inside, head - w.low, UNLABELLED))


def _mark_anchors(anchor: Tensor, w: Window) -> None:
    document = w.coded.document
    if document.frames is None:
        return
    t = w.high - w.low
    anchor[:t, 0] = 0.0
    if document.inside is not None:
        anchor[:t, 0][torch.from_numpy(document.inside[w.low : w.high])] = float("nan")
    if document.has_bare:
        anchor[:t, 1] = 0.0
    for frame in document.frames:
        if w.low <= frame.anchor < w.high:
            anchor[frame.anchor - w.low, int(frame.bare)] = 1.0


def _roles(frame: Frame, w: Window, k: int) -> NDArray[np.int64]:
    """Role labels of a frame in its window; where spans overlap the cue wins, then the source."""
    kind = np.zeros(w.high - w.low, dtype=np.int64)
    fresh = np.zeros(w.high - w.low, dtype=bool)
    for label, spans in ((3, frame.content), (1, frame.source), (2, frame.cue)):
        for start, end in spans:
            a, b = max(start, w.low) - w.low, min(end, w.high) - w.low
            if a < b:
                kind[a:b], fresh[a:b] = label, False
                fresh[a] = True
    fresh |= np.diff(kind, prepend=0) != 0
    roles = np.full(k, UNLABELLED, dtype=np.int64)
    roles[: w.high - w.low] = np.where(kind > 0, 2 * kind - fresh, 0)
    return roles
