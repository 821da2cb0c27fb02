"""Windows over a long text: each token is read where it has context on both sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PIECES = 254
OVERLAP = 64
MARGIN = 16
"""A seam keeps at least this many pieces away from the ends of the windows that it joins."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end), of which [keep_from, keep_to) are taken from this window."""

    start: int
    end: int
    keep_from: int
    keep_to: int


def cut_windows(breaks: NDArray[np.int64]) -> list[Window]:
    """Cuts windows over all pieces; every piece is kept from exactly one of them.

    Args:
        breaks: for each piece whether a line (1) or paragraph (2) begins with it, shape (n,); seams lie there
            when an overlap has such a piece, in its middle otherwise.
    """
    n = len(breaks)
    starts = [0]
    while starts[-1] + PIECES < n:
        starts.append(starts[-1] + PIECES - OVERLAP)
    seams = [0, *(_choose_seam(breaks, start) for start in starts[1:]), n]
    return [Window(start, min(start + PIECES, n), *seams[i : i + 2]) for i, start in enumerate(starts) if n]


def _choose_seam(breaks: NDArray[np.int64], start: int) -> int:
    low, high = start + MARGIN, start + OVERLAP - MARGIN
    at = np.flatnonzero(breaks[low:high])
    middle = (high - low) // 2
    return low + int(at[np.argmin(np.abs(at - middle))]) if len(at) else low + middle
