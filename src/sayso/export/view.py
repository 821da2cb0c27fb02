"""View: the part of the world that a map shows, and where a position lies on the paper.

The projection is equirectangular: degrees are straight, those of longitude shortened by the cosine of the
latitude in the middle, so that distances there are the same in all directions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from sayso.vocab import load_table

_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A rectangle of the world on paper.

    Attributes:
        west: longitude of its left edge; longitudes run on past 180 to its right one.
        north: latitude of its upper edge.
        width: units of the paper across.
        height: units down.
        scale: units to a degree of latitude.
        cosine: how much shorter a degree of longitude is.
    """

    west: float
    north: float
    width: float
    height: float
    scale: float
    cosine: float

    @property
    def east(self) -> float:
        """Longitude of the right edge."""
        return self.west + self.width / (self.scale * self.cosine)

    @property
    def south(self) -> float:
        """Latitude of the lower edge."""
        return self.north - self.height / self.scale

    @property
    def km(self) -> float:
        """Units of the paper to a kilometre in the middle of the view."""
        return self.scale / _KM_PER_DEGREE

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Returns how far right and how far down a position lies; its longitude may be of any turn."""
        east = (lon - self.west) % 360
        return east * self.cosine * self.scale, (self.north - lat) * self.scale


def frame(positions: Sequence[tuple[float, float]], least_degrees: float) -> View:
    """Returns the view that holds positions of latitude and longitude with room around them.

    It shows no fewer than `least_degrees` of latitude where it can, and no place twice.
    """
    table = load_table("map")
    width, height = float(table["width"]), float(table["height"])
    lats = [lat for lat, _ in positions]
    west, span = _find_arc([lon for _, lon in positions])
    middle = (min(lats) + max(lats)) / 2
    cosine = max(cos(radians(middle)), table["least_cosine"])
    room = 1 - 2 * table["padding"]
    tall = max((max(lats) - min(lats)) / room, least_degrees)
    wide = max(span * cosine / room, tall * width / height)
    scale = max(min(width / wide, height / tall), width / (360 * cosine))
    height = min(height, 180 * scale)
    half = height / scale / 2
    return View(
        west=west + span / 2 - width / (scale * cosine) / 2,
        north=min(max(middle, half - 90), 90 - half) + half,
        width=width,
        height=height,
        scale=scale,
        cosine=cosine,
    )


def _find_arc(lons: Sequence[float]) -> tuple[float, float]:
    """Returns where the shortest arc that holds all longitudes begins, and how long it is."""
    ordered = sorted({(lon + 180) % 360 - 180 for lon in lons})
    nexts = [*ordered[1:], ordered[0]]
    gaps = [(after - before) % 360 or 360 for before, after in zip(ordered, nexts, strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    return ordered[(widest + 1) % len(ordered)], 360 - gaps[widest]
