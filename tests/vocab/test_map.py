"""The outline of the world."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

from sayso.vocab.map import load_outline


def test_outline_is_small() -> None:
    """The packaged file stays within 300 kB."""
    assert len((files("sayso.vocab.map") / "outline.npz").read_bytes()) <= 300_000


def test_outline_lies_on_earth() -> None:
    """Every point is a longitude and a latitude; coasts that cross the date line go on past it."""
    for lines in (load_outline().land, load_outline().border):
        west, south = lines.lowest.min(axis=0)
        east, north = lines.highest.max(axis=0)
        assert -200 <= west < east <= 200
        assert -90 <= south < north <= 90


def test_no_line_jumps() -> None:
    """No step leads from one side of the world to the other, but for the one along the pole."""
    for lines in (load_outline().land, load_outline().border):
        for line in lines.find((-360, -89), (360, 90)):
            steps = np.abs(np.diff(line[line[:, 1] > -90], axis=0))
            assert steps[:, 0].max(initial=0) < 40


def test_lines_are_found_by_their_box() -> None:
    """All coasts meet the box of the world, and few that of a small island, which holds it."""
    land = load_outline().land
    assert len(list(land.find((-180, -90), (180, 90)))) == len(land.starts) - 1
    found = list(land.find((14.2, 35.8), (14.6, 36.1)))  # Malta
    assert any((line.min(axis=0) > (14, 35)).all() and (line.max(axis=0) < (15, 37)).all() for line in found)


def test_coasts_are_rings() -> None:
    """A coast has three points at least, and its first is not said again as its last."""
    for ring in load_outline().land.find((-180, -90), (180, 90)):
        assert len(ring) >= 3
        assert ring[0].tolist() != ring[-1].tolist()
