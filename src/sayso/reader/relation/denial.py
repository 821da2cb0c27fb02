"""Denials and confirmations: which claim an attribution answers by denying or confirming it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sayso.model import Attribution, Relation
from sayso.reader.relation.claim import Claim, compare, is_nested, is_same_speaker, relate, split_words
from sayso.vocab import load_table

_STOP = re.compile(r"[.!?](?=\s|$)|\n")


def find_answers(text: str, claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yields the denials and the confirmations whose claim the article holds.

    A denial denies the claim inside its own content, the one that it calls untrue, the one that it points at
    ("the accusation"), the one that names the denier, or else the most alike of the few before it.
    """
    for claim in claims:
        if denies(claim):
            target = _find_denied(text, claims, claim)
            if target is not None:
                yield relate(claim.attribution, target.attribution, "denies")
        elif confirms(claim):
            target = _find_meant(claims, claim)
            if target is not None:
                yield relate(claim.attribution, target.attribution, "confirms")


def denies(claim: Claim) -> bool:
    """Tells whether a claim denies or rejects another; declining to comment rejects none."""
    table = load_table("relation")
    if any(word in table["declining"] for word in claim.cue):
        return find_pointed(claim) == "demand"
    return claim.attribution.act == "deny" or any(word in table["deny"] for word in claim.cue)


def confirms(claim: Claim) -> bool:
    """Tells whether a claim confirms; what is recognised by an announcement ("as the heir") is not one."""
    table = load_table("relation")
    return claim.attribution.act in table["confirming"] and any(w in table["confirm"] for w in claim.cue)


def find_pointed(claim: Claim) -> str | None:
    """Returns what kind of claim a content only points at ("the accusation"), or None if it says something.

    What follows "the claim that" says something.
    """
    table = load_table("relation")
    if len(claim.words) > table["short"]:
        return None
    for word, follower in zip_longest(claim.words, claim.words[1:], fillvalue=""):
        kind: str | None = table["pointing"].get(word)
        if kind is not None:
            return None if follower in table["specifying"] else kind
    return None


def _find_denied(text: str, claims: Sequence[Claim], claim: Claim) -> Claim | None:
    inner = [c for c in claims if c.attribution.parent == claim.attribution.id and not denies(c)]
    untrue = _find_untrue(text, claims, claim)
    if untrue is not None or inner:
        return untrue or inner[0]
    accuser = None if find_pointed(claim) else _find_accuser(claims, claim)
    return accuser or _find_meant(claims, claim)


def _find_accuser(claims: Sequence[Claim], claim: Claim) -> Claim | None:
    """Finds the claim before a denial that names whoever denies: the most alike of them."""
    table, name = load_table("relation"), claim.attribution.speaker.name
    called = {name, name.split()[-1]} if name and name.split()[-1][0].isupper() else set()
    naming = [
        other
        for other in claims[: claim.at]
        if not is_nested(claim, other)
        and not is_same_speaker(claim, other)
        and other.attribution.act in table["charging"]
        and any(_holds(other.attribution, word) for word in called)
        and compare(claim, other) >= table["named"]
    ]
    return max(naming, key=lambda other: compare(claim, other), default=None)


def _holds(attribution: Attribution, name: str) -> bool:
    pattern = rf"\b{re.escape(name)}\b"
    return any(re.search(pattern, span.text) for span in attribution.content)


def _find_meant(claims: Sequence[Claim], claim: Claim) -> Claim | None:
    """Finds the claim before another that it means: the nearest where it points, else the most alike."""
    table, pointed = load_table("relation"), find_pointed(claim)
    acts = table["claiming"][pointed or "any"]
    before = [
        other
        for other in claims[max(0, claim.at - table["nearby"]) : claim.at]
        if not is_nested(claim, other)
        and not is_same_speaker(claim, other)
        and other.attribution.act in (None, *acts)
    ]
    if pointed is not None or not before:
        return before[-1] if before else None
    best = max(before, key=lambda other: compare(claim, other))
    return best if compare(claim, best) >= table["near"] else None


def _find_untrue(text: str, claims: Sequence[Claim], claim: Claim) -> Claim | None:
    """Finds the claim that another calls untrue: in its content, or in the sentence before it."""
    table, own = load_table("relation"), claim.attribution
    if own.source is None:
        return None
    for other in claims[max(0, claim.at - table["nearby"]) : claim.at + table["nearby"]]:
        start, end = other.attribution.content[0].start, _find_end(text, other.attribution)
        between = own.content[0].start - end
        holds = other.attribution.parent == own.id
        follows = 0 <= between <= table["gap"] and "\n" not in text[end : own.content[0].start]
        if (holds or follows) and {*split_words(text[start:end])} & {*table["untrue"]}:
            return other
    return None


def _find_end(text: str, attribution: Attribution) -> int:
    """Returns the end of the sentence that a content ends in."""
    last = attribution.content[-1].end
    found = _STOP.search(text, max(last - 1, 0))
    return found.end() if found else len(text)
