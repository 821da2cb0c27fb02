"""Claim: an attribution as a reader of the views meets it, with nothing left blank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.printable import flatten
from sayso.model import Attribution, Hop, HopRole, Reading, Span, SpeakerKind

_UNKNOWN = ("anonymous", "unresolved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A hop of a source chain, named.

    Attributes:
        name: who it is, with the kind where that is unknown.
        role: outlet, audience or speaker.
        claim: number of the claim that it was read from.
        told: where it is addressed, if it is in the chain because it was told; else null.
    """

    name: str
    role: HopRole
    claim: int
    told: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An attribution with its place among the others of its article.

    Attributes:
        number: from 1, in the order of the views.
        attribution: what it shows.
        depth: how many other claims it stands in.
        parent: number of the claim that it stands in, or null.
        chain: its source chain, the outlet first, the root last; an outlet that is not known is told by the
            head of the article and not again.
        is_doubtful: whether its confidence is low.
    """

    number: int
    attribution: Attribution
    depth: int
    parent: int | None
    chain: tuple[Step, ...]
    is_doubtful: bool

    @property
    def who(self) -> str:
        """The speaker's name, or else the words of the source, or else the kind of unknown."""
        speaker = self.attribution.speaker
        return _name(speaker.name, self.attribution.source or speaker.mention) or _tell_unknown(speaker.kind)

    @property
    def reason(self) -> str | None:
        """Why the speaker is unresolved, or null."""
        return flatten(self.attribution.speaker.reason or "") or None

    @property
    def phrase(self) -> str | None:
        """The words of the source where they say more than `who` with another article, or null."""
        words = _name(None, self.attribution.source)
        return words if words and _bare(words) != _bare(self.who) else None

    @property
    def cue(self) -> str:
        """The words of the cue, or that there is none."""
        return _name(None, self.attribution.cue) or "no cue"

    @property
    def manner(self) -> tuple[str, ...]:
        """How it is reported: the act, where it is known, and the kind of quotation."""
        act = self.attribution.act
        return (self.attribution.quotation,) if act is None else (act, self.attribution.quotation)

    @property
    def words(self) -> str | None:
        """What is claimed, in one line, or null where that was not found."""
        return " … ".join(flatten(span.text) for span in self.attribution.content) or None

    @property
    def via(self) -> tuple[Step, ...]:
        """Through whose hands it came: the chain without its root."""
        return self.chain[:-1]

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans that the article marks for it: source, cue and content."""
        marks = (self.attribution.source, self.attribution.cue)
        return (*(mark for mark in marks if mark is not None), *self.attribution.content)

    @property
    def start(self) -> int:
        """Offset of its first character in the article."""
        return min((span.start for span in self.spans), default=0)


def list_claims(reading: Reading, doubtful_below: float) -> list[Claim]:
    """Lists the claims of a reading in the order of the text, nested ones right after the claim around them.

    Raises:
        ModelError: the parents of an attribution do not hold together (MDL003, MDL005).
    """
    chains = {each.id: reading.chain(each.id) for each in reading.attributions}
    claims: list[Claim] = []
    numbers: dict[str, int] = {}
    outermost = 0
    for attribution, depth in _walk(reading.attributions):
        numbers[attribution.id] = len(claims) + 1
        outermost = outermost if depth else len(claims) + 1
        steps = [
            _make_step(hop, numbers.get(hop.attribution or "", outermost)) for hop in chains[attribution.id]
        ]
        claim = Claim(
            number=len(claims) + 1,
            attribution=attribution,
            depth=depth,
            parent=None if attribution.parent is None else numbers[attribution.parent],
            chain=tuple(step for step in steps if step.name),
            is_doubtful=attribution.confidence < doubtful_below,
        )
        claims.append(claim)
    return claims


def _walk(attributions: tuple[Attribution, ...]) -> Iterator[tuple[Attribution, int]]:
    children: defaultdict[str | None, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        children[attribution.parent].append(attribution)
    waiting = [(attribution, 0) for attribution in reversed(children[None])]
    while waiting:
        attribution, depth = waiting.pop()
        yield attribution, depth
        waiting += [(child, depth + 1) for child in reversed(children[attribution.id])]


def _name(name: str | None, words: Span | None) -> str:
    return flatten(name or "") or ("" if words is None else flatten(words.text))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _tell_unknown(kind: SpeakerKind) -> str:
    return kind if kind in _UNKNOWN else "unresolved"


def _make_step(hop: Hop, claim: int) -> Step:
    is_told = hop.role == "audience" or hop.attribution is None
    return Step(name=_name_hop(hop), role=hop.role, claim=claim, told=hop.mention if is_told else None)


def _name_hop(hop: Hop) -> str:
    known = _name(hop.name, hop.mention)
    if hop.role == "outlet":
        return known
    if not known:
        return _tell_unknown(hop.kind)
    return f"{known} ({hop.kind})" if hop.role == "speaker" and hop.kind in _UNKNOWN else known
