"""Row: what a reading becomes in the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sayso.ledger.difference import join_content
from sayso.ledger.key import Keys
from sayso.ledger.term import Terms, date, locate
from sayso.model import Attribution, Event, Reading, Span

Row = dict[str, Any]

ORDER = (
    "actor",
    "attribution",
    "content",
    "mention",
    "place",
    "time",
    "figure",
    "event",
    "participant",
    "relation",
    "meaning",
)
"""The tables below a reading, each after those that it points at."""


RUNS = ("attribution", "figure", "event", "place", "time", "actor")
"""The tables in which the rows of a reading have a run of keys."""


class Rows:
    """The rows of readings that are about to be inserted.

    Attributes:
        tables: rows by the name of their table.
        passages: the words of each claim, for the full-text index.
    """

    def __init__(self, keys: Keys, terms: Terms) -> None:
        self.tables: dict[str, list[Row]] = defaultdict(list)
        self.passages: list[Row] = []
        self._keys = keys
        self._terms = terms

    def take(self, reading: Reading, key: int, vectors: bytes | None) -> dict[str, int]:
        """Makes the rows of one reading; in each table they have a run of keys.

        Args:
            reading: a reading that holds together.
            key: the key of its row in the table `reading`.
            vectors: the meanings of its attributions one after the other, or null.

        Returns:
            The first key of each run, as the columns of `reading` hold it; the next key where a run is empty.
        """
        runs = {f"first_{table}": self._keys.peek(table) for table in RUNS}
        actors, claims = (
            self._number("actor", reading.actors),
            self._number("attribution", reading.attributions),
        )
        places = self._number("place", reading.places)
        holders = Holders(reading.attributions, claims)
        self._take_actors(reading, key, actors, holders)
        self._take_attributions(reading, key, claims, actors)
        self._take_scenes(reading, key, places, holders)
        self._take_figures(reading, key, places, claims)
        self._take_events(reading, key, places, claims)
        self._take_participants(reading, actors)
        self.tables["relation"] += (
            {"reading_id": key, "number": n, "subject": r.from_, "type": r.type, "object": r.to}
            for n, r in enumerate(reading.relations, 1)
        )
        if vectors and claims:
            self.tables["meaning"].append({"reading_id": key, "vectors": vectors})
        return runs

    def _number(self, table: str, records: Sequence[Any]) -> dict[str, int]:
        """Gives each record a key, in their order; returns them by the records' own ids."""
        return {record.id: self._keys.take(table) for record in records}

    def _take_actors(self, reading: Reading, key: int, actors: dict[str, int], holders: Holders) -> None:
        for actor in reading.actors:
            row = {
                "id": actors[actor.id],
                "reading_id": key,
                "label": actor.id,
                "name_id": self._terms.names[(actor.name,)],
                "kind": actor.kind,
                "role": actor.role,
            }
            self.tables["actor"].append(row)
            self.tables["mention"] += (
                {"actor_id": row["id"], "number": n, **_mark("span", m), "attribution_id": holders.find(m)}
                for n, m in enumerate(actor.mentions, 1)
            )

    def _take_attributions(
        self, reading: Reading, key: int, claims: dict[str, int], actors: dict[str, int]
    ) -> None:
        depths = measure_depths(reading.attributions)
        for attribution in reading.attributions:
            speaker = attribution.speaker
            row = {
                "id": claims[attribution.id],
                "reading_id": key,
                "label": attribution.id,
                **_mark("source", attribution.source),
                **_mark("cue", attribution.cue),
                "quotation": attribution.quotation,
                "act": attribution.act,
                "speaker_id": None if speaker.name is None else self._terms.names[(speaker.name,)],
                "speaker_kind": speaker.kind,
                "actor_id": _follow(speaker.actor, actors),
                **_mark("mention", speaker.mention),
                "reason": speaker.reason,
                **_mark("audience", attribution.audience),
                "parent_id": _follow(attribution.parent, claims),
                "depth": depths[attribution.id],
                "confidence": attribution.confidence,
            }
            self.tables["attribution"].append(row)
            self.passages.append({"id": row["id"], "passage": join_content(attribution)})
            self.tables["content"] += (
                {"attribution_id": row["id"], "number": n, **_mark("span", content)}
                for n, content in enumerate(attribution.content, 1)
            )

    def _take_scenes(self, reading: Reading, key: int, places: dict[str, int], holders: Holders) -> None:
        """Makes the rows of places and times."""
        for place in reading.places:
            row = {
                "id": places[place.id],
                "reading_id": key,
                "label": place.id,
                **_mark("span", place.span),
                "location_id": self._terms.locations[locate(place)],
                "attribution_id": holders.find(place.span),
            }
            self.tables["place"].append(row)
        for time in reading.times:
            row = {
                "id": self._keys.take("time"),
                "reading_id": key,
                "label": time.id,
                **_mark("span", time.span),
                "timex_id": self._terms.timexes[date(time)],
                "attribution_id": holders.find(time.span),
            }
            self.tables["time"].append(row)

    def _take_figures(
        self, reading: Reading, key: int, places: dict[str, int], claims: dict[str, int]
    ) -> None:
        figures = self._number("figure", reading.figures)
        for figure in reading.figures:
            row = {
                "id": figures[figure.id],
                "reading_id": key,
                "label": figure.id,
                **_mark("span", figure.span),
                **{name: getattr(figure, name) for name in _FIGURE_FACTS},
                **_mark("of", figure.of),
                "place_id": _follow(figure.place, places),
                "attribution_id": _follow(figure.attribution, claims),
                "part_of_id": _follow(figure.part_of, figures),
            }
            self.tables["figure"].append(row)

    def _take_events(
        self, reading: Reading, key: int, places: dict[str, int], claims: dict[str, int]
    ) -> None:
        for event in reading.events:
            row = {
                "id": self._keys.take("event"),
                "reading_id": key,
                "label": event.id,
                **_mark("trigger", event.trigger),
                "type": event.type,
                "place_id": _follow(event.place, places),
                "first": event.date and event.date.start,
                "last": event.date and event.date.end,
                "factuality": event.factuality,
                "attribution_id": _follow(event.attribution, claims),
                "confidence": event.confidence,
            }
            self.tables["event"].append(row)

    def _take_participants(self, reading: Reading, actors: dict[str, int]) -> None:
        """Makes the rows of those who take part in events, with the actor whose mention they are or hold."""
        mentions = {m: actors[actor.id] for actor in reading.actors for m in actor.mentions}
        first = len(self.tables["event"]) - len(reading.events)
        for row, event in zip(self.tables["event"][first:], reading.events, strict=True):
            self.tables["participant"] += (
                {
                    "event_id": row["id"],
                    "number": n,
                    "role": role,
                    **_mark("span", span),
                    "actor_id": find_actor(span, mentions),
                }
                for n, (role, span) in enumerate(list_participants(event), 1)
            )


_FIGURE_FACTS = ("low", "high", "bound", "measure", "as_of", "since", "counter", "basis", "confidence")


class Holders:
    """Finds the claim that words stand in.

    Args:
        attributions: the attributions of one reading.
        keys: their keys by their own ids.
    """

    def __init__(self, attributions: Iterable[Attribution], keys: dict[str, int]) -> None:
        self._contents = sorted(
            (content.end - content.start, n, content.start, content.end, keys[attribution.id])
            for n, attribution in enumerate(attributions)
            for content in attribution.content
        )

    def find(self, span: Span) -> int | None:
        """Returns the key of the innermost attribution whose content the span touches, or null."""
        for _, _, start, end, key in self._contents:
            if start < span.end and span.start < end:
                return key
        return None


def measure_depths(attributions: Sequence[Attribution]) -> dict[str, int]:
    """Returns by id how many attributions each one stands inside of."""
    parents = {attribution.id: attribution.parent for attribution in attributions}
    depths = dict.fromkeys(parents, 0)
    for own, parent in parents.items():
        above = parent
        while above is not None:
            depths[own] += 1
            above = parents[above]
    return depths


def list_participants(event: Event) -> list[tuple[str, Span]]:
    """Lists who takes part in an event, each with the role: those who do first."""
    return [("actor", span) for span in event.actors] + [("recipient", span) for span in event.recipients]


def find_actor(span: Span, mentions: dict[Span, int]) -> int | None:
    """Returns the key of the actor of whom the span is a mention, else of the first mention inside it."""
    if span in mentions:
        return mentions[span]
    inside = (m for m in mentions if span.start <= m.start and m.end <= span.end)
    return min(((m.start, -m.end, mentions[m]) for m in inside), default=(0, 0, None))[2]


def _mark(name: str, span: Span | None) -> Row:
    """Returns the two columns of a span."""
    return {f"{name}_start": span and span.start, f"{name}_end": span and span.end}


def _follow(id: str | None, keys: dict[str, int]) -> int | None:
    return None if id is None else keys[id]
