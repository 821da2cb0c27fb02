"""Word pieces of a text with what an uncased vocabulary loses: letter case, line breaks, quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sayso.reader.quotation import find_passages

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHAPES = 8
BREAKS = 3
QUOTES = 4


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text.

    Attributes:
        ids: vocabulary index of each piece, shape (n,).
        start: offset of each piece's first character in the text, shape (n,).
        features: shape class, break before, quotation state of each piece, shape (n, 3).
    """

    ids: NDArray[np.int64]
    start: NDArray[np.int64]
    features: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def cut_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Cuts a text into word pieces; offsets are code points of the text itself."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    start = offsets[:, 0]
    shape = [shape_of(text[a:b]) for a, b in encoding.offsets]
    features = np.stack([np.array(shape, dtype=np.int64), _breaks(text, start), _quotes(text, start)], axis=1)
    return Pieces(np.array(encoding.ids, dtype=np.int64), start, features.reshape(-1, 3))


def shape_of(piece: str) -> int:
    """Classes a piece: 1 lower, 2 one capital, 3 Capitalised, 4 CAPITALS, 5 mIxed, 6 digits, 7 no letters."""
    if not piece[:1].isalpha():
        return 6 if piece[:1].isdigit() else 7
    if piece.islower():
        return 1
    if piece.isupper():
        return 2 if len(piece) == 1 else 4
    return 3 if piece[1:].islower() else 5


def _breaks(text: str, start: NDArray[np.int64]) -> NDArray[np.int64]:
    """0 where a piece goes on in its line, 1 where it begins one, 2 where a blank line precedes it."""
    newline = np.cumsum(
        np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32) == ord("\n")
    )
    if not len(start):
        return start
    seen = newline[start]
    return np.minimum(np.diff(seen, prepend=seen[0] - 2), 2).astype(np.int64)


def _quotes(text: str, start: NDArray[np.int64]) -> NDArray[np.int64]:
    """0 outside, 1 inside a quoted passage, 2 at its opening and 3 at its closing mark."""
    state: NDArray[Any] = np.zeros(len(text), dtype=np.int64)
    for passage in find_passages(text):
        state[passage.start : passage.end] = 1
        state[passage.start] = 2
        if passage.closed:
            state[passage.end - 1] = 3
    return state[start] if len(start) else start
