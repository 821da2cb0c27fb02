"""The outline of the world from TopoJSON."""

from __future__ import annotations

from typing import Any

import numpy as np

from training.outline import decode_arcs, find_borders, join, list_rings, unwrap


def make_topology(arcs: list[Any], *rings: list[list[int]]) -> dict[str, Any]:
    """A topology on a grid of a degree, each country a polygon of rings."""
    countries = [{"type": "Polygon", "arcs": polygon} for polygon in rings]
    return {
        "transform": {"scale": [1, 1], "translate": [-180, -90]},
        "arcs": arcs,
        "objects": {"countries": {"geometries": countries}},
    }


def test_arcs_are_steps() -> None:
    """An arc begins at a position and goes on in steps; a step of nothing is left out."""
    arcs = decode_arcs(make_topology([[[180, 90], [1, 0], [0, 0], [0, 2]]]))
    assert arcs[0].tolist() == [[0, 0], [100, 0], [100, 200]]


def test_ring_takes_arcs_backwards() -> None:
    """An arc that another country has forwards stands backwards in a ring, its ends not said twice."""
    there, back = np.array([[0, 0], [5, 5], [10, 0]]), np.array([[0, 0], [5, -5], [10, 0]])
    ring = join([0, ~1], [there.astype(np.int32), back.astype(np.int32)])
    assert sorted(ring.tolist()) == [[0, 0], [5, -5], [5, 5], [10, 0]]


def test_shared_arc_is_a_border() -> None:
    """An arc of two countries is a border, one of a single country a coast."""
    topology = make_topology([[[0, 0]]] * 3, [[0, 1]], [[~1, 2]])
    assert find_borders(topology) == [1]


def test_ring_goes_on_past_the_date_line() -> None:
    """A coast that crosses 180° has no jump in it."""
    line = unwrap(np.array([[17700, 0], [-17900, 100], [-17800, 0], [17700, 0]]))
    assert line[:, 0].tolist() == [17700, 18100, 18200, 17700]


def test_ring_around_the_earth_is_closed_along_the_pole() -> None:
    """A coast that goes around the earth gets the South Pole's line."""
    coast = np.array([[-18000, -7000], [-6000, -7000], [6000, -7000], [18000, -7000]], np.int32)
    assert [18000, -9000] in join([0], [coast]).tolist()


def test_islands_are_rings_too() -> None:
    """Every polygon of a country with several is listed."""
    geometry = {"type": "MultiPolygon", "arcs": [[[0]], [[1], [2]]]}
    assert [ring for _, ring in list_rings([geometry])] == [[0], [1], [2]]
