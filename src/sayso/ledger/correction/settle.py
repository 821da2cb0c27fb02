"""Settle: a reading whose records were dropped and added, made whole again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.ledger.correction.amend import Claim, list_own
from sayso.model import Attribution, Event, Figure, Place, Reading, Span

AnyClaim = TypeVar("AnyClaim", Attribution, Figure, Event)


def settle(
    reading: Reading, claims: Mapping[str, Claim], added: Iterable[str], places: tuple[Place, ...]
) -> Reading:
    """Makes a reading of what is left of another and what was added.

    What stood in a claim that was dropped stands in the claim around it; what stands in one that was added
    belongs to it. Relations of what was dropped go with it. What was added stands in its place in the text.

    Args:
        reading: the reading as it was.
        claims: attributions, figures and events by their ids.
        added: ids of those that the reading lacks.
        places: the places that they may name.
    """
    added = set(added) & claims.keys()
    holders = find_holders(reading, claims, added)
    placed = [_hold(claim, holders, claims) for claim in claims.values()]
    return replace(
        reading,
        attributions=_order([c for c in placed if isinstance(c, Attribution)], added),
        figures=_order([c for c in placed if isinstance(c, Figure)], added),
        events=_order([c for c in placed if isinstance(c, Event)], added),
        places=places,
        relations=tuple(r for r in reading.relations if {r.from_, r.to} <= claims.keys()),
    )


def find_holders(reading: Reading, claims: Mapping[str, Claim], added: set[str]) -> dict[str, str | None]:
    """Finds the innermost attribution that each record stands in, by their ids."""
    parents = {claim.id: claim.parent for claim in reading.attributions}
    holders: dict[str, str | None] = {}
    for claim in claims.values():
        holder = _get_holder(claim)
        while holder is not None and holder not in claims:
            holder = parents[holder]
        holders[claim.id] = holder
    new = [claims[label] for label in sorted(added)]
    for claim in sorted(new, key=_measure_claim, reverse=True):  # the outer ones first
        around = [c for c in claims.values() if isinstance(c, Attribution) and _holds(c, claim)]
        holders[claim.id] = min(around, key=_measure).id if around else None
        if isinstance(claim, Attribution):
            for other in claims.values():
                if other is not claim and _holds(claim, other) and holders[other.id] == holders[claim.id]:
                    holders[other.id] = claim.id
    return holders


def _get_holder(claim: Claim) -> str | None:
    return claim.parent if isinstance(claim, Attribution) else claim.attribution


def _hold(claim: Claim, holders: Mapping[str, str | None], claims: Mapping[str, Claim]) -> Claim:
    holder = holders[claim.id]
    if isinstance(claim, Attribution):
        return replace(claim, parent=holder)
    if isinstance(claim, Figure):
        return replace(claim, attribution=holder, part_of=claim.part_of if claim.part_of in claims else None)
    return replace(claim, attribution=holder)


def _holds(claim: Attribution, other: Claim) -> bool:
    """Tells whether a claim says all of what tells another record, and more."""
    own = list_own(other)
    is_inside = all(any(_covers(content, span) for content in claim.content) for span in own)
    return (
        bool(own) and is_inside and (not isinstance(other, Attribution) or _measure(other) < _measure(claim))
    )


def _covers(span: Span, other: Span) -> bool:
    return span.start <= other.start and other.end <= span.end


def _measure(claim: Attribution) -> int:
    """Returns how many characters a claim says."""
    return sum(span.end - span.start for span in claim.content)


def _measure_claim(claim: Claim) -> int:
    return _measure(claim) if isinstance(claim, Attribution) else 0


def _order(claims: Sequence[AnyClaim], added: set[str]) -> tuple[AnyClaim, ...]:
    """Puts what was added before the first record that starts after it; the others keep their order."""
    ordered = [claim for claim in claims if claim.id not in added]
    for claim in (claim for claim in claims if claim.id in added):
        after = (n for n, other in enumerate(ordered) if _start(other) > _start(claim))
        ordered.insert(next(after, len(ordered)), claim)
    return tuple(ordered)


def _start(claim: Claim) -> int:
    return min((span.start for span in list_own(claim)), default=0)
