"""Places on an outline of the world."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.map import Map, draw_map
from sayso.export.place import list_sites
from sayso.model import Reading
from tests.export.sample import place_at


def draw(reading: Reading) -> Map:
    chart = draw_map(list_sites(reading))
    assert chart is not None
    return chart


def test_only_located_places_are_drawn(toll: Reading) -> None:
    """A place that is mentioned twice is one spot, and one without a position is none."""
    chart = draw(toll)
    assert [spot.site.name for spot in chart.spots] == ["Rotterdam", "Dordrecht"]
    assert chart.title == "Map of Rotterdam, Dordrecht"


def test_nothing_located_is_no_map(toll: Reading) -> None:
    """Without a position there is no chart."""
    assert draw_map(list_sites(replace(toll, places=toll.places[-1:]))) is None


def test_spot_grows_with_mentions(toll: Reading) -> None:
    """A place that is mentioned more often is larger, and is drawn first, so that it hides no other."""
    first, second = draw(toll).spots
    assert first.dot.radius > second.dot.radius


def test_spots_do_not_outgrow_the_map(toll: Reading) -> None:
    """However often a place is mentioned, it stays small."""
    many = tuple(replace(toll.places[0], id=f"P{n}") for n in range(400))
    assert draw(replace(toll, places=many)).spots[0].dot.radius == 8


def test_area_is_no_town(toll: Reading) -> None:
    """The middle of a country is told from a town."""
    country = replace(toll.places[2], kind="country")
    assert [spot.is_area for spot in draw(replace(toll, places=(toll.places[0], country))).spots] == [
        False,
        True,
    ]


@pytest.mark.parametrize("place", [("Topeka", 39.0, -95.7), ("Point Nemo", -48.9, -123.4)])
def test_map_shows_something_to_know_the_place_by(place: tuple[str, float, float]) -> None:
    """Where hardly any coast or border is near, the map shows more of the world."""
    assert draw(place_at(place)).outline.points >= 60


def test_east_is_right_and_north_is_up() -> None:
    """Places stand to each other as on any chart."""
    bergen, oslo, rome = draw(
        place_at(("Bergen", 60.4, 5.3), ("Oslo", 59.9, 10.8), ("Rome", 41.9, 12.5))
    ).spots
    assert bergen.dot.x < oslo.dot.x < rome.dot.x
    assert bergen.dot.y < oslo.dot.y < rome.dot.y


@pytest.mark.parametrize(
    ("positions", "bar", "degrees"),
    [
        ([("Rome", 41.9, 12.5)], "100 km", {"42° N", "12° E"}),
        ([("Quito", -0.2, -78.5)], "100 km", {"0°", "78° W"}),
        ([("Suva", -18.1, 178.4), ("Apia", -13.8, -171.8)], "200 km", {"180°", "174° W"}),
        ([("Lima", -12.0, -77.0), ("Tokyo", 35.7, 139.7)], None, {"0°", "150° W", "180°"}),
    ],
)
def test_map_has_a_scale(
    positions: list[tuple[str, float, float]], bar: str | None, degrees: set[str]
) -> None:
    """Degrees are named in round numbers, and a length is given unless half of the world is shown."""
    chart = draw(place_at(*positions))
    assert (chart.bar.text if chart.bar else None) == bar
    assert degrees <= {line.text for line in chart.grid}
