"""Names on a map."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.label import Box, Dot, measure, set_labels

SIZE = (440.0, 280.0)
DOTS = st.lists(
    st.builds(
        Dot,
        x=st.floats(0, SIZE[0]),
        y=st.floats(0, SIZE[1]),
        radius=st.floats(3, 8),
        text=st.sampled_from(
            ["Ys", "Avalon", "Lyonesse on the Sea", "Republic of Saint Brendan and the Isles"]
        ),
    ),
    max_size=12,
)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@settings(deadline=None, max_examples=40)
@given(DOTS)
def test_labels_cover_nothing(dots: list[Dot]) -> None:
    """No label covers a dot, another label or what is written already, and none leaves the map."""
    taken = [(0.0, 0.0, 60.0, 12.0)]
    labels = set_labels(dots, SIZE, taken)
    for number, label in enumerate(labels):
        others = [other.box for other in labels[:number]]
        assert not any(overlap(label.box, box) for box in [*others, *taken, *(dot.box for dot in dots)])
        assert label.box[0] >= 0
        assert label.box[1] >= 0
        assert label.box[2] <= SIZE[0]
        assert label.box[3] <= SIZE[1]


def test_label_stands_right_of_its_dot() -> None:
    """A dot with room around it has its name to the right, at its height, without a leader."""
    (label,) = set_labels([Dot(x=200, y=100, radius=4, text="Avalon")], SIZE, [])
    assert (label.anchor, label.leader) == ("start", None)
    assert label.x > 204
    assert label.box[1] < 100 < label.box[3]


def test_label_at_the_edge_stands_inside() -> None:
    """A dot at the right edge has its name to the left."""
    (label,) = set_labels([Dot(x=430, y=100, radius=4, text="Avalon")], SIZE, [])
    assert label.anchor == "end"


def test_crowded_label_has_a_leader() -> None:
    """Where there is no room beside a dot, its name stands further off at the end of a line."""
    dots = [Dot(x=200 + 3 * n, y=100 + 3 * n, radius=4, text=f"Town {n}") for n in range(5)]
    labels = set_labels(dots, SIZE, [])
    assert len(labels) == 5
    assert any(label.leader for label in labels)


def test_name_without_room_is_left_out() -> None:
    """Of many dots on one spot, some stay without a name."""
    dots = [Dot(x=200, y=100, radius=4, text="Lyonesse on the Sea")] * 60
    assert 0 < len(set_labels(dots, SIZE, [])) < 60


def test_long_name_is_shortened() -> None:
    """A name that would run over the map is cut, and says so."""
    (label,) = set_labels([Dot(x=100, y=100, radius=4, text="A" * 80)], SIZE, [])
    assert label.text.endswith("…")
    assert len(label.text) < 30


def test_wide_letters_are_wider() -> None:
    """The estimate knows narrow and wide letters, marks that take no room, and scripts that take much."""
    assert measure("ill", 10) < measure("abc", 10) < measure("MWM", 10) < measure("東京都", 10)
    assert measure("e\u0301", 10) == measure("e", 10)
