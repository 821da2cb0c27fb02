"""Text cut at the borders of spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.passage import Mark, cut, find_paragraphs

MARKS = st.lists(
    st.builds(
        lambda start, length, number, role: Mark(
            start=start, end=start + length, number=number, role=role, depth=number % 3
        ),
        st.integers(0, 60),
        st.integers(1, 30),
        st.integers(1, 9),
        st.sampled_from(["source", "cue", "content", "figure", "place", "time"]),
    ),
    max_size=12,
)


@given(MARKS, st.integers(0, 40), st.integers(1, 40))
def test_pieces_join_to_the_whole(marks: list[Mark], start: int, length: int) -> None:
    """The pieces follow each other without a gap and cover what was cut."""
    pieces = list(cut(start, start + length, marks))
    assert [piece.start for piece in pieces] == [start, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == start + length
    assert all(piece.start < piece.end for piece in pieces)


@given(MARKS)
def test_each_character_has_its_marks(marks: list[Mark]) -> None:
    """Every character of a piece lies in exactly the marks of the piece, however they overlap."""
    for piece in cut(0, 90, marks):
        for offset in range(piece.start, piece.end):
            over = [mark for mark in marks if mark.start <= offset < mark.end]
            assert sorted(map(repr, piece.marks)) == sorted(map(repr, over))


@given(MARKS)
def test_innermost_claim_comes_first(marks: list[Mark]) -> None:
    """The marks of a piece are ordered from the deepest claim outwards."""
    for piece in cut(0, 90, marks):
        depths = [mark.depth for mark in piece.marks]
        assert depths == sorted(depths, reverse=True)


@given(MARKS)
def test_mentions_are_no_claims(marks: list[Mark]) -> None:
    """A figure, a place or a time in a piece has no claim's number."""
    for piece in cut(0, 90, marks):
        assert set(piece.claims) == {mark.number for mark in piece.marks if not mark.is_mention}
        assert {mark.role for mark in piece.mentions} <= {"figure", "place", "time"}


@given(st.text(alphabet="ab \n\t\u2028\r", max_size=80))
def test_paragraphs_hold_all_words(text: str) -> None:
    """Paragraphs do not overlap, have no white space at their ends, and leave only white space out."""
    ends = [0]
    for start, end in find_paragraphs(text):
        assert text[start:end] == text[start:end].strip() != ""
        assert text[ends[-1] : start].strip() == ""
        ends.append(end)
    assert text[ends[-1] :].strip() == ""


def test_each_line_is_a_paragraph() -> None:
    """Without blank lines a line break ends a paragraph."""
    assert len(find_paragraphs("One.\nTwo.\nThree.")) == 3


def test_wrapped_lines_are_one_paragraph() -> None:
    """In text that was broken to a column width only a blank line ends a paragraph."""
    text = "The ferry ran aground on\nSunday night.\n\nNobody was hurt, the\ncoastguard said.\n"
    assert [text[start:end] for start, end in find_paragraphs(text)] == [
        "The ferry ran aground on\nSunday night.",
        "Nobody was hurt, the\ncoastguard said.",
    ]


def test_long_lines_are_paragraphs_beside_blank_lines() -> None:
    """A line too long for a column is a paragraph of its own, with or without a blank line after it."""
    text = "Headline\n\n" + "word " * 40 + "\n" + "more " * 40
    assert len(find_paragraphs(text)) == 3
