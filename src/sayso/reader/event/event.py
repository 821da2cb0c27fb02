"""Events: from triggers to happenings as the model has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
from numpy.typing import NDArray

from sayso.model import Attribution, Span
from sayso.model.event import Event, Factuality
from sayso.reader.encoder.frame import Frame, decode_frames
from sayso.reader.encoder.session import States
from sayso.reader.encoder.weight import Weights
from sayso.reader.event.participant import ROLES, find_participants, widen
from sayso.reader.event.scope import find_date, find_place, list_dates, list_places
from sayso.reader.event.trigger import Trigger, find_triggers, rate
from sayso.reader.factuality import judge_factuality, read_context
from sayso.reader.figure.word import Words
from sayso.reader.scope import Setting, find_holder
from sayso.reader.span import Range, trim
from sayso.vocab import load_table

Tokens = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Happening:
    """What is known of a happening before it is told when and where it was.

    Attributes:
        trigger: the words that tell of it.
        frame: what the encoder says of those who take part.
        head: index in the doc of the word of the trigger that the others hang on.
        holder: the innermost attribution whose content holds it, or None.
        factuality: whether it happened.
    """

    trigger: Trigger
    frame: Frame
    head: int
    holder: Attribution | None
    factuality: Factuality


def draft_events(
    words: Words, states: States, weights: Weights, at: Tokens, attributions: Sequence[Attribution]
) -> tuple[Event, ...]:
    """Finds the happenings that a text tells of, without date and place.

    Args:
        words: the text with its tags, trees and entities.
        states: what the encoder says of its tokens.
        weights: the heads.
        at: index in the doc of each token that the encoder saw.
        attributions: the attributions of the text.
    """
    found = find_triggers(states.event, weights.labels.event, [words.lower[i] for i in at.tolist()])
    triggers = [trigger for trigger in found if rate(trigger) >= load_table("event_decoding")["keep"]]
    if not triggers:
        return ()
    anchors = [trigger.start for trigger in triggers]
    frames = decode_frames(states, weights, "event", np.array(anchors, dtype=np.int64))
    heads = [_find_head(words, at, trigger) for trigger in triggers]
    holders = [find_holder(words.starts[head], words.ends[head], attributions) for head in heads]
    contexts = [read_context(words, head, holder) for head, holder in zip(heads, holders, strict=True)]
    best = judge_factuality(states, weights, anchors, contexts).argmax(1).tolist()
    classes = [cast("Factuality", weights.labels.factuality[i]) for i in best]
    happenings = map(Happening, triggers, frames, heads, holders, classes)
    return tuple(_build(f"E{n}", words, at, happening) for n, happening in enumerate(happenings, 1))


def find_events(words: Words, drafts: Sequence[Event], setting: Setting) -> tuple[Event, ...]:
    """Gives happenings their dates and places.

    Args:
        words: the text with its tags and trees.
        drafts: what `draft_events` found in it.
        setting: its attributions, times and places.
    """
    if not drafts:
        return ()
    dates, places = list_dates(words, setting.times), list_places(words, setting)
    events: list[Event] = []
    for draft in drafts:
        place = find_place(words, draft, places)
        date = find_date(words, draft, dates, events, setting.published)
        events.append(replace(draft, date=date, place=None if place is None else place.id))
    return tuple(events)


def _find_head(words: Words, at: Tokens, trigger: Trigger) -> int:
    """Returns the word of a trigger that no other of its words governs."""
    start, end = _bound(trigger.start, trigger.end, at)
    inside = range(start, end)
    return next((i for i in inside if words.head[i] == i or words.head[i] not in inside), start)


def _build(id: str, words: Words, at: Tokens, happening: Happening) -> Event:
    trigger = happening.trigger
    named = {role: tuple(_list_participants(words, at, happening, role)) for role in ROLES}
    return Event(
        id=id,
        trigger=_cut(words, *_bound(trigger.start, trigger.end, at)),
        type=trigger.type,
        actors=named["actor"],
        recipients=named["recipient"],
        place=None,
        date=None,
        factuality=happening.factuality,
        attribution=None if happening.holder is None else happening.holder.id,
        confidence=rate(trigger),
    )


def _list_participants(words: Words, at: Tokens, happening: Happening, role: str) -> Iterator[Span]:
    """Yields those who play a role by the encoder, or else by the tree."""
    ranges = [_bound(low, high, at) for name, low, high in happening.frame.spans if name == role]
    if not ranges:
        found = find_participants(words, happening.head, happening.trigger.type)
        ranges = [widen(words, head) for name, head in found if name == role]
    trigger = _bound(happening.trigger.start, happening.trigger.end, at)
    loose = load_table("event_participant")["loose"]
    for start, end in dict.fromkeys(ranges):
        span = trim(words.text, words.starts[start], words.ends[end - 1], loose)
        if span is not None and not (start < trigger[1] and trigger[0] < end):
            yield Span.of(words.text, *span)


def _cut(words: Words, start: int, end: int) -> Span:
    return Span.of(words.text, words.starts[start], words.ends[end - 1])


def _bound(start: int, end: int, at: Tokens) -> Range:
    """Returns the tokens of the doc that tokens of the encoder are."""
    return int(at[start]), int(at[end - 1]) + 1
