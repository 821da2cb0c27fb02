from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.encoder.window import MARGIN, PIECES, cut_windows


@given(st.lists(st.sampled_from([0, 0, 0, 0, 1, 2]), max_size=1500))
def test_keeps_every_piece_once(breaks: list[int]) -> None:
    """The kept parts of the windows cover the text without a gap or an overlap."""
    windows = cut_windows(np.array(breaks, dtype=np.int64))
    kept = [i for w in windows for i in range(w.keep_from, w.keep_to)]
    assert kept == list(range(len(breaks)))


@given(st.integers(0, 3000))
def test_gives_context_at_every_seam(n: int) -> None:
    """Where two windows meet, both have seen pieces beyond the seam."""
    windows = cut_windows(np.zeros(n, dtype=np.int64))
    assert all(w.end - w.start <= PIECES for w in windows)
    for left, right in pairwise(windows):
        assert left.end - left.keep_to >= min(MARGIN, n - left.keep_to)
        assert right.keep_from - right.start >= MARGIN


def test_cuts_at_a_paragraph_where_it_can() -> None:
    """A seam lies at a paragraph's begin if the overlap has one."""
    breaks = np.zeros(400, dtype=np.int64)
    breaks[215] = 2
    assert cut_windows(breaks)[0].keep_to == 215
