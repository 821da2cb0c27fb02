"""Record: a reading made again from its rows, equal to the one that was stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, select

from sayso.errors import LedgerError
from sayso.ledger import schema
from sayso.ledger.revision import load_article, select_articles
from sayso.model import (
    Actor,
    Attribution,
    Event,
    Figure,
    Period,
    Place,
    Reading,
    Relation,
    Span,
    Speaker,
    Time,
)

Row = Mapping[Any, Any]

COUNTS = {
    "attribution": "claims",
    "figure": "figures",
    "event": "events",
    "place": "places",
    "time": "times",
    "actor": "actors",
}
"""The column of `reading` that counts its rows in a table; the key of the first is in `first_` + table."""


def find_reading(connection: Connection, address: str, number: int | None) -> int:
    """Finds the key of the newest reading of a revision of an article, the newest one if it has no number.

    Raises:
        LedgerError: the ledger holds no such article or revision (LDG007).
    """
    is_wanted = schema.revision.c.article_id.in_(select_articles(address))
    query = select(schema.reading.c.id).join(schema.revision).where(is_wanted)
    if number is not None:
        query = query.where(schema.revision.c.number == number)
    key: int | None = connection.scalar(
        query.order_by(schema.revision.c.number.desc(), schema.reading.c.id.desc()).limit(1)
    )
    if key is None:
        what = address if number is None else f"{address}, revision {number}"
        raise LedgerError("LDG007", f"the ledger does not hold {what}", "take an address from the ledger")
    return key


def load_reading(connection: Connection, key: int) -> Reading:
    """Loads the reading with this key."""
    head = connection.execute(select(schema.reading).where(schema.reading.c.id == key)).mappings().one()
    article = load_article(connection, head["revision_id"])
    records = Records(connection, head, article.text)
    return Reading(
        article=article,
        attributions=records.build_attributions(),
        figures=records.build_figures(),
        events=records.build_events(),
        times=records.build_times(),
        places=records.build_places(),
        actors=records.build_actors(),
        relations=records.build_relations(),
    )


class Records:
    """Makes the records of one reading.

    Args:
        connection: a connection to the ledger.
        head: the row of the table `reading`.
        text: the text that the spans point into.
    """

    def __init__(self, connection: Connection, head: Row, text: str) -> None:
        self._connection = connection
        self._head = head
        self._text = text
        location, timex, name = schema.location.c, schema.timex, schema.name.c.name
        self._actors = self._fetch("actor", select(schema.actor, name).join(schema.name))
        self._attributions = self._fetch(
            "attribution", select(schema.attribution, name).join(schema.name, isouter=True)
        )
        self._places = self._fetch("place", select(schema.place, *list(location)[1:]).join(schema.location))
        self._times = self._fetch("time", select(schema.time, *list(timex.c)[1:]).join(timex))
        self._figures = self._fetch("figure", select(schema.figure))
        self._events = self._fetch("event", select(schema.event))

    def build_actors(self) -> tuple[Actor, ...]:
        """Makes the actors with their mentions."""
        mentions = self._group("actor", schema.mention.c.actor_id)
        return tuple(
            Actor(
                id=row["label"],
                name=row["name"],
                kind=row["kind"],
                mentions=self._cut_all(mentions[row["id"]]),
                role=row["role"],
            )
            for row in self._actors.values()
        )

    def build_attributions(self) -> tuple[Attribution, ...]:
        """Makes the attributions with their contents."""
        contents = self._group("attribution", schema.content.c.attribution_id)
        return tuple(
            Attribution(
                id=row["label"],
                source=self._cut(row, "source"),
                cue=self._cut(row, "cue"),
                content=self._cut_all(contents[row["id"]]),
                quotation=row["quotation"],
                act=row["act"],
                speaker=Speaker(
                    name=row["name"],
                    kind=row["speaker_kind"],
                    actor=_name(row["actor_id"], self._actors),
                    mention=self._cut(row, "mention"),
                    reason=row["reason"],
                ),
                audience=self._cut(row, "audience"),
                parent=_name(row["parent_id"], self._attributions),
                confidence=row["confidence"],
            )
            for row in self._attributions.values()
        )

    def build_places(self) -> tuple[Place, ...]:
        """Makes the places."""
        facts = [column.name for column in schema.location.c][1:]
        return tuple(
            Place(id=row["label"], span=self._take(row), **{fact: row[fact] for fact in facts})
            for row in self._places.values()
        )

    def build_times(self) -> tuple[Time, ...]:
        """Makes the times."""
        return tuple(
            Time(
                id=row["label"],
                span=self._take(row),
                type=row["type"],
                value=row["value"],
                start=row["first"],
                end=row["last"],
                anchor=row["anchor"],
            )
            for row in self._times.values()
        )

    def build_figures(self) -> tuple[Figure, ...]:
        """Makes the figures."""
        facts = ("low", "high", "bound", "measure", "as_of", "since", "counter", "basis", "confidence")
        return tuple(
            Figure(
                id=row["label"],
                span=self._take(row),
                of=self._cut(row, "of"),
                place=_name(row["place_id"], self._places),
                attribution=_name(row["attribution_id"], self._attributions),
                part_of=_name(row["part_of_id"], self._figures),
                **{fact: row[fact] for fact in facts},
            )
            for row in self._figures.values()
        )

    def build_events(self) -> tuple[Event, ...]:
        """Makes the events with their participants."""
        participants = self._group("event", schema.participant.c.event_id)
        return tuple(
            Event(
                id=row["label"],
                trigger=self._take(row, "trigger"),
                type=row["type"],
                actors=self._cut_all([p for p in participants[row["id"]] if p["role"] == "actor"]),
                recipients=self._cut_all([p for p in participants[row["id"]] if p["role"] == "recipient"]),
                place=_name(row["place_id"], self._places),
                date=None if row["first"] is None else Period(start=row["first"], end=row["last"]),
                factuality=row["factuality"],
                attribution=_name(row["attribution_id"], self._attributions),
                confidence=row["confidence"],
            )
            for row in self._events.values()
        )

    def build_relations(self) -> tuple[Relation, ...]:
        """Makes the relations."""
        table = schema.relation
        query = select(table).where(table.c.reading_id == self._head["id"]).order_by(table.c.number)
        return tuple(
            Relation(from_=row.subject, to=row.object, type=row.type)
            for row in self._connection.execute(query)
        )

    def _fetch(self, table: str, query: Select[Any]) -> dict[int, Row]:
        """Returns the reading's rows of a table by their keys, in their order."""
        key = schema.metadata.tables[table].c.id
        rows = self._connection.execute(query.where(key.between(*self._run(table))).order_by(key))
        return {row["id"]: row for row in rows.mappings()}

    def _group(self, table: str, owner: Column[int]) -> dict[int, list[Row]]:
        """Returns the rows of a list by the key of the row that they hang on."""
        query = select(owner.table).where(owner.between(*self._run(table)))
        groups: dict[int, list[Row]] = defaultdict(list)
        for row in self._connection.execute(query.order_by(owner, owner.table.c.number)).mappings():
            groups[row[owner.name]].append(row)
        return groups

    def _run(self, table: str) -> tuple[int, int]:
        """Returns the first and the last key of the reading in a table."""
        first: int = self._head[f"first_{table}"]
        return first, first + self._head[COUNTS[table]] - 1

    def _cut(self, row: Row, name: str = "span") -> Span | None:
        start = row[f"{name}_start"]
        return None if start is None else Span.of(self._text, start, row[f"{name}_end"])

    def _take(self, row: Row, name: str = "span") -> Span:
        """Cuts a span that is always there."""
        return Span.of(self._text, row[f"{name}_start"], row[f"{name}_end"])

    def _cut_all(self, rows: Sequence[Row]) -> tuple[Span, ...]:
        return tuple(self._take(row) for row in rows)


def _name(key: int | None, rows: Mapping[int, Row]) -> str | None:
    """Returns the reading's own id of a row."""
    return None if key is None else rows[key]["label"]
