"""Relations as lines in the margin."""

from __future__ import annotations

from dataclasses import replace

from sayso.export.arc import Arc, draw_arcs, write_rules
from sayso.export.claim import list_claims
from sayso.export.relation import list_ties
from sayso.model import Reading, Relation


def draw(reading: Reading, *ends: tuple[str, str]) -> list[Arc]:
    claims = list_claims(reading, 0.5)
    relations = tuple(Relation(from_=one, to=other, type="denies") for one, other in ends)
    return draw_arcs(list_ties(replace(reading, relations=relations), claims, [], []), claims)


def test_arc_points_at_what_is_denied(reading: Reading) -> None:
    """An arc runs from the upper end to the lower one, and points at its target."""
    up, down = draw(reading, ("A5", "A4"), ("A1", "A6"))
    assert (up.upper.number, up.lower.number, up.points) == (4, 5, "up")
    assert (down.upper.number, down.lower.number, down.points) == (1, 6, "down")


def test_arcs_that_meet_have_lanes_of_their_own(reading: Reading) -> None:
    """A long arc passes outside of a short one; arcs that do not meet share a lane."""
    arcs = draw(reading, ("A6", "A1"), ("A2", "A1"), ("A5", "A4"))
    assert [(arc.lower.number, arc.lane) for arc in arcs] == [(2, 0), (5, 0), (6, 1)]


def test_lanes_do_not_leave_the_margin(reading: Reading) -> None:
    """However many arcs meet, the outermost lane takes the rest."""
    arcs = draw(reading, *[("A6", "A1")] * 9)
    assert max(arc.lane for arc in arcs) == 3


def test_ends_of_two_kinds_have_no_arc(toll: Reading) -> None:
    """A claim and a figure, which stand far apart on the page, are linked by words alone."""
    assert draw(toll, ("A1", "F1")) == []


def test_rules_hang_an_arc_on_its_ends(reading: Reading) -> None:
    """The rules name both cards and give the arc their names and indents."""
    claims = list_claims(reading, 0.5)
    assert write_rules(2, draw(reading, ("A5", "A4")), claims) == (
        "#r2-c4{anchor-name:--r2-c4}\n"
        "#r2-c5{anchor-name:--r2-c5}\n"
        "#r2-arc-1{--upper:--r2-c4;--lower:--r2-c5;--lane:0;--indent:1;--from:0;--to:1}\n"
    )
