"""Paragraphs in stretches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.passage import Mark
from sayso.export.row import list_rows

TEXT = "One ferry.\n  Two ferries came late.\nThree sank."

MENTIONS = st.lists(
    st.builds(
        lambda start, length, number, role: Mark(start=start, end=start + length, number=number, role=role),
        st.integers(0, len(TEXT) - 1),
        st.integers(1, 30),
        st.integers(1, 9),
        st.sampled_from(["figure", "place", "time"]),
    ).filter(lambda mark: TEXT[mark.start : mark.end].strip()),
    max_size=8,
)


@given(MENTIONS)
def test_text_stays_whole(marks: list[Mark]) -> None:
    """Whatever is mentioned where, the stretches of a row join to its paragraph."""
    rows = ["".join(stretch.text for stretch in row.stretches) for row in list_rows(TEXT, [], marks)]
    assert rows == ["One ferry.", "Two ferries came late.", "Three sank."]


@given(MENTIONS)
def test_mention_begins_once(marks: list[Mark]) -> None:
    """A mention that reaches into a paragraph begins in exactly one stretch, be it over a paragraph's end."""
    begun = [
        (touch.fact, touch.start)
        for row in list_rows(TEXT, [], marks)
        for stretch in row.stretches
        for touch in stretch.touches
        if touch.start is not None
    ]
    assert len(begun) == len(set(begun))
    assert set(begun) == {(f"{mark.role}-{mark.number}", mark.start) for mark in marks}


def test_longest_mention_comes_first() -> None:
    """Of two mentions in one place, the one around the other is the outer one."""
    marks = [
        Mark(start=0, end=3, number=1, role="time"),
        Mark(start=0, end=9, number=1, role="place"),
    ]
    first = next(iter(list_rows(TEXT, [], marks))).stretches[0]
    assert [touch.role for touch in first.touches] == ["place", "time"]
