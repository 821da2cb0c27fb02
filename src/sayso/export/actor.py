"""Voice: an actor as a reader of the views meets it, with what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.export.claim import Claim
from sayso.export.number import tell_number
from sayso.export.printable import flatten
from sayso.model import Actor, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """An actor with its claims.

    Attributes:
        number: from 1, the most mentioned first.
        actor: what it shows.
        claims: numbers of the claims that it is the speaker of.
    """

    number: int
    actor: Actor
    claims: tuple[int, ...]

    @property
    def name(self) -> str:
        """The fullest name that the article gives."""
        return flatten(self.actor.name)

    @property
    def words(self) -> str:
        """The words by which its mentions are announced: its name."""
        return self.name

    @property
    def role(self) -> str | None:
        """Its office or function in the article's words, or null."""
        return flatten(self.actor.role or "") or None

    @property
    def title(self) -> str:
        """Who it is in short."""
        return ", ".join(filter(None, (self.name, self.role or self.actor.kind)))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it is mentioned."""
        return self.actor.mentions

    @property
    def mentions(self) -> str:
        """How often it is mentioned."""
        return tell_number(len(self.actor.mentions), "mention")


def list_voices(reading: Reading, claims: Sequence[Claim]) -> list[Voice]:
    """Lists the actors of a reading, the most mentioned first, else in the order of the text."""
    actors = sorted(reading.actors, key=lambda actor: (-len(actor.mentions), _find_start(actor)))
    return [
        Voice(
            number=number,
            actor=actor,
            claims=tuple(claim.number for claim in claims if claim.attribution.speaker.actor == actor.id),
        )
        for number, actor in enumerate(actors, start=1)
    ]


def _find_start(actor: Actor) -> int:
    return min((span.start for span in actor.mentions), default=0)
