"""Measurements: numbers that two speakers give for one thing and that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Relation
from sayso.reader.relation.claim import Claim, is_nested, is_same_speaker, relate
from sayso.vocab import load_table

_NUMBER = re.compile(r"(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\d%])(?!\s+per\s?cent)")


def find_conflicts(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yields where a claim gives another number than the one right before, for the same thing.

    Both have speakers of their own, the numbers are near each other ("5.5", "a magnitude of 5.8"), and the
    contents share a noun, or one of them is the number alone.
    """
    for one, other in zip(claims[1:], claims, strict=False):
        if (
            one.attribution.act == other.attribution.act == "state"
            and not is_same_speaker(one, other)
            and not is_nested(one, other)
            and one.attribution.content != other.attribution.content
            and _is_short(one)
            and _differ(one, other)
        ):
            yield relate(one.attribution, other.attribution, "contradicts")


def _is_short(claim: Claim) -> bool:
    most: int = load_table("relation")["measured"]
    return len(claim.words) <= most


def _differ(one: Claim, other: Claim) -> bool:
    """Tells whether the first numbers of two contents are near each other and not the same."""
    error: float = load_table("relation")["error"]
    a, b = (_find_number(claim) for claim in (one, other))
    if a is None or b is None or a == b or not _is_alike(one, other):
        return False
    return abs(a - b) <= error * max(a, b)


def _is_alike(one: Claim, other: Claim) -> bool:
    """Tells whether a content shares a word with another, or is a number alone."""
    numberless = {stem for stem in one.stems if not any(c.isdigit() for c in stem)}
    return not numberless or bool(numberless & other.stems)


def _find_number(claim: Claim) -> float | None:
    match = _NUMBER.search(" ".join(span.text for span in claim.attribution.content))
    return float(match.group().replace(",", "")) if match else None
