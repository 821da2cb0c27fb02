"""Tie: a relation as a reader of the views meets it, told from either of its ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.export.claim import Claim
from sayso.export.event import Happening
from sayso.export.figure import Count
from sayso.model import Reading, RelationType
from sayso.vocab import load_table

EndRole = Literal["claim", "figure", "event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """A claim, a figure or an event at one end of a relation.

    Attributes:
        role: which of the three.
        number: its number among its kind.
        name: who claims it, what the figure says and who counts, or the words of the event.
        content: what is claimed, or null where nothing is.
    """

    role: EndRole
    number: int
    name: str
    content: str | None = None

    @property
    def words(self) -> str:
        """What it is called in the views: claim 4, or else its name."""
        return f"claim {self.number}" if self.role == "claim" else self.name

    @property
    def anchor(self) -> str:
        """Its id within its article on the page: c4, figure-2."""
        return f"c{self.number}" if self.role == "claim" else f"{self.role}-{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A relation from one end to the other.

    Attributes:
        number: from 1, denials first.
        type: what the source does to the target.
        source: the end that denies, confirms, contradicts, updates or restates.
        target: the end to which it does.
    """

    number: int
    type: RelationType
    source: End
    target: End


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A tie as it is told at one of its ends.

    Attributes:
        verb: what is done to, or by, the other end: denies, denied by.
        other: that end.
        tie: the whole.
    """

    verb: str
    other: End
    tie: Tie

    @property
    def words(self) -> str:
        """The whole of it: denied by claim 9."""
        return f"{self.verb} {self.other.words}"


Sides = dict[tuple[EndRole, int], list[Side]]
"""Ties by the role and the number of each of their ends."""


def list_ties(
    reading: Reading, claims: Iterable[Claim], counts: Iterable[Count], happenings: Iterable[Happening]
) -> list[Tie]:
    """Lists the relations of a reading whose ends the views show, denials first."""
    ends = {
        each.attribution.id: End(role="claim", number=each.number, name=each.who, content=each.words)
        for each in claims
    }
    ends |= {
        each.figure.id: End(
            role="figure", number=each.number, name=", ".join(filter(None, (each.title, each.counter)))
        )
        for each in counts
    }
    ends |= {
        each.event.id: End(role="event", number=each.number, name=f"“{each.words}”") for each in happenings
    }
    order = list(load_table("view")["inverse"])
    told = [relation for relation in reading.relations if {relation.from_, relation.to} <= ends.keys()]
    told.sort(key=lambda relation: order.index(relation.type))
    return [
        Tie(number=number, type=relation.type, source=ends[relation.from_], target=ends[relation.to])
        for number, relation in enumerate(told, start=1)
    ]


def list_sides(ties: Sequence[Tie]) -> Sides:
    """Lists the ties of each end, what it does before what is done to it."""
    inverse = load_table("view")["inverse"]
    sides: Sides = defaultdict(list)
    for tie in ties:
        sides[tie.source.role, tie.source.number].append(Side(verb=tie.type, other=tie.target, tie=tie))
    for tie in ties:
        side = Side(verb=inverse[tie.type], other=tie.source, tie=tie)
        sides[tie.target.role, tie.target.number].append(side)
    return dict(sides)
