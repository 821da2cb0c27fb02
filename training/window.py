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

from sayso.reader.encoder.frame import ROLES
from sayso.reader.encoder.piece import Pieces, cut_pieces
from sayso.reader.encoder.session import CLS, COVER, SEP
from sayso.reader.encoder.weight import Labels
from sayso.reader.encoder.window import PIECES
from training.corpus.document import UNLABELLED, Document
from training.label import number_labels
from training.role import Roles, number_roles

DENSE = 0.3
"""Share of the windows that are shown as if no blank line parted their paragraphs."""
TAGS = (
    *("sentence", "upos", "xpos", "relation", "names", "coarse"),
    *("event", "measure", "act", "speaker_kind", "factuality"),
)


@dataclass(slots=True)
class Coded:
    """A document with its pieces, the first piece of each token, and its labels as numbers."""

    document: Document
    pieces: Pieces
    first: NDArray[np.int64]
    tags: dict[str, NDArray[np.int64]]
    frames: dict[str, list[Roles]]


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
    return Coded(
        document, pieces, np.maximum(first, 0), number_labels(document, labels), number_roles(document)
    )


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
class Anchors:
    """The frames of one kind in a batch: window, token, and roles (shape (n, tokens)) of each anchor."""

    row: Tensor
    at: Tensor
    roles: Tensor

    def __len__(self) -> int:
        return len(self.row)


@dataclass(slots=True)
class Batch:
    """Tensors of some windows: inputs, token labels (UNLABELLED where none), and frames by their kind."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    first: Tensor
    tags: dict[str, Tensor]
    head: Tensor
    anchor: Tensor
    cover: Tensor
    root: Tensor
    cluster: Tensor
    frames: dict[str, Anchors]
    vectors: list[tuple[int, int, int, int]]


def collate(windows: list[Window]) -> Batch:
    """Pads windows to one length and gathers their labels."""
    batch = _make_blank(windows)
    for i, window in enumerate(windows):
        _fill(batch, i, window)
    batch.frames = {kind: _gather_frames(kind, windows, batch.first.shape[1]) for kind in ROLES}
    return batch


def _gather_frames(kind: str, windows: list[Window], k: int) -> Anchors:
    rows, anchors, roles = [], [], []
    for i, w in enumerate(windows):
        for frame in w.coded.frames[kind]:
            if w.low <= frame.anchor < w.high:
                rows.append(i)
                anchors.append(frame.anchor - w.low)
                roles.append(frame.cut(w.low, w.high, k))
    return Anchors(
        torch.tensor(rows, dtype=torch.long),
        torch.tensor(anchors, dtype=torch.long),
        torch.from_numpy(np.stack(roles)) if roles else torch.zeros(0, k, dtype=torch.long),
    )


def _make_blank(windows: list[Window]) -> Batch:
    """Makes a batch that has room for the windows and no label."""
    n, k = max(w.end - w.start for w in windows) + 2, max(w.high - w.low for w in windows)
    size = len(windows)
    return Batch(
        ids=torch.zeros(size, n, dtype=torch.long),
        mask=torch.zeros(size, n, dtype=torch.long),
        features=torch.zeros(size, n, 3, dtype=torch.long),
        first=torch.zeros(size, k, dtype=torch.long),
        tags={key: torch.full((size, k), UNLABELLED) for key in TAGS},
        head=torch.full((size, k), UNLABELLED),
        anchor=torch.full((size, k, 2), float("nan")),
        cover=torch.full((size, k, len(COVER)), float("nan")),
        root=torch.full((size,), UNLABELLED),
        cluster=torch.full((size, k), UNLABELLED),
        frames={},
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
    for key in batch.tags.keys() & w.coded.tags.keys():
        values = w.coded.tags[key]
        batch.tags[key][i, :t] = torch.from_numpy(values[w.low : w.high])
    batch.head[i, :t] = _heads(w)
    _mark_anchors(batch.anchor[i], w)
    _mark_cover(batch.cover[i], w)
    if "root" in w.coded.tags:
        batch.root[i] = int(w.coded.tags["root"][0])
    if w.coded.document.cluster is not None:
        batch.cluster[i, :t] = torch.from_numpy(w.coded.document.cluster[w.low : w.high])
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


def _mark_cover(cover: Tensor, w: Window) -> None:
    """Marks what any attribution covers; within contents, a corpus without nesting is silent on the rest."""
    document = w.coded.document
    if document.frames is None:
        return
    cover[: w.high - w.low] = 0.0
    if document.inside is not None:
        cover[: w.high - w.low, :2][torch.from_numpy(document.inside[w.low : w.high])] = float("nan")
    for frame in document.frames:
        for i, spans in enumerate((frame.source, frame.cue, frame.content)):
            for start, end in spans:
                cover[max(start, w.low) - w.low : max(end, w.low) - w.low, i] = 1.0
