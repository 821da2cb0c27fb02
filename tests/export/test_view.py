"""The part of the world that a map shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.view import View, frame

POSITIONS = st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=12)


def stand(view: View, lat: float, lon: float) -> tuple[float, float]:
    x, y = view.place(lat, lon)
    return x / view.width, y / view.height


@given(POSITIONS)
def test_every_position_is_in_sight(positions: list[tuple[float, float]]) -> None:
    """Wherever the positions are, all of them are on the map."""
    view = frame(positions, 7)
    for position in positions:
        assert all(-0.001 <= share <= 1.001 for share in stand(view, *position))


@given(POSITIONS)
def test_view_stays_on_earth(positions: list[tuple[float, float]]) -> None:
    """A view reaches over neither pole and around the earth at most once."""
    view = frame(positions, 7)
    assert -90.001 <= view.south < view.north <= 90.001
    assert view.east - view.west <= 360.001


def test_single_place_has_country_around_it() -> None:
    """One place is shown in the middle of some degrees."""
    view = frame([(41.9, 12.5)], 7)
    assert stand(view, 41.9, 12.5) == pytest.approx((0.5, 0.5))
    assert view.north - view.south == pytest.approx(7)


def test_places_have_room_around_them() -> None:
    """The outermost places stand away from the edge."""
    view = frame([(50, 0), (60, 10), (55, 40)], 7)
    assert all(0.1 < share < 0.9 for place in [(50, 0), (60, 10), (55, 40)] for share in stand(view, *place))


def test_view_crosses_the_date_line() -> None:
    """Places on both sides of 180° are shown side by side and not around the world."""
    view = frame([(-18, 178), (-14, -172)], 7)
    assert view.east - view.west < 30
    assert view.place(-18, 178)[0] < view.place(-14, -172)[0]


def test_distances_are_the_same_in_all_directions() -> None:
    """In the middle of a view, a degree of longitude is shortened by the cosine of the latitude."""
    view = frame([(60, 20)], 7)
    x, y = view.place(60, 20)
    assert view.place(60, 21)[0] - x == pytest.approx((view.place(59, 20)[1] - y) / 2)
