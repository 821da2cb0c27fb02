"""Coasts and borders as SVG paths."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from sayso.export.path import TENTHS, draw_outline
from sayso.export.view import View, frame

PLAINS, OCEAN = [(39.0, -98.0)], [(-45, -130)]


def trace(path: str) -> list[list[tuple[int, int]]]:
    """Returns the points of each line of a path, in units of the path."""
    lines: list[list[tuple[int, int]]] = []
    for part in re.findall(r"M[^M]+", path):
        numbers = list(map(int, re.findall(r"-?\d+", part)))
        x = y = 0
        line: list[tuple[int, int]] = []
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            line.append((x, y))
        lines.append(line)
    return lines


def is_land(path: str, x: float, y: float) -> bool:
    """Whether a point lies in an odd number of rings."""
    is_inside = False
    for ring in trace(path):
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                is_inside = not is_inside
    return is_inside


def on_land(view: View, lat: float, lon: float) -> bool:
    x, y = view.place(lat, lon)
    return is_land(draw_outline(view).land, x * TENTHS + 0.01, y * TENTHS + 0.01)


@pytest.mark.parametrize(
    ("around", "lat", "lon", "expected"),
    [
        ([(41.9, 12.5)], 42.1, 13.0, True),  # Latium
        ([(41.9, 12.5)], 41.5, 11.5, False),  # the Tyrrhenian Sea
        ([(42, 51)], 42, 51, False),  # the Caspian Sea
        ([(42, 51)], 42, 54.5, True),  # its eastern shore
        ([(-17.8, 178), (-14, -172)], -17.8, 178.0, True),  # Fiji, where the view crosses the date line
        ([(66, 179), (66, -175)], 66.5, -174.5, True),  # Chukotka, east of it
    ],
)
def test_land_is_land(around: list[tuple[float, float]], lat: float, lon: float, expected: bool) -> None:
    """Land is drawn where there is land, and seas inside of it are none."""
    assert on_land(frame(around, 7), lat, lon) is expected


def test_view_in_the_ocean_is_empty() -> None:
    """Where there is neither land nor border nothing is drawn."""
    outline = draw_outline(frame(OCEAN, 7))
    assert (outline.land, outline.borders, outline.points) == ("", "", 0)


def test_view_inland_is_full() -> None:
    """Where there is land alone, it is one rectangle around the view."""
    outline = draw_outline(frame(PLAINS, 4))
    assert [len(ring) for ring in trace(outline.land)] == [4]
    assert (outline.borders, outline.points) == ("", 0)


@pytest.mark.parametrize("position", [(41.9, 12.5), (41.9, 74.5)])
def test_points_in_sight_are_counted(position: tuple[float, float]) -> None:
    """A coast or a border in sight is something to know a place by."""
    assert draw_outline(frame([position], 7)).points > 60


@pytest.mark.parametrize("around", [PLAINS, [(41.9, 12.5)], [(60, -150), (-50, 150)]])
def test_rings_are_cut_to_the_view(around: list[tuple[float, float]]) -> None:
    """No ring reaches further than a narrow margin around the view."""
    view = frame(around, 7)
    points = [point for ring in trace(draw_outline(view).land) for point in ring]
    assert all(-50 <= x <= view.width * TENTHS + 50 for x, _ in points)
    assert all(-50 <= y <= view.height * TENTHS + 50 for _, y in points)


def test_path_of_the_world_is_short() -> None:
    """A map of the whole world takes no more room in the page than a photograph would."""
    view = frame([(60, -150), (-50, 150), (0, 0), (20, 90)], 7)
    outline = draw_outline(view)
    assert len(outline.land) + len(outline.borders) < 120_000
