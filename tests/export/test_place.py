"""Places as the views show them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.place import list_sites
from sayso.model import Reading
from tests.export.sample import TOLL, find, locate


def test_mentions_of_one_place_are_merged(toll: Reading) -> None:
    """Mentions with the same name and position are one place, in the order of its first mention."""
    assert [(site.number, site.name, site.mentions) for site in list_sites(toll)] == [
        (1, "Rotterdam", "2 mentions"),
        (2, "Dordrecht", "1 mention"),
        (3, "Zwartsluisveen", "1 mention"),
    ]


def test_namesakes_are_not_merged(toll: Reading) -> None:
    """Two places of one name at different positions stay two."""
    first, second, *_ = toll.places
    assert len(list_sites(replace(toll, places=(first, replace(second, lat=42.79))))) == 2


def test_unresolved_place_has_its_reason(toll: Reading) -> None:
    """A place without a position says why, and has neither kind nor coordinates."""
    site = list_sites(toll)[-1]
    assert (site.reason, site.kind, site.coordinates) == ("not in the gazetteer", None, None)
    assert list_sites(toll)[0].reason is None


def test_missing_reason_is_told() -> None:
    """A place that has neither a position nor a reason is not shown blank."""
    reading = Reading(article=None, places=(locate("P1", find(TOLL, "Two"), kind="city"),))  # type: ignore[arg-type]
    assert list_sites(reading)[0].reason == "no reason given"


def test_other_words_are_given(toll: Reading) -> None:
    """The words of a mention are told where they differ from the name by more than the letters' case."""
    renamed = replace(toll, places=tuple(replace(place, name="Dordt") for place in toll.places[1:3]))
    assert [site.other_names for site in list_sites(toll)] == [(), (), ()]
    assert [site.other_names for site in list_sites(renamed)] == [("ROTTERDAM",), ("Dordrecht",)]


@pytest.mark.parametrize("lat", [91.0, float("nan"), float("inf"), None])
def test_position_is_on_earth(lat: float | None, toll: Reading) -> None:
    """What is no position on earth is none."""
    place = replace(toll.places[0], lat=lat)
    assert list_sites(replace(toll, places=(place,)))[0].position is None


@pytest.mark.parametrize(
    ("lat", "lon", "told"),
    [
        (51.92, 4.48, "51.92° N, 4.48° E"),
        (-33.4567, -70.6, "33.46° S, 70.60° W"),
        (0.0, 0.0, "0.00° N, 0.00° E"),
    ],
)
def test_coordinates_are_for_the_eye(lat: float, lon: float, told: str, toll: Reading) -> None:
    """A position is told with its sides of the equator and of Greenwich."""
    place = replace(toll.places[0], lat=lat, lon=lon)
    assert list_sites(replace(toll, places=(place,)))[0].coordinates == told
