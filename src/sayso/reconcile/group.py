"""Group: who is counted, as far as it tells which counts are of the same people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sayso.model import Figure
from sayso.reconcile.passage import cut_around
from sayso.vocab import load_table

Toll = Literal["struck", "harmed", "unknown"]
_TOLLS: tuple[Toll, ...] = ("struck", "harmed")


@dataclass(frozen=True, slots=True)
class Group:
    """Who is counted.

    Attributes:
        noun: the word for them in lower case, or "" for people at large.
        classes: what kinds of people the word names; none for people at large.
        age: age of a single one, or null.
        others: whether they are counted beside those before them: "16 others".
        toll: of the injured, whether all who were shot or struck are meant, the dead among them, or not.
    """

    noun: str = ""
    classes: frozenset[str] = frozenset()
    age: str | None = None
    others: bool = False
    toll: Toll = "unknown"

    def meet(self, other: Group) -> Group:
        """Returns the wider of two groups that are one: only what both say of it, or either alone of a person."""
        return Group(
            noun=self.noun if self.noun == other.noun else "",
            classes=self.classes & other.classes
            or (self.classes | other.classes if self.age else frozenset()),
            age=self.age or other.age,
            others=self.others or other.others,
            toll=self.toll if self.toll == other.toll else "unknown",
        )


def describe_group(text: str, figure: Figure) -> Group:
    """Describes whom a figure counts by its noun and the words around it."""
    table = load_table("series")
    phrase = f"{figure.span.text} {figure.of.text if figure.of is not None else ''}"
    words = re.findall(r"[^\W\d_]+", phrase.lower())
    noun = re.findall(r"[^\W\d_]+", figure.of.text.lower())[-1:] if figure.of is not None else []
    plain = not noun or noun[0] in table["plain"]
    age = re.search(table["age"], phrase)
    return Group(
        noun="" if plain else noun[0],
        classes=frozenset(name for name, nouns in table["classes"].items() if noun and noun[0] in nouns),
        age=age and age[1],
        others=any(word in table["others"] for word in words),
        toll=_find_toll(text, figure),
    )


def _find_toll(text: str, figure: Figure) -> Toll:
    """Tells by the nearest word whether a count of the injured takes in all who were struck."""
    table = load_table("series")
    if figure.measure != "injured":
        return "unknown"
    before, after = cut_around(text, figure)
    near = f"{figure.span.text}{after}"
    found: list[tuple[int, Toll]] = []
    for toll in _TOLLS:
        found += [(match.start(), toll) for match in re.finditer(table[toll], near)]
        found += [(len(before) - match.end(), toll) for match in re.finditer(table[toll], before)]
    return min(found, default=(0, "unknown"))[1]


def is_apart(one: Group, other: Group) -> bool:
    """Tells whether two groups exclude each other: men and women, officers and suspects, two ages."""
    table = load_table("series")
    if one.age and other.age and abs(int(one.age) - int(other.age)) > table["years"]:
        return True
    pairs = table["apart"]
    return any(
        (a in one.classes and b in other.classes and not {a, b} & (one.classes & other.classes))
        or (b in one.classes and a in other.classes and not {a, b} & (one.classes & other.classes))
        for a, b in pairs
    )


def holds(one: Group, other: Group) -> bool:
    """Tells whether the first group takes in the second and more."""
    if one.noun and one.noun == other.noun:
        return False
    return not one.noun and bool(other.noun)
