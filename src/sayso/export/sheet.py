"""Sheet: what the page shows of one reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.export.actor import Voice, list_voices
from sayso.export.arc import Arc, draw_arcs, write_rules
from sayso.export.claim import Claim, list_claims
from sayso.export.event import Happening, list_happenings
from sayso.export.figure import Count, list_counts
from sayso.export.head import tell_facts, tell_title
from sayso.export.map import Map, draw_map
from sayso.export.number import tell_number
from sayso.export.passage import Fact, FactRole, list_claim_marks, list_mention_marks
from sayso.export.place import Site, list_sites
from sayso.export.relation import EndRole, Side, Sides, Tie, list_sides, list_ties
from sayso.export.row import Row, band_rows, list_rows
from sayso.export.time import Moment, list_moments
from sayso.model import Reading

_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page shows of one reading; its number tells it from the others of the page."""

    number: int
    reading: Reading
    claims: Sequence[Claim]
    counts: Sequence[Count]
    happenings: Sequence[Happening]
    voices: Sequence[Voice]
    sites: Sequence[Site]
    moments: Sequence[Moment]
    map: Map | None
    ties: Sequence[Tie]
    sides: Sides
    arcs: Sequence[Arc]

    @property
    def title(self) -> str:
        """The headline, or that there is none."""
        return tell_title(self.reading.article)

    @property
    def facts(self) -> tuple[str, ...]:
        """Outlet, date, and the byline where there is one."""
        return tell_facts(self.reading.article)

    @property
    def total(self) -> str:
        """How many claims were found."""
        return tell_number(len(self.claims), "claim")

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The role of each kind of fact that was found, and how many of it were."""
        found: list[tuple[str, Sequence[object]]] = [("relation", self.ties), *self._found.items()]
        return tuple((role, tell_number(len(facts), role)) for role, facts in found if facts)

    @property
    def address(self) -> str | None:
        """The article's address where it is one of the web, else null."""
        url = self.reading.article.url or ""
        return url if _WEB_ADDRESS.fullmatch(url) else None

    @property
    def bands(self) -> Iterator[tuple[Row, ...]]:
        """The paragraphs in order, those whose margin is free together with the one before them."""
        marks = list_claim_marks(self.claims)
        for role, facts in self._found.items():
            marks += list_mention_marks(role, facts)
        return band_rows(list_rows(self.reading.article.text, self.claims, marks))

    @property
    def rules(self) -> str:
        """The CSS that hangs the arcs on their ends."""
        return write_rules(self.number, self.arcs, self.claims)

    def list_sides(self, role: EndRole, number: int) -> Sequence[Side]:
        """Lists the ties of a claim, a figure or an event."""
        return self.sides.get((role, number), [])

    @property
    def _found(self) -> dict[FactRole, Sequence[Fact]]:
        return {
            "figure": self.counts,
            "event": self.happenings,
            "actor": self.voices,
            "place": self.sites,
            "time": self.moments,
        }


def make_sheet(number: int, reading: Reading, doubtful_below: float) -> Sheet:
    """Makes the sheet of a reading.

    Raises:
        ModelError: the parents of an attribution do not hold together (MDL003, MDL005).
    """
    claims, sites = list_claims(reading, doubtful_below), list_sites(reading)
    counts = list_counts(reading, claims, sites, doubtful_below)
    happenings = list_happenings(reading, claims, sites, doubtful_below)
    ties = list_ties(reading, claims, counts, happenings)
    return Sheet(
        number=number,
        reading=reading,
        claims=claims,
        counts=counts,
        happenings=happenings,
        voices=list_voices(reading, claims),
        sites=sites,
        moments=list_moments(reading),
        map=draw_map(sites),
        ties=ties,
        sides=list_sides(ties),
        arcs=draw_arcs(ties, claims),
    )
