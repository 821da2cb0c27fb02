"""Arc: a relation as a line in the margin of the page, from one card or row to another.

The page runs no script to draw it: each arc hangs on its two ends by CSS anchor positioning. Where a browser
has none, the links that stand at both ends say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.export.claim import Claim
from sayso.export.relation import End, EndRole, Tie
from sayso.vocab import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A line from one end of a tie to the other.

    Attributes:
        tie: what it draws.
        upper: the end that stands higher on the page.
        lower: the other.
        lane: how many arcs it passes on the outside.
    """

    tie: Tie
    upper: End
    lower: End
    lane: int

    @property
    def points(self) -> str:
        """Which way it points: up or down."""
        return "up" if self.tie.target == self.upper else "down"


def draw_arcs(ties: Iterable[Tie], claims: Sequence[Claim]) -> list[Arc]:
    """Draws the ties whose ends stand in one column, the short ones inside of the long ones."""
    order = {claim.number: place for place, claim in enumerate(sorted(claims, key=lambda claim: claim.start))}
    lanes: int = load_table("view")["page"]["lanes"]
    taken: list[tuple[EndRole, int, int, int]] = []
    arcs: list[Arc] = []

    def place(end: End) -> int:
        return order[end.number] if end.role == "claim" else end.number

    drawn = [tie for tie in ties if tie.source.role == tie.target.role and tie.source != tie.target]
    for tie in sorted(drawn, key=lambda tie: abs(place(tie.source) - place(tie.target))):
        upper, lower = sorted((tie.source, tie.target), key=place)
        role, top, bottom = upper.role, place(upper), place(lower)
        passed = {lane for kind, a, b, lane in taken if kind == role and a <= bottom and top <= b}
        lane = next(lane for lane in range(len(taken) + 1) if lane not in passed)
        taken.append((role, top, bottom, lane))
        arcs.append(Arc(tie=tie, upper=upper, lower=lower, lane=min(lane, lanes - 1)))
    return arcs


def write_rules(sheet: int, arcs: Iterable[Arc], claims: Sequence[Claim]) -> str:
    """Writes the CSS that hangs the arcs of a sheet on their ends."""
    deepest: int = load_table("view")["page"]["deepest"]
    rules: dict[str, str] = {}
    for arc in arcs:
        for end in (arc.upper, arc.lower):
            rules[f"#r{sheet}-{end.anchor}"] = f"anchor-name:--r{sheet}-{end.anchor}"
        indents = [
            min(claims[end.number - 1].depth, deepest) if end.role == "claim" else 0
            for end in (arc.upper, arc.tie.source, arc.tie.target)
        ]
        rules[f"#r{sheet}-arc-{arc.tie.number}"] = (
            f"--upper:--r{sheet}-{arc.upper.anchor};--lower:--r{sheet}-{arc.lower.anchor};--lane:{arc.lane};"
            f"--indent:{indents[0]};--from:{indents[1]};--to:{indents[2]}"
        )
    return "".join(f"{selector}{{{rule}}}\n" for selector, rule in rules.items())
