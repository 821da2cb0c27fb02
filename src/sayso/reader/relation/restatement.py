"""Restatements: which claims say again what the article has told before, by a logistic function of a pair."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from sayso.model import Relation
from sayso.reader.relation.claim import Claim, compare, is_nested, is_same_speaker, relate
from sayso.vocab import load_table

Evidence = dict[str, float]


def find_restatements(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yields each claim's likeliest restatement of one before it, where it is likely enough."""
    table = load_table("relation_weight")
    for claim in claims:
        rated = [(rate(weigh(claim, other)), -other.at) for other in list_candidates(claims, claim)]
        chance, at = max(rated, default=(0.0, 0))
        if chance >= table["least"]:
            yield relate(claim.attribution, claims[-at].attribution, "restates")


def list_candidates(claims: Sequence[Claim], claim: Claim) -> list[Claim]:
    """Returns the claims before one that it may restate: neither holds the other, and none denies."""
    first = max(0, claim.at - load_table("relation")["within"])
    return [
        other
        for other in claims[first : claim.at]
        if "deny" not in (claim.attribution.act, other.attribution.act)
        and not is_nested(claim, other)
        and not _overlap(claim, other)
    ]


def weigh(claim: Claim, other: Claim) -> Evidence:
    """Returns the evidence that a claim restates another before it, by name.

    What an article opens with is told again further down, most often in the words of the same speaker.
    """
    same = is_same_speaker(claim, other)
    names = (claim.attribution.speaker.name, other.attribution.speaker.name)
    further = claim.paragraph > other.paragraph
    shared = len(claim.stems & other.stems) / max(1, min(len(claim.stems), len(other.stems)))
    return {
        "always": 1.0,
        "meaning": compare(claim, other),
        "shared words": shared,
        "same speaker": float(same),
        "same speaker as the lead": float(same and further and other.paragraph == 0),
        "further than the opening": float(further and other.paragraph == 0),
        "distance": math.log(claim.at - other.at),
        "same act": float(claim.attribution.act == other.attribution.act),
        "same words for an unnamed source": float(None in names and bool(claim.source & other.source)),
    }


def rate(evidence: Evidence) -> float:
    """Returns the probability that evidence gives."""
    weights = load_table("relation_weight")["weight"]
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in evidence.items())))


def _overlap(one: Claim, other: Claim) -> bool:
    return any(
        a.start < b.end and b.start < a.end
        for a in one.attribution.content
        for b in other.attribution.content
    )
