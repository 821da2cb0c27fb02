"""Attributions: from the encoder's anchors and frames to who is reported to say what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from sayso.model import Act, Attribution, Quotation, Span, Speaker
from sayso.reader.act import find_acts
from sayso.reader.audience import AudienceReader
from sayso.reader.citation import cite_sources
from sayso.reader.coreference import Links, link_mentions
from sayso.reader.draft import Draft, drop_doubles, list_ranges, tie_parents
from sayso.reader.encoder.frame import Frame, decode_frames
from sayso.reader.encoder.session import COVER, States
from sayso.reader.encoder.weight import Weights
from sayso.reader.passive import turn_passives
from sayso.reader.quotation import Passages
from sayso.reader.span import Range, join, trim
from sayso.reader.speaker.cast import Cast
from sayso.reader.speaker.speaker import Quote, find_speakers
from sayso.reader.speech import part_speeches

Tokens = NDArray[np.int64]
LOOSE = ",;:"
"""Marks that part a source or a cue from what stands beside it and belong to neither."""


EVIDENCE = (
    *("log-odds of the anchor", "log-likelihood of its frame", "no source", "no cue"),
    *("mean log-odds that its source is one", "the same of its cue", "the same of its content"),
)
"""What an attribution's confidence is reckoned from."""


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
    drafts = _mend(cast, draft_attributions(doc, passages, states, weights, at))
    cues = [None if draft.cue is None else passages.text[slice(*draft.cue)] for draft in drafts]
    acts = find_acts(states, weights, [draft.token for draft in drafts], cues)

    def link(heads: Sequence[int]) -> list[Links]:
        return link_mentions(states, weights, np.searchsorted(at, np.array(heads, dtype=np.int64)))

    quotes = _quote(cast, drafts, passages)
    return _number(doc.text, drafts, quotes, find_speakers(cast, quotes, link), acts)


def draft_attributions(
    doc: Doc, passages: Passages, states: States, weights: Weights, at: Tokens
) -> list[Draft]:
    """Finds the attributions as the network sees them, as drafts in the order of the text."""
    drafts = drop_doubles(_decode(doc, passages, states, weights, at))
    tie_parents(drafts)
    return _sort(drafts)


def _mend(cast: Cast, drafts: Iterable[Draft]) -> list[Draft]:
    """Mends by rules what the network mistakes as a rule: passives, citations, and speeches run together."""
    parted = list(part_speeches(cast.words, drafts))
    turn_passives(cast.words, parted)
    tie_parents(parted)
    return _sort(cite_sources(cast.words, cast.phrases, parted))


def _sort(drafts: Iterable[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: (min(list_ranges(draft)), draft.anchor))


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
