from __future__ import annotations

import numpy as np
import pytest

from sayso.reader.encoder.piece import cut_pieces, shape_of
from sayso.reader.encoder.session import Encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.mark.parametrize(
    ("piece", "shape"),
    [("mill", 1), ("A", 2), ("Mill", 3), ("NATO", 4), ("iPad", 5), ("1986", 6), ("“", 7), ("", 7)],
)
def test_classes_pieces_by_their_letters(piece: str, shape: int) -> None:
    """The shape keeps what an uncased vocabulary loses."""
    assert shape_of(piece) == shape


def test_offsets_count_code_points(encoder: Encoder) -> None:
    """A piece's offset is that of its character, whatever stands before it."""
    text = "😀 Çeşme — “naïve”"
    pieces = cut_pieces(encoder.tokenizer, text)
    assert text.index("“") in pieces.start.tolist()


def test_marks_lines_and_paragraphs(encoder: Encoder) -> None:
    """A piece after one line break is told from one after a blank line."""
    pieces = cut_pieces(encoder.tokenizer, "one\ntwo\n\nthree four")
    assert pieces.features[:, 1].tolist() == [2, 1, 2, 0]


def test_marks_quotation(encoder: Encoder) -> None:
    """Pieces know whether they stand inside quotation marks."""
    pieces = cut_pieces(encoder.tokenizer, "so “go now” he said")
    assert pieces.features[:, 2].tolist() == [0, 2, 1, 1, 3, 0, 0]


def test_cuts_nothing_from_nothing(encoder: Encoder) -> None:
    """An empty text has no pieces."""
    assert len(cut_pieces(encoder.tokenizer, "")) == 0


def test_states_belong_to_tokens(encoder: Encoder) -> None:
    """There is one state a token, in windows of a long text as in a short one."""
    text = "word " * 900
    tokens = np.array([(i * 5, i * 5 + 4) for i in range(900)])
    assert len(encoder.encode(text, tokens)) == 900
