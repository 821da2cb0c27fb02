"""Figure: the question of how many, with bounds, and by whose count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from sayso.ledger.part import split_name
from sayso.ledger.question.answer import Answer, Citation, cite, cut_page, select_sources, widen
from sayso.ledger.question.query import Query
from sayso.ledger.question.selection import IS_CURRENT, find_hint, hold_run
from sayso.ledger.question.term import find_locations, find_names, find_outlets, hold_keys
from sayso.ledger.question.walk import DAYS, fetch, order_by_day, walk_days
from sayso.ledger.schema import attribution, figure, location, name, place, reading
from sayso.model import Basis, Bound, Measure, SpeakerKind
from sayso.model.record import Record
from sayso.vocab import load_table

ASKED_BY = frozenset(("measure", "place", "published", "time", "bound", "counter", "speaker", "outlet"))

_SIZE = func.coalesce(figure.c.low, figure.c.high)
ORDERS: dict[str, tuple[Any, ...]] = {sort: order_by_day(sort, figure.c.id) for sort in DAYS}
ORDERS["largest"] = (_SIZE.desc().nulls_last(), *ORDERS["newest"])
ORDERS["smallest"] = (_SIZE.asc().nulls_last(), *ORDERS["newest"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Record):
    """A figure, and where it was read.

    Attributes:
        id: the figure's id in its reading.
        words: the quantity as it stands.
        low: smallest number that the words allow, or null.
        high: largest number that the words allow, or null.
        bound: how the words bound it.
        measure: what happened to those counted.
        of: the words for what is counted, or null.
        place: name of the place that it counts in, or null.
        country: ISO 3166-1 code of the place, or null.
        as_of: ISO date, possibly partial, at which the count held, or null.
        since: ISO date, possibly partial, at which the count starts, or null.
        counter: who counts, or null.
        basis: whether it is cumulative or of one incident.
        claim: id of the claim that carries it, or null where the article says it in its own voice.
        speaker: name of who makes that claim, or null.
        kind: what is known of who makes it, or null without a claim.
        confidence: probability that it was read right, 0 to 1.
        citation: article, outlet, date and the sentence around it.
    """

    id: str
    words: str
    low: int | None
    high: int | None
    bound: Bound
    measure: Measure
    of: str | None
    place: str | None
    country: str | None
    as_of: str | None
    since: str | None
    counter: str | None
    basis: Basis
    claim: str | None
    speaker: str | None
    kind: SpeakerKind | None
    confidence: float
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Answer):
    """The figures that were asked for."""

    rows: tuple[Count, ...]


def find_figures(connection: Connection, query: Query) -> Figures:
    """Finds figures: the newest, the oldest, the largest or the smallest first.

    Raises:
        LedgerError: the question cannot be asked like this (LDG010).
    """
    sort = query.allow(ASKED_BY, tuple(ORDERS))
    wanted = query.offset + query.limit + 1
    statement, is_few = _select_keys(connection, query)
    if sort in DAYS and not is_few:
        found = walk_days(connection, statement, sort, figure.c.id, wanted)
    else:
        found = fetch(connection, statement.order_by(*ORDERS[sort]), wanted)
    found = found[query.offset :]
    page, has_more = cut_page(found, query)
    rows = _load_counts(connection, page)
    hint = None if rows else find_hint(connection, query)
    return Figures(rows=rows, offset=query.offset, has_more=has_more, hint=hint)


def _select_keys(connection: Connection, query: Query) -> tuple[Select[Any], bool]:
    """Selects the keys of figures: by way of few places or claims, or else reading by reading.

    Returns:
        The statement, and whether it goes by way of few.
    """
    conditions = [IS_CURRENT, hold_run(figure), *_list_conditions(connection, query)]
    is_few = False
    for table, column, condition in _list_ways(connection, query):
        few = _list_few(connection, table, condition)
        conditions += [table.c.id == column, condition if few is None else hold_keys(table.c.id, few)]
        if few is not None:
            conditions.append(table.c.reading_id == reading.c.id)
            is_few = True
    return select(figure.c.id).where(*conditions), is_few


def _list_ways(connection: Connection, query: Query) -> Iterator[tuple[Any, Any, ColumnElement[bool]]]:
    """Lists tables by way of which figures are found, with the figure's key of each and a condition on it."""
    if query.place is not None:
        locations = find_locations(connection, query.place)
        yield place, figure.c.place_id, hold_keys(place.c.location_id, locations)
    if query.speaker is not None:
        names = find_names(connection, query.speaker)
        yield attribution, figure.c.attribution_id, hold_keys(attribution.c.speaker_id, names)


def _list_few(connection: Connection, table: Any, condition: ColumnElement[bool]) -> Sequence[int] | None:
    most: int = load_table("question")["few"]
    keys = connection.scalars(select(table.c.id).where(condition).limit(most + 1)).all()
    return keys if len(keys) <= most else None


def _list_conditions(connection: Connection, query: Query) -> list[ColumnElement[bool]]:
    columns = {"measure": figure.c.measure, "bound": figure.c.bound}
    conditions = [
        column == getattr(query, field)
        for field, column in columns.items()
        if getattr(query, field) is not None
    ]
    if (day := query.day) is not None:
        conditions.append(day.hold_day(reading.c.day))
    if (moment := query.moment) is not None:
        conditions.append(moment.touch(figure.c.as_of))
    if query.outlet is not None:
        conditions.append(hold_keys(reading.c.outlet_id, find_outlets(connection, query.outlet)))
    if query.counter is not None:
        conditions.append(_hold_counter(connection, query.counter))
    return conditions


def _hold_counter(connection: Connection, counter: str) -> ColumnElement[bool]:
    """Tells in SQL that somebody of this name counts, who may be in the ledger as a name or not."""
    names = list(find_names(connection, counter).values())
    parts = (func.lower(figure.c.counter).contains(part, autoescape=True) for part in split_name(counter))
    return or_(figure.c.counter.in_(names), and_(figure.c.counter.is_not(None), *parts))


def _load_counts(connection: Connection, keys: Sequence[int]) -> tuple[Count, ...]:
    columns = (
        figure,
        location.c.name.label("place"),
        location.c.country,
        attribution.c.label.label("claim"),
        attribution.c.speaker_kind,
        name.c.name.label("speaker"),
    )
    statement = (
        select_sources(figure, *columns)
        .join(place, place.c.id == figure.c.place_id, isouter=True)
        .join(location, location.c.id == place.c.location_id, isouter=True)
        .join(attribution, attribution.c.id == figure.c.attribution_id, isouter=True)
        .join(name, name.c.id == attribution.c.speaker_id, isouter=True)
        .where(hold_keys(figure.c.id, keys))
    )
    found = {row["id"]: _make_count(row) for row in connection.execute(statement).mappings()}
    return tuple(found[key] for key in keys)


def _make_count(row: Mapping[Any, Any]) -> Count:
    text: str = row["cited_text"]
    start, end = row["span_start"], row["span_end"]
    same = ("low", "high", "bound", "measure", "place", "country", "as_of", "since", "counter", "basis")
    return Count(
        id=row["label"],
        words=text[start:end],
        of=None if row["of_start"] is None else text[row["of_start"] : row["of_end"]],
        kind=row["speaker_kind"],
        citation=cite(row, [widen(text, start, end)]),
        **{field: row[field] for field in (*same, "claim", "speaker", "confidence")},
    )
