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
        named: whether those are counted who are identified.
    """

    noun: str = ""
    classes: frozenset[str] = frozenset()
    age: str | None = None
    others: bool = False
    toll: Toll = "unknown"
    named: bool = False

    def meet(self, other: Group) -> Group:
        """Returns the wider of two groups that are one: what both say of it, or either of a person."""
        return Group(
            noun=self.noun if self.noun == other.noun else "",
            classes=self.classes & other.classes
            or (self.classes | other.classes if self.age else frozenset()),
            age=self.age or other.age,
            others=self.others or other.others,
            toll=self.toll if self.toll == other.toll else "unknown",
            named=self.named and other.named,
        )


def describe_group(text: str, figure: Figure) -> Group:
    """Describes whom a figure counts by its noun and the words around it."""
    table = load_table("series")
    phrase = f"{figure.span.text} {figure.of.text if figure.of is not None else ''}"
    noun = re.findall(r"[^\W\d_]+", figure.of.text.lower())[-1:] if figure.of is not None else []
    plain = not noun or noun[0] in table["plain"]
    age = re.search(table["age"], phrase)
    return Group(
        noun="" if plain else noun[0],
        classes=frozenset(name for name, nouns in table["classes"].items() if noun and noun[0] in nouns),
        age=age and (age[1] or "0"),
        others=re.search(table["others"], phrase.lower()) is not None,
        toll=_find_toll(text, figure),
        named=any(re.search(table["identified"], part) for part in cut_around(text, figure)),
    )


def _find_toll(text: str, figure: Figure) -> Toll:
    """Tells whether a count of the injured takes in all who were struck: by a word near it."""
    if figure.measure != "injured":
        return "unknown"
    before, after = cut_around(text, figure)
    behind = _list_tolls(f"{figure.span.text}{after}")
    ahead = _list_tolls(before)
    return next(iter(behind or ahead[::-1]), "unknown")


def _list_tolls(words: str) -> list[Toll]:
    table = load_table("series")
    found = [(match.start(), toll) for toll in _TOLLS for match in re.finditer(table[toll], words)]
    return [toll for _, toll in sorted(found)]


def counts_dead_in_one(one: Group, other: Group) -> bool:
    """Tells whether one is of all who were struck, and the other of those who live beside the dead."""
    return any(a.toll == "struck" and not a.others and b.others for a, b in ((one, other), (other, one)))


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
    """Tells whether one group takes in another and more: people and women, the dead and those named."""
    if one.named != other.named:
        return other.named
    return not one.noun and bool(other.noun)
