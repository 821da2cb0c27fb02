"""Attributions: from the encoder's anchors and frames to who is reported to say what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from sayso.model import Act, Attribution, Quotation, Span, Speaker
from sayso.reader.act import find_acts
from sayso.reader.audience import AudienceReader
from sayso.reader.coreference import Links, link_mentions
from sayso.reader.encoder.frame import AFTER, BEFORE, Frame, decode_frames
from sayso.reader.encoder.session import COVER, States
from sayso.reader.encoder.weight import Weights
from sayso.reader.quotation import Passages
from sayso.reader.span import Range, join, trim
from sayso.reader.speaker.cast import Cast
from sayso.reader.speaker.speaker import Quote, find_speakers

Tokens = NDArray[np.int64]
LOOSE = ",;:"
"""Marks that part a source or a cue from what stands beside it and belong to neither."""


EVIDENCE = (
    *("log-odds of the anchor", "log-likelihood of its frame", "no source", "no cue"),
    *("mean log-odds that its source is one", "the same of its cue", "the same of its content"),
)
"""What an attribution's confidence is reckoned from."""


@dataclass(slots=True)
class Draft:
    """An attribution while it is put together; ranges are characters of the text.

    Attributes:
        source, cue: where they stand, or None.
        content: the pieces of what was said, in text order, at least one.
        evidence: numbers in the order of EVIDENCE.
        confidence: probability that it is right.
        token: index of the token that it hangs on, among those that the encoder saw.
        parent: the draft inside whose content it stands, or None.
    """

    source: Range | None
    cue: Range | None
    content: list[Range]
    evidence: tuple[float, ...]
    confidence: float
    token: int
    parent: Draft | None = None

    @property
    def anchor(self) -> int:
        """Where it hangs: its cue, or the begin of its content."""
        return self.cue[0] if self.cue else self.content[0][0]

    @property
    def size(self) -> int:
        """How many characters were said."""
        return sum(end - start for start, end in self.content)

    def doubles(self, other: Draft) -> bool:
        """Tells whether this reports what the other does: by the same cue, or the same words without one."""
        if self.cue and other.cue:
            return self.cue[0] < other.cue[1] and other.cue[0] < self.cue[1]
        cue = self.cue or other.cue
        if cue and any(a <= cue[0] < b for a, b in (*self.content, *other.content)):
            return False
        shared = sum(max(0, min(b, d) - max(a, c)) for a, b in self.content for c, d in other.content)
        return 2 * shared > max(self.size, other.size)

    def holds(self, other: Draft) -> bool:
        """Tells whether the other stands inside what this one says: its anchor and all of its content."""
        return (
            other is not self
            and self.size > other.size
            and all(any(a <= c and d <= b for a, b in self.content) for c, d in other.content)
            and any(a <= other.anchor < b for a, b in self.content)
        )


def find_attributions(
    doc: Doc, cast: Cast, states: States, weights: Weights, at: Tokens
) -> tuple[Attribution, ...]:
    """Finds the attributions of a text, those nested in the content of others included.

    Args:
        doc: the text with its syntax and entities.
        cast: those whom the text speaks of; whom its mentions mean is decided here.
        states: what the encoder says of its tokens.
        weights: the heads and the thresholds.
        at: index in the doc of each token that the encoder saw.
    """
    passages = Passages(doc.text)
    drafts = draft_attributions(doc, passages, states, weights, at)
    cues = [None if draft.cue is None else passages.text[slice(*draft.cue)] for draft in drafts]
    acts = find_acts(states, weights, [draft.token for draft in drafts], cues)

    def link(heads: Sequence[int]) -> list[Links]:
        return link_mentions(states, weights, np.searchsorted(at, np.array(heads, dtype=np.int64)))

    quotes = _quote(cast, drafts, passages)
    return _number(doc.text, drafts, quotes, find_speakers(cast, quotes, link), acts)


def draft_attributions(
    doc: Doc, passages: Passages, states: States, weights: Weights, at: Tokens
) -> list[Draft]:
    """Finds what `find_attributions` does, as drafts in the order of the text."""
    drafts = drop_doubles(_decode(doc, passages, states, weights, at))
    tie_parents(drafts)
    return sorted(drafts, key=lambda draft: (min(_ranges(draft)), draft.anchor))


def tie_parents(drafts: Sequence[Draft]) -> None:
    """Gives each draft the smallest one around it as its parent."""
    for draft, near in _pair_near(drafts):
        draft.parent = min((d for d in near if d.holds(draft)), key=lambda d: d.size, default=None)


def drop_doubles(drafts: Iterable[Draft]) -> list[Draft]:
    """Keeps the surest of those that report the same words by overlapping cues."""
    kept: set[int] = set()
    ordered = sorted(drafts, key=lambda draft: -draft.confidence)
    for draft, near in _pair_near(ordered):
        if not any(id(other) in kept and draft.doubles(other) for other in near):
            kept.add(id(draft))
    return [draft for draft in ordered if id(draft) in kept]


def _pair_near(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, list[Draft]]]:
    """Yields each draft with those whose frames can reach it: all would take too long."""
    reach = BEFORE + AFTER
    rooms: dict[int, list[Draft]] = {}
    for draft in drafts:
        rooms.setdefault(draft.token // reach, []).append(draft)
    for draft in drafts:
        room = draft.token // reach
        yield draft, [d for i in (room - 1, room, room + 1) for d in rooms.get(i, ())]


def _decode(doc: Doc, passages: Passages, states: States, weights: Weights, at: Tokens) -> Iterator[Draft]:
    """Decodes a frame around each anchor that is not unlikely, and keeps those that are likely right."""
    decoding = weights.decoding
    floor = np.log(decoding.floor / (1 - decoding.floor))
    anchors = np.flatnonzero((states.anchor > floor).any(1))
    for frame in decode_frames(states, weights, "attribution", anchors):
        first = doc[int(at[frame.anchor])]
        bare = bool(states.anchor[frame.anchor].argmax())
        ranges = _collect(doc, passages, frame, at)
        source = _choose(ranges["source"], first.idx)
        cue = None if bare else _choose(ranges["cue"], first.idx) or (first.idx, first.idx + len(first))
        evidence = (
            float(states.anchor[frame.anchor, int(bare)]),
            float(np.log(max(frame.probability, 1e-6))),
            float(source is None),
            float(bare),
            *(_measure_cover(states, frame, role) for role in COVER),
        )
        confidence = _weigh(evidence, decoding.confidence)
        if ranges["content"] and confidence >= decoding.keep:
            yield Draft(source, cue, ranges["content"], evidence, confidence, frame.anchor)


def _measure_cover(states: States, frame: Frame, role: str) -> float:
    """Returns the mean log-odds that the tokens of a role play it for anybody, 0 where it has none."""
    column = states.cover[:, COVER.index(role)]
    odds = [column[low:high] for name, low, high in frame.spans if name == role]
    return float(np.concatenate(odds).mean()) if odds else 0.0


def _collect(doc: Doc, passages: Passages, frame: Frame, at: Tokens) -> dict[str, list[Range]]:
    """Collects the characters of the spans of each role, contents with their own quotation marks."""
    ranges: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
    for role, low, high in frame.spans:
        last = doc[int(at[high - 1])]
        loose = "" if role == "content" else LOOSE
        span = trim(passages.text, doc[int(at[low])].idx, last.idx + len(last), loose)
        if span is not None:
            ranges[role].append(span)
    ranges["content"] = join(passages.text, [passages.widen(*span) for span in ranges["content"]])
    return ranges


def _choose(ranges: list[Range], anchor: int) -> Range | None:
    """Chooses the range that holds the anchor, or else begins nearest to it."""
    return min(
        ranges, key=lambda span: (not span[0] <= anchor < span[1], abs(span[0] - anchor)), default=None
    )


def _weigh(evidence: Sequence[float], weights: Sequence[float]) -> float:
    """Platt scaling (1999): a logistic function of the evidence, its weights fitted on held-out articles."""
    bias, *slopes = weights
    logit = bias + sum(x * w for x, w in zip(evidence, slopes, strict=True))
    return round(float(1 / (1 + np.exp(-logit))), 4)


def _ranges(draft: Draft) -> list[Range]:
    return [span for span in (draft.source, draft.cue, *draft.content) if span]


def _quote(cast: Cast, drafts: list[Draft], passages: Passages) -> list[Quote]:
    """Collects what of each draft tells its speaker, how it is quoted and to whom it was said included."""
    numbers = {id(draft): i for i, draft in enumerate(drafts)}
    audiences = AudienceReader(cast.words, cast.phrases.name_at)
    return [
        Quote(
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            quotation=_judge_quotation(draft, passages),
            audience=audiences.find(draft.cue, draft.content, draft.source),
            parent=None if draft.parent is None else numbers[id(draft.parent)],
        )
        for draft in drafts
    ]


def _judge_quotation(draft: Draft, passages: Passages) -> Quotation:
    """Tells how the content is quoted; what stands behind the name of who says it needs no marks."""
    quotation = passages.judge(draft.content, nested=draft.parent is not None)
    return "direct" if draft.source and not draft.cue and draft.parent is None else quotation


def _number(
    text: str, drafts: list[Draft], quotes: list[Quote], speakers: list[Speaker], acts: list[Act]
) -> tuple[Attribution, ...]:
    def span(found: Range | None) -> Span | None:
        return None if found is None else Span.of(text, *found)

    rows = zip(count(1), drafts, quotes, speakers, acts, strict=False)
    return tuple(
        Attribution(
            id=f"A{i}",
            source=span(quote.source),
            cue=span(quote.cue),
            content=tuple(Span.of(text, *part) for part in quote.content),
            quotation=quote.quotation,
            act=act,
            speaker=speaker,
            audience=span(quote.audience),
            parent=None if quote.parent is None else f"A{quote.parent + 1}",
            confidence=draft.confidence,
        )
        for i, draft, quote, speaker, act in rows
    )
