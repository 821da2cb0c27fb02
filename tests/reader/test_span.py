from __future__ import annotations

from sayso.reader.span import join, trim


def test_trims_white_space() -> None:
    """White space at the ends is no part of a span."""
    assert trim("a  bc \n", 1, 7) == (3, 5)


def test_trims_loose_marks() -> None:
    """Marks that are named loose go with the white space."""
    assert trim("a, b,", 0, 5, ",") == (0, 4)


def test_nothing_is_left_of_white_space() -> None:
    """A span of white space alone is none."""
    assert trim("a  b", 1, 3) is None


def test_joins_what_touches() -> None:
    """Ranges with nothing but white space between them become one."""
    assert join("one two", [(0, 3), (4, 7)]) == [(0, 7)]


def test_drops_what_overlaps() -> None:
    """A range that overlaps an earlier one is left out."""
    assert join("one two", [(0, 5), (4, 7)]) == [(0, 5)]
