"""Claim: what a claim of one article does to a claim of another article of its story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.model import Span
from sayso.reconcile.statement import Content, Statement, measure_likeness, measure_shared, share_run
from sayso.vocab import load_table

LinkType = Literal["denies", "confirms", "contradicts", "restates"]


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """What a claim does to a claim of another article, and the evidence.

    Attributes:
        from_: article and attribution of the one that denies, confirms, contradicts or restates; of two that
            restate or contradict each other, the later one.
        to: article and attribution of the other.
        type: what it does.
        rule: why, in words that stay the same.
        score: how alike the two are, -0.5 to 1.
        spans: the passage of the first.
        to_spans: the passage of the other.
    """

    from_: tuple[str, str]
    to: tuple[str, str]
    type: LinkType
    rule: str
    score: float
    spans: tuple[Span, ...]
    to_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Judgement:
    type: LinkType
    rule: str
    score: float
    content: Content
    to_content: Content
    swapped: bool = False


def find_links(statements: Iterable[Statement]) -> tuple[ClaimLink, ...]:
    """Finds what the claims of the articles of one story do to one another, the same in any order of arrival.

    A claim does the same to at most one claim of another article: the one that it is most alike.
    """
    ordered = sorted(statements, key=_order)
    found: dict[tuple[tuple[str, str], str, LinkType], ClaimLink] = {}
    for i, later in enumerate(ordered):
        for earlier in ordered[:i]:
            link = link_claims(later, earlier)
            if link is None:
                continue
            key = (link.from_, link.to[0], link.type)
            if key not in found or _rank(link) < _rank(found[key]):
                found[key] = link
    return tuple(sorted(found.values(), key=lambda link: (link.from_, link.to, link.type)))


def link_claims(one: Statement, other: Statement) -> ClaimLink | None:
    """Links two claims of different articles by these two alone, in either order; None if neither answers."""
    if one.article == other.article:
        return None
    later, earlier = sorted((one, other), key=_order, reverse=True)
    for judge in (_judge_answer, _judge_telling, _judge_alike):
        judged = judge(later, earlier)
        if judged is not None:
            first, second = (earlier, later) if judged.swapped else (later, earlier)
            return ClaimLink(
                from_=(first.article, first.attribution),
                to=(second.article, second.attribution),
                type=judged.type,
                rule=judged.rule,
                score=round(judged.score, 3),
                spans=first.content.spans,
                to_spans=second.content.spans,
            )
    return None


def _order(statement: Statement) -> tuple[str, str, int, str]:
    day = statement.day.isoformat() if statement.day is not None else "0000"
    return day, statement.article, statement.content.spans[0].start, statement.attribution


def _rank(link: ClaimLink) -> tuple[float, tuple[str, str]]:
    return -link.score, link.to


def _is_same_speaker(one: Statement, other: Statement) -> bool:
    return one.speaker is not None and one.speaker == other.speaker


def _judge_answer(later: Statement, earlier: Statement) -> _Judgement | None:
    """Judges a denial or confirmation of what the other says, whichever of the two it is."""
    for swapped, (answer, claim) in enumerate(((later, earlier), (earlier, later))):
        if answer.stance == "affirms" or claim.stance != "affirms" or _is_same_speaker(answer, claim):
            continue
        if claim.act not in (None, *load_table("claim_link")["answered"]):
            continue
        type_: LinkType = "denies" if answer.stance == "denies" else "confirms"
        score = measure_likeness(answer.meant, claim.content)
        if not _is_enough(answer.meant, claim.content) or score < _find_least(
            type_, answer.meant, claim.content
        ):
            continue
        if type_ == "confirms" and (swapped or _differ_in_number(answer.meant, claim.content)):
            continue
        if type_ == "denies" and _are_contrary(answer.meant, claim.content):
            return _Judgement(
                "restates", "denies what the other says is not so", score, answer.meant, claim.content
            )
        rule = "denies what the other says" if type_ == "denies" else "confirms what the other says"
        return _Judgement(type_, rule, score, answer.meant, claim.content, bool(swapped))
    return None


def _find_least(type_: LinkType, meant: Content, content: Content) -> float:
    """Returns how alike an answer must be to what it answers: less to confirm it in its very words."""
    table = load_table("claim_link")
    run = type_ == "confirms" and share_run(meant, content)
    least: float = table["confirms_run" if run else type_]
    return least


def _judge_telling(later: Statement, earlier: Statement) -> _Judgement | None:
    """Judges a denial that anybody of a kind spoke at all, against a claim of one of that kind."""
    table = load_table("claim_link")
    text = " ".join(span.text for span in later.content.spans).lower()
    if (
        later.stance != "denies"
        or not re.search(table["told"], text)
        or earlier.kind not in ("role", "anonymous")
    ):
        return None
    shared = later.content.stems.keys() & earlier.source
    weight = sum(later.content.stems[stem] for stem in shared)
    score = weight / max(later.content.weight, 1e-9)
    if len(shared) < 2 or score < table["telling"]:
        return None
    return _Judgement("denies", "denies that such a source spoke", score, later.content, earlier.content)


def _judge_alike(later: Statement, earlier: Statement) -> _Judgement | None:
    """Judges two claims of one stance: they say the same, or the one the contrary of the other."""
    table = load_table("claim_link")
    if (later.stance == "denies") != (earlier.stance == "denies") or not {
        later.act,
        earlier.act,
    } <= _get_acts():
        return None
    a, b = later.meant, earlier.meant
    score = measure_likeness(a, b)
    if not _is_enough(a, b) or _differ_in_number(a, b):
        return None
    if _are_contrary(a, b):
        balance = min(a.weight, b.weight) / max(a.weight, b.weight)
        if (
            score >= table["contradicts"]
            and balance >= table["balance"]
            and not _is_same_speaker(later, earlier)
        ):
            return _Judgement("contradicts", "one says what the other says is not so", score, a, b)
        return None
    if later.stance == "denies" and score >= table["denial_again"] and _is_same_speaker(later, earlier):
        return _Judgement("restates", "the same speaker denies the same", score, a, b)
    return _Judgement("restates", "says the same", score, a, b) if score >= table["restates"] else None


def _get_acts() -> set[str | None]:
    """Returns the acts whose claims are true or false."""
    return {None, *load_table("claim_link")["acts"]}


def _is_enough(one: Content, other: Content) -> bool:
    """Tells whether two contents have more than a word in common, by weight."""
    least: float = load_table("claim_link")["shared_weight"]
    return measure_shared(one, other) >= least


def _differ_in_number(one: Content, other: Content) -> bool:
    return bool(one.numbers and other.numbers) and not one.numbers & other.numbers


def _are_contrary(one: Content, other: Content) -> bool:
    """Tells whether one is negated and the other is not, as far as both can be told."""
    return None not in (one.negated, other.negated) and one.negated != other.negated
