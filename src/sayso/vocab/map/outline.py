"""Outline: the world's coasts as rings and its borders as lines, in degrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEPS = 100
"""Steps of the grid to a degree; a step is 1.1 km or less."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """Many lines of points, each point a longitude and a latitude.

    Attributes:
        points: all points, one after the other, of shape (points, 2).
        starts: where each line begins, and after them where the last one ends.
        lowest: the least longitude and latitude of each line.
        highest: the greatest ones.
    """

    points: NDArray[np.float64]
    starts: NDArray[np.int64]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]

    def find(
        self, southwest: tuple[float, float], northeast: tuple[float, float]
    ) -> Iterator[NDArray[np.float64]]:
        """Yields the lines whose own box meets the box between two corners, whole."""
        import numpy as np

        meets = ((self.lowest <= northeast) & (self.highest >= southwest)).all(axis=1)
        for line in np.flatnonzero(meets):
            yield self.points[self.starts[line] : self.starts[line + 1]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outline:
    """The outline of the world.

    Attributes:
        land: closed rings, the last point next to the first; a sea inside of land is a ring inside of a ring.
            Longitudes run on past 180 where a coast does.
        border: lines between countries.
    """

    land: Lines
    border: Lines


@cache
def load_outline() -> Outline:
    """Loads the outline that the package holds, once: Natural Earth, 1:50 million."""
    import numpy as np

    with as_file(files(__package__) / "outline.npz") as path, np.load(path) as arrays:
        return Outline(land=_unpack(arrays, "land"), border=_unpack(arrays, "border"))


def _unpack(arrays: Mapping[str, NDArray[Any]], name: str) -> Lines:
    """Returns the lines of this name in the file that `training/outline.py` writes."""
    import numpy as np

    points = np.cumsum(arrays[f"{name}_steps"].T, axis=0) / STEPS
    starts = np.concatenate(([0], np.cumsum(arrays[f"{name}_counts"], dtype=np.int64)))
    return Lines(
        points=points,
        starts=starts,
        lowest=np.minimum.reduceat(points, starts[:-1]),
        highest=np.maximum.reduceat(points, starts[:-1]),
    )
