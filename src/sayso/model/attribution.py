"""Attribution: somebody's words, thoughts or writing, reported by an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Span

Quotation = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "state", "confirm", "deny", "accuse", "threaten", "promise", "demand", "warn", "announce", "express"
]
SpeakerKind = Literal["named", "role", "anonymous", "unresolved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Record):
    """Who an attribution's source is.

    Attributes:
        name: as an index of persons and organisations would print it; null where the article gives no name;
            several joined with "; ".
        kind: named, role (known by office or group alone), anonymous, or unresolved (a pronoun or description
            whose referent the article does not give).
        actor: id of the actor, or null.
        mention: the span that gives the name, or null.
        reason: why it is unresolved, in words that stay the same; null for every other kind.
    """

    name: str | None
    kind: SpeakerKind
    actor: str | None
    mention: Span | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Record):
    """One report of what somebody said, wrote or thought.

    Attributes:
        id: unique within the reading.
        source: the noun phrase of the source, or null where none is given.
        cue: the words that signal it, or null.
        content: what was said, in the order of the text; several spans where the cue splits it.
        quotation: direct (all of the content in quotation marks), indirect, or mixed.
        act: what is done by saying it, or null where it has not been read.
        speaker: who the source is.
        audience: to whom it was said, or null.
        parent: id of the attribution inside whose content this one stands, or null.
        confidence: probability that it is right, 0 to 1.
    """

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quotation: Quotation
    act: Act | None
    speaker: Speaker
    audience: Span | None
    parent: str | None
    confidence: float
