"""Trace: the source chains of claims, made from their rows alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, select

from sayso.ledger.question.term import hold_keys
from sayso.ledger.schema import actor, attribution, mention, name, outlet, reading, revision
from sayso.model import Actor, Attribution, Span, Speaker
from sayso.model.chain import Hop, trace_chain

Row = Mapping[Any, Any]

_PARTS, _ENDS = ("source", "audience"), ("start", "end")


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of a claim.

    Attributes:
        key: the key of the claim.
        article: the key of its article.
        outlet: name of the outlet, or null.
        kind: kind of the claim's own speaker.
        hops: outlet → … → root, each with its words where it is no outlet.
    """

    key: int
    article: int
    outlet: str | None
    kind: str
    hops: tuple[Hop, ...]


def trace_chains(connection: Connection, keys: Sequence[int]) -> list[Chain]:
    """Traces the chains of claims, in the order of their keys as they are given."""
    rows = _load(connection, keys)
    missing = {row["parent_id"] for row in rows.values()} - rows.keys() - {None}
    while missing:
        rows |= _load(connection, sorted(missing))
        missing = {row["parent_id"] for row in rows.values()} - rows.keys() - {None}
    known = _find_audiences(connection, [row for row in rows.values() if row["audience_start"] is not None])
    return [_trace(key, rows, known) for key in keys]


def _trace(key: int, rows: Mapping[int, Row], known: Mapping[int, str]) -> Chain:
    line = [rows[key]]
    while (parent := line[-1]["parent_id"]) is not None:
        line.append(rows[parent])
    attributions = [_make_attribution(row, rows) for row in line]
    outermost = attributions[-1]
    actors = []
    if outermost.audience is not None and (told := known.get(line[-1]["id"])) is not None:
        actors.append(Actor(id="", name=told, kind="group", mentions=(outermost.audience,), role=None))
    own = rows[key]
    hops = trace_chain(attributions, own["label"], own["outlet"], actors)
    return Chain(key, own["article_id"], own["outlet"], own["speaker_kind"], hops)


def _load(connection: Connection, keys: Sequence[int]) -> dict[int, Row]:
    own = ("id", "label", "parent_id", "speaker_kind", *(f"{part}_{end}" for part in _PARTS for end in _ENDS))
    columns = (
        *(attribution.c[column] for column in own),
        name.c.name.label("speaker"),
        reading.c.article_id,
        outlet.c.name.label("outlet"),
        *map(_cut, _PARTS),
    )
    joins = (
        attribution.join(reading, reading.c.id == attribution.c.reading_id)
        .join(outlet, outlet.c.id == reading.c.outlet_id, isouter=True)
        .join(name, name.c.id == attribution.c.speaker_id, isouter=True)
        .join(revision, revision.c.id == reading.c.revision_id)
    )
    statement = select(*columns).select_from(joins).where(hold_keys(attribution.c.id, keys))
    return {row["id"]: row for row in connection.execute(statement).mappings()}


def _cut(part: str) -> Any:
    """Cuts the words of a part of a claim out of the text, as a column of that name."""
    start, end = (attribution.c[f"{part}_{edge}"] for edge in _ENDS)
    return func.substr(revision.c.text, start + 1, end - start).label(part)


def _find_audiences(connection: Connection, rows: Sequence[Row]) -> dict[int, str]:
    """Finds the names of those who were told, where they are actors, by the keys of the claims."""
    is_mention = and_(
        mention.c.span_start == attribution.c.audience_start, mention.c.span_end == attribution.c.audience_end
    )
    joins = (
        attribution.join(reading, reading.c.id == attribution.c.reading_id)
        .join(
            actor,
            and_(actor.c.id >= reading.c.first_actor, actor.c.id < reading.c.first_actor + reading.c.actors),
        )
        .join(mention, and_(mention.c.actor_id == actor.c.id, is_mention))
        .join(name, name.c.id == actor.c.name_id)
    )
    statement = select(attribution.c.id, name.c.name).select_from(joins).order_by(actor.c.id.desc())
    statement = statement.where(hold_keys(attribution.c.id, [row["id"] for row in rows]))
    return {row[0]: row[1] for row in connection.execute(statement)}


def _make_attribution(row: Row, rows: Mapping[int, Row]) -> Attribution:
    """Makes as much of an attribution as its chain needs."""
    parent = row["parent_id"]
    source, audience = (
        None
        if row[f"{part}_start"] is None
        else Span(start=row[f"{part}_start"], end=row[f"{part}_end"], text=row[part])
        for part in _PARTS
    )
    return Attribution(
        id=row["label"],
        source=source,
        cue=None,
        content=(),
        quotation="indirect",
        act=None,
        speaker=Speaker(name=row["speaker"], kind=row["speaker_kind"], actor=None, mention=None),
        audience=audience,
        parent=None if parent is None else rows[parent]["label"],
        confidence=1.0,
    )
