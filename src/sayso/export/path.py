"""Path: coasts and borders as the `d` of an SVG path, cut to a view and no finer than the eye needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.export.view import View
from sayso.vocab import load_table
from sayso.vocab.map import Lines, load_outline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

TENTHS = 10
"""Units of a path to a unit of the paper: whole numbers are short."""
_MARGIN = 4.0  # units of the paper around the view, in which the edges that the cut makes are out of sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The outline of what a view shows.

    Attributes:
        land: closed rings, to be filled by the even-odd rule.
        borders: open lines.
        points: how many points of coasts and borders are in sight to know the place by.
    """

    land: str
    borders: str
    points: int


def draw_outline(view: View) -> Sketch:
    """Draws the coasts and borders in sight."""
    outline = load_outline()
    rings = [_cut_ring(ring, view) for ring in _find(outline.land, view)]
    lines = [part for line in _find(outline.border, view) for part in _cut_line(line, view)]
    return Sketch(
        land=_write(rings, least=3, end="z"),
        borders=_write(lines, least=2, end=""),
        points=sum(_count_seen(line, view) for line in (*rings, *lines)),
    )


def _find(lines: Lines, view: View) -> Iterator[Points]:
    """Yields the lines in sight on the paper; one that the turn of the earth shows twice comes twice."""
    margin = _MARGIN / (view.scale * view.cosine)
    for turn in (-360, 0, 360):
        southwest = (view.west - margin - turn, view.south - margin)
        northeast = (view.east + margin - turn, view.north + margin)
        for line in lines.find(southwest, northeast):
            east = (line[:, 0] + turn - view.west) * view.cosine
            down = view.north - line[:, 1]
            yield _stack(east, down) * view.scale


def _stack(east: Points, down: Points) -> Points:
    import numpy as np

    return np.stack((east, down), axis=1)


def _cut_ring(ring: Points, view: View) -> Points:
    """Cuts a ring to the view (Sutherland and Hodgman 1974): one edge of the rectangle after the other."""
    for axis, size in enumerate((view.width, view.height)):
        for sign, limit in ((1, -_MARGIN), (-1, size + _MARGIN)):
            if len(ring):
                ring = _keep(ring, axis, sign, limit)
    return ring


def _keep(ring: Points, axis: int, sign: int, limit: float) -> Points:
    """Keeps what lies on one side of a limit, with a point where an edge of the ring crosses it."""
    import numpy as np

    after = np.roll(ring, -1, axis=0)
    here = sign * (ring[:, axis] - limit) >= 0
    crosses = here != np.roll(here, -1)
    length = np.where(crosses, after[:, axis] - ring[:, axis], 1.0)
    crossing = ring + (after - ring) * ((limit - ring[:, axis]) / length)[:, None]
    kept: Points = np.stack((ring, crossing), axis=1)[np.stack((here, crosses), axis=1)]
    return kept


def _cut_line(line: Points, view: View) -> Iterator[Points]:
    """Yields the runs of a line's segments that may be in sight."""
    import numpy as np

    low, high = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
    size = (view.width + _MARGIN, view.height + _MARGIN)
    is_seen = ((high >= -_MARGIN) & (low <= size)).all(axis=1)
    turns = np.flatnonzero(np.diff(is_seen, prepend=False, append=False))
    for start, end in zip(turns[::2], turns[1::2], strict=True):
        yield line[start : end + 1]


def _count_seen(line: Points, view: View) -> int:
    """Returns how many points of a line lie in sight, where the cut makes none."""
    return int(((line > 0) & (line < (view.width, view.height))).all(axis=1).sum())


def _write(lines: Iterable[Points], *, least: int, end: str) -> str:
    """Writes lines as steps in whole units; one that shrinks to fewer than `least` points is left out."""
    import numpy as np

    cell = load_table("map")["cell"] * TENTHS
    parts: list[str] = []
    for line in lines:
        points = (np.rint(line * TENTHS / cell) * cell).astype(int)
        points = points[np.r_[True, (np.diff(points, axis=0) != 0).any(axis=1)]] if len(points) else points
        if len(points) < least:
            continue
        steps = np.diff(points, axis=0).tolist()
        parts.append(f"M{points[0][0]} {points[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps) + end)
    return "".join(parts).replace(" -", "-")
