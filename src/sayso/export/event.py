"""Happening: an event as a reader of the views meets it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.claim import Claim
from sayso.export.place import Site
from sayso.export.printable import flatten
from sayso.model import Event, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event with its place and its claim.

    Attributes:
        number: from 1, in the order of the text.
        event: what it shows.
        place: name of the place where it happens, or null.
        claim: the claim that carries it, or null where the article says it in its own voice.
        is_doubtful: whether its confidence is low.
    """

    number: int
    event: Event
    place: str | None
    claim: Claim | None
    is_doubtful: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands."""
        return (self.event.trigger,)

    @property
    def words(self) -> str:
        """The words of the trigger."""
        return flatten(self.event.trigger.text)

    @property
    def title(self) -> str:
        """What it says in short."""
        return ", ".join(filter(None, (self.event.type, self.parties, self.factuality)))

    @property
    def factuality(self) -> str:
        """Whether it happened, in plain words."""
        return self.event.factuality.replace("_", " ")

    @property
    def parties(self) -> str | None:
        """Who did it to whom, or null where neither is told: Ada, Bo → the mill."""
        actors, recipients = _join(self.event.actors), _join(self.event.recipients)
        if not recipients:
            return actors or None
        return f"{actors} → {recipients}".strip()

    @property
    def date(self) -> str | None:
        """When it happened, as far as that is known: 2026-03-01, 2026-03-01 to 2026-03-04."""
        date = self.event.date
        return None if date is None else " to ".join(dict.fromkeys(map(flatten, (date.start, date.end))))


def list_happenings(
    reading: Reading, claims: Iterable[Claim], sites: Iterable[Site], doubtful_below: float
) -> list[Happening]:
    """Lists the events of a reading in the order of the text."""
    carriers = {claim.attribution.id: claim for claim in claims}
    names = {mention: site.name for site in sites for mention in site.ids}
    events = sorted(reading.events, key=lambda event: event.trigger.start)
    return [
        Happening(
            number=number,
            event=event,
            place=names.get(event.place or ""),
            claim=carriers.get(event.attribution or ""),
            is_doubtful=event.confidence < doubtful_below,
        )
        for number, event in enumerate(events, start=1)
    ]


def _join(spans: Iterable[Span]) -> str:
    return ", ".join(flatten(span.text) for span in spans)
