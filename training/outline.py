"""Builds the outline of the world that the page draws its maps from: python -m training.outline ARCHIVE.

The archive is the npm package world-atlas, which holds Natural Earth's countries at 1:50 million as TopoJSON:
arcs of small steps on a grid, and rings that name the arcs that they are made of, `~n` for arc n backwards.

    npm pack world-atlas@2.0.2
    python -m training.outline world-atlas-2.0.2.tgz

The same archive gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.vocab.map import STEPS

ROOM = Path(__file__).parent.parent / "src/sayso/vocab/map"
MEMBER = "package/countries-50m.json"

POLE, TURN = 90 * STEPS, 360 * STEPS

Line = NDArray[np.int32]
"""Points of two columns, east and north, in steps of the grid."""


def read_topology(archive: Path) -> dict[str, Any]:
    """Reads the topology out of the package as npm packs it."""
    with tarfile.open(archive) as package:
        member = package.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"{archive} has no {MEMBER}: npm pack world-atlas@2.0.2")
        topology: dict[str, Any] = json.load(member)
    return topology


def decode_arcs(topology: dict[str, Any]) -> list[Line]:
    """Returns the arcs on our own grid, a point that falls on the one before it left out."""
    scale, shift = (np.array(topology["transform"][name]) for name in ("scale", "translate"))
    arcs: list[Line] = []
    for steps in topology["arcs"]:
        degrees = np.cumsum(np.array(steps), axis=0) * scale + shift
        line = np.rint(degrees * STEPS).astype(np.int32)
        is_new = np.r_[True, (np.diff(line, axis=0) != 0).any(axis=1)]
        arcs.append(line[is_new])
    return arcs


def list_rings(geometries: Iterable[dict[str, Any]]) -> Iterator[tuple[int, list[int]]]:
    """Yields every ring as the number of its geometry and its arcs."""
    for number, geometry in enumerate(geometries):
        nested = geometry.get("arcs", [])
        for polygon in [nested] if geometry.get("type") == "Polygon" else nested:
            for ring in polygon:
                yield number, ring


def join(ring: list[int], arcs: list[Line]) -> Line:
    """Returns a ring's points; each arc begins where the one before it ends, the last at the beginning.

    A ring goes on past 180°. One that goes around the earth, as Antarctica's does, is closed along the pole.
    """
    line = unwrap(np.concatenate([arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]))
    (west, _), (east, _) = line[0], line[-1]
    if west != east:
        line = np.concatenate((line, [(east, -POLE), (west, -POLE)]))
    is_new = (line != np.roll(line, 1, axis=0)).any(axis=1)
    closed: Line = line[is_new].astype(np.int32)
    return closed


def unwrap(line: Line) -> Line:
    """Returns a line without the jumps from one side of the map to the other, its middle within 180°."""
    lons = np.unwrap(line[:, 0], period=TURN)
    lons -= TURN * round((lons.min() + lons.max()) / 2 / TURN)
    return np.stack((lons, line[:, 1]), axis=1)


def find_borders(topology: dict[str, Any]) -> list[int]:
    """Returns the arcs that two countries share."""
    owners: defaultdict[int, set[int]] = defaultdict(set)
    for country, ring in list_rings(topology["objects"]["countries"]["geometries"]):
        for n in ring:
            owners[max(n, ~n)].add(country)
    return sorted(n for n, countries in owners.items() if len(countries) > 1)


def pack(name: str, lines: list[Line]) -> dict[str, NDArray[Any]]:
    """Packs lines as steps from point to point, which are small, with the number of points of each."""
    steps = np.diff(np.concatenate(lines), axis=0, prepend=np.zeros((1, 2), np.int32))
    counts = np.array([len(line) for line in lines], np.uint16)
    return {f"{name}_steps": steps.T.copy(), f"{name}_counts": counts}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.outline", description=__doc__)
    parser.add_argument("archive", type=Path, help="world-atlas-2.0.2.tgz")
    parser.add_argument("--out", type=Path, default=ROOM / "outline.npz", help="the file to write")
    options = parser.parse_args()
    topology = read_topology(options.archive)
    arcs = decode_arcs(topology)
    rings = [join(ring, arcs) for _, ring in list_rings(topology["objects"]["land"]["geometries"])]
    land = [ring for ring in rings if len(ring) >= 3]
    borders = [unwrap(arcs[n]) for n in find_borders(topology) if len(arcs[n]) >= 2]
    arrays: dict[str, Any] = pack("land", land) | pack("border", borders)
    np.savez_compressed(options.out, **arrays)
    count = sum(map(len, land)) + sum(map(len, borders))
    size = options.out.stat().st_size
    print(f"{len(land):,} coasts, {len(borders):,} borders, {count:,} points, {size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
