"""Label: the name of a place on a map, set where it covers no other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal

from sayso.vocab import load_table

Anchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_ANCHORS: dict[int, Anchor] = {1: "start", 0: "middle", -1: "end"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A disc on the map, and what is written beside it."""

    x: float
    y: float
    radius: float
    text: str

    @property
    def box(self) -> Box:
        """What the disc covers."""
        return (self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name on the map.

    Attributes:
        dot: number of the dot that it belongs to, from 0.
        x: where its anchor stands.
        y: where its baseline runs.
        anchor: which part of it stands at `x`.
        text: the name.
        box: what it covers.
        leader: the line that leads to it where it stands away from its dot, from x and y to x and y, or null.
    """

    dot: int
    x: float
    y: float
    anchor: Anchor
    text: str
    box: Box
    leader: Box | None


def set_labels(dots: Sequence[Dot], size: tuple[float, float], taken: Sequence[Box]) -> list[Label]:
    """Sets the names of as many dots as find room.

    A label covers no dot, no other label, no leader and nothing of `taken`, and stays within the map; a
    leader crosses no label. Those that found no room get the first choice when all are set again.

    Args:
        dots: what to name, the most important first.
        size: width and height of the map.
        taken: what else is written on it.
    """
    order = list(range(len(dots)))
    best: list[Label] = []
    for _ in range(load_table("map")["rounds"]):
        labels = _set_in_order([(number, dots[number]) for number in order], size, taken)
        best = max(best, labels, key=len)
        named = {label.dot for label in labels}
        order = [n for n in order if n not in named] + [n for n in order if n in named]
        if len(best) == len(dots):
            break
    return best


def _set_in_order(
    dots: Sequence[tuple[int, Dot]], size: tuple[float, float], taken: Sequence[Box]
) -> list[Label]:
    discs, written = [dot.box for _, dot in dots], list(taken)
    labels: list[Label] = []
    for number, dot in dots:
        for label in _list_places(number, dot):
            steps = _walk(label.leader)
            if (
                _is_inside(label.box, size)
                and not _meet([label.box], [*discs, *written])
                and not _meet(steps, written)
            ):
                labels.append(label)
                written += [label.box, *steps]
                break
    return labels


def measure(text: str, letter: float) -> float:
    """Estimates how wide a text is in a sans serif, rather too wide than too narrow."""
    return letter * sum(map(_find_ems, text))


@cache
def _find_ems(character: str) -> float:
    table = load_table("map")
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        kind = "east_asian"
    elif character in table["narrow_letters"]:
        kind = "narrow"
    elif character in table["wide_letters"]:
        kind = "wide"
    else:
        kind = "capital" if character.isupper() else "small"
    return float(table["ems"][kind])


def _list_places(number: int, dot: Dot) -> Iterator[Label]:
    """Yields the places for a label, near ones first, and on each distance those that read best."""
    table = load_table("map")
    letter, longest = table["letter"], table["longest_label"]
    text = dot.text if len(dot.text) <= longest else dot.text[: longest - 1].rstrip() + "…"
    width, half = measure(text, letter), letter * table["half_label"]
    for reach, (right, down) in product(table["reaches"], table["sides"]):
        far = dot.radius + reach
        x, y = dot.x + right * far, dot.y + down * (far + letter / 2)
        way = (right > 0) - (right < 0)
        left = x - width * (1 - way) / 2
        is_far = far - dot.radius >= table["least_leader"]
        yield Label(
            dot=number,
            x=round(x, 1),
            y=round(y + letter * table["baseline"], 1),
            anchor=_ANCHORS[way],
            text=text,
            box=(left, y - half, left + width, y + half),
            leader=_lead(dot, (x, y), right, down) if is_far else None,
        )


def _lead(dot: Dot, end: tuple[float, float], right: float, down: float) -> Box:
    """Returns the line from the rim of a dot to its label."""
    start = (dot.x + right * dot.radius, dot.y + down * dot.radius)
    stop = end[1] - down * load_table("map")["letter"] / 2
    return (round(start[0], 1), round(start[1], 1), round(end[0], 1), round(stop, 1))


def _walk(leader: Box | None) -> list[Box]:
    """Returns small boxes along a leader, which together cover it."""
    if leader is None:
        return []
    steps: int = load_table("map")["leader_steps"]
    shares = [step / steps for step in range(steps + 1)]
    points = [
        (leader[0] + (leader[2] - leader[0]) * s, leader[1] + (leader[3] - leader[1]) * s) for s in shares
    ]
    return [(x - 1, y - 1, x + 1, y + 1) for x, y in points]


def _is_inside(box: Box, size: tuple[float, float]) -> bool:
    edge: float = load_table("map")["edge"]
    return min(box[:2]) >= edge and box[2] <= size[0] - edge and box[3] <= size[1] - edge


def _meet(some: Sequence[Box], others: Sequence[Box]) -> bool:
    """Whether any box of some overlaps any of others."""
    return any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for one, other in product(some, others)
    )
