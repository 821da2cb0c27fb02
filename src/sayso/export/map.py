"""Map: the places of a reading on an outline of the world, as what an SVG picture of it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from sayso.export.label import Box, Dot, Label, measure, set_labels
from sayso.export.path import Sketch, draw_outline
from sayso.export.place import Site
from sayso.export.view import View, frame
from sayso.vocab import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A meridian at `x` or a parallel at `y`, with what is written there, if anything."""

    x: float | None
    y: float | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A length on the map."""

    width: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map.

    Attributes:
        site: what it shows.
        dot: where, and how large.
        is_area: whether it stands for the middle of an area and not for a point.
        label: its name, or null where there was no room for it.
    """

    site: Site
    dot: Dot
    is_area: bool
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A map.

    Attributes:
        width: units across.
        height: units down.
        outline: paths of land and borders, in tenths of a unit.
        grid: degrees.
        bar: the scale, or null where the map shows too much of the world to have one.
        spots: places, the largest first, so that smaller ones lie on top.
    """

    width: float
    height: float
    outline: Sketch
    grid: tuple[Line, ...]
    bar: Bar | None
    spots: tuple[Spot, ...]

    @property
    def title(self) -> str:
        """What the map shows, for those who do not see it."""
        return "Map of " + ", ".join(spot.site.name for spot in self.spots)


def draw_map(sites: Sequence[Site]) -> Map | None:
    """Draws those places that have a position, or returns null where none has."""
    located = [site for site in sites if site.position is not None]
    located.sort(key=lambda site: -len(site.records))
    if not located:
        return None
    view, outline = _find_view([site.position for site in located if site.position])
    grid, bar = tuple(_draw_grid(view)), _draw_bar(view)
    return Map(
        width=view.width,
        height=round(view.height, 1),
        outline=outline,
        grid=grid,
        bar=bar,
        spots=_set_spots(located, view, [*_list_grid_boxes(grid), *_list_bar_boxes(bar, view)]),
    )


def _find_view(positions: Sequence[tuple[float, float]]) -> tuple[View, Sketch]:
    """Returns the closest view with enough of coasts and borders to know the place by, or else the widest."""
    table = load_table("map")
    *closer, widest = table["least_degrees"]
    for least_degrees in closer:
        view = frame(positions, least_degrees)
        outline = draw_outline(view)
        if outline.points >= table["least_points"]:
            return view, outline
    view = frame(positions, widest)
    return view, draw_outline(view)


def _set_spots(sites: Sequence[Site], view: View, taken: Sequence[Box]) -> tuple[Spot, ...]:
    dots = [_make_dot(site, view) for site in sites]
    labels = {label.dot: label for label in set_labels(dots, (view.width, view.height), taken)}
    points = load_table("map")["point_kinds"]
    return tuple(
        Spot(site=site, dot=dot, is_area=site.records[0].kind not in points, label=labels.get(number))
        for number, (site, dot) in enumerate(zip(sites, dots, strict=True))
    )


def _make_dot(site: Site, view: View) -> Dot:
    """Returns a disc whose area grows with the number of mentions."""
    table = load_table("map")
    x, y = view.place(*site.position) if site.position else (0.0, 0.0)
    radius = table["radius"] + table["growth"] * (sqrt(len(site.records)) - 1)
    return Dot(
        x=round(x, 1), y=round(y, 1), radius=round(min(radius, table["largest_radius"]), 1), text=site.name
    )


def _draw_grid(view: View) -> Iterator[Line]:
    """Yields the meridians and parallels of the finest step that is not too fine."""
    table = load_table("map")
    steps = table["grid_steps"]
    wide = view.east - view.west
    step = next((step for step in steps[::-1] if wide / step >= table["grid_lines"]), steps[0])
    letter = table["grid_letter"]
    for degree in range(ceil(view.west / step) * step, ceil(view.east), step):
        text = _tell_degree((degree + 180) % 360 - 180, "W", "E")
        x = (degree - view.west) * view.cosine * view.scale
        fits = x + measure(text, letter) < view.width
        yield Line(x=round(x, 1), y=None, text=text if fits else "")
    for degree in range(ceil(view.south / step) * step, ceil(view.north), step):
        y = (view.north - degree) * view.scale
        fits = y > 3 * letter  # below the names of the meridians
        yield Line(x=None, y=round(y, 1), text=_tell_degree(degree, "S", "N") if fits else "")


def _tell_degree(degree: int, below: str, above: str) -> str:
    return f"{abs(degree)}°" + ("" if degree in (0, -180) else f" {below if degree < 0 else above}")


def _draw_bar(view: View) -> Bar | None:
    table = load_table("map")
    if view.height / view.scale > table["scale_up_to_degrees"]:
        return None
    fitting = [km for km in table["scale_lengths"] if km * view.km <= table["scale_at_most"]]
    return Bar(width=round(fitting[-1] * view.km, 1), text=f"{fitting[-1]:,} km") if fitting else None


def _list_grid_boxes(grid: Sequence[Line]) -> Iterator[Box]:
    """Yields what the names of degrees cover: of meridians at the top, of parallels at the left."""
    letter = load_table("map")["grid_letter"]
    for line in grid:
        width = measure(line.text, letter) + 6
        if line.x is not None:
            yield (line.x, 0.0, line.x + width, letter + 4)
        elif line.y is not None:
            yield (0.0, line.y - letter - 2, width, line.y)


def _list_bar_boxes(bar: Bar | None, view: View) -> Iterator[Box]:
    if bar is not None:
        yield (view.width - bar.width - 10, view.height - 24, view.width, view.height)
