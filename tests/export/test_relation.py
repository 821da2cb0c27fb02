"""Relations as the views show them."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from sayso.export.claim import list_claims
from sayso.export.event import list_happenings
from sayso.export.figure import list_counts
from sayso.export.relation import Tie, list_sides, list_ties
from sayso.model import Reading, Relation, RelationType
from sayso.vocab import load_table


def tie(reading: Reading, *relations: Relation) -> list[Tie]:
    claims = list_claims(reading, 0.5)
    counts, happenings = list_counts(reading, claims, [], 0.5), list_happenings(reading, claims, [], 0.5)
    return list_ties(replace(reading, relations=relations), claims, counts, happenings)


def test_ends_are_claims_figures_or_events(denial: Reading) -> None:
    """An end is called by the number of its claim, or by the words of its event."""
    (one,) = tie(denial, Relation(from_="A5", to="E1", type="denies"))
    assert (one.source.words, one.source.anchor) == ("claim 5", "c5")
    assert (one.target.words, one.target.anchor) == ("“ran aground”", "event-1")


def test_figure_is_called_by_what_it_says(toll: Reading) -> None:
    """A figure at an end is told by its value, what it counts and who counts."""
    (one,) = tie(toll, Relation(from_="F2", to="F1", type="updates"))
    assert one.target.words == "> 40 dockers (injured), Port of Rotterdam"


def test_denials_come_first(denial: Reading) -> None:
    """What is denied or contradicted stands before what is confirmed or told again."""
    ties = tie(
        denial,
        Relation(from_="A3", to="A2", type="restates"),
        Relation(from_="A3", to="A1", type="confirms"),
        Relation(from_="A5", to="A4", type="denies"),
    )
    assert [(each.number, each.type) for each in ties] == [(1, "denies"), (2, "confirms"), (3, "restates")]


def test_unknown_end_is_left_out(denial: Reading) -> None:
    """A relation to something that the reading does not hold is not shown."""
    assert tie(denial, Relation(from_="A5", to="X9", type="denies")) == []


def test_tie_is_told_from_both_ends(denial: Reading) -> None:
    """Each end says what it does to the other, or what the other does to it."""
    sides = list_sides(tie(denial, Relation(from_="A5", to="A4", type="denies")))
    assert [side.words for side in sides["claim", 5]] == ["denies claim 4"]
    assert [side.words for side in sides["claim", 4]] == ["denied by claim 5"]


def test_every_type_has_an_inverse() -> None:
    """Each type of relation can be told from its other end."""
    assert set(load_table("view")["inverse"]) == set(get_args(RelationType))
