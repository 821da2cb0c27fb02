"""Selection: the claims that a question is about, found on the shortest way.

Few claims are looked up by what tells them (a name, a place, a word) and put in order. Many are not: then the
readings are walked in the order that is wanted, and the walk ends when the page is full.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, literal_column, select

from sayso.ledger.question.phrase import match_words
from sayso.ledger.question.query import Query
from sayso.ledger.question.term import (
    find_locations,
    find_names,
    find_outlets,
    hold_keys,
    suggest_locations,
    suggest_names,
    suggest_outlets,
)
from sayso.ledger.question.walk import DAYS, fetch, order_by_day, walk_days
from sayso.ledger.record import COUNTS
from sayso.ledger.schema import actor, attribution, event, figure, mention, place, reading, time, timex
from sayso.vocab import load_table

Condition = ColumnElement[bool]

IS_CURRENT: Condition = literal_column("reading.is_current")
"""Whether a reading is the newest of its article, in the words of the indexes over such."""

_TESTED = attribution.c.id + 0
"""The key of a claim where no index is to be used, so that a walk is not taken for a look-up."""

ORDERS = {sort: order_by_day(sort, attribution.c.id) for sort in DAYS}
ORDERS["confidence"] = (attribution.c.confidence.desc(), *ORDERS["newest"])


@dataclass(slots=True)
class Selection:
    """The conditions of a question, its names replaced by their keys.

    A set is looked up where it is small; where it is not, claims are tested by its second half.

    Attributes:
        on_reading: what readings must fulfil.
        on_claim: what claims must fulfil, besides.
        sets: for each further condition, the keys of all claims that fulfil it, and the same as a test.
        through: conditions on figures and events; a claim must hold one that fulfils them.
    """

    on_reading: list[Condition] = field(default_factory=lambda: [IS_CURRENT])
    on_claim: list[Condition] = field(default_factory=list)
    sets: list[tuple[Select[Any], Condition]] = field(default_factory=list)
    through: list[tuple[Any, Condition]] = field(default_factory=list)

    def hold(self, keys: Select[Any]) -> None:
        """Adds the condition that a claim is one of some."""
        self.sets.append((keys, _TESTED.in_(keys)))


def select_claims(connection: Connection, query: Query) -> Selection:
    """Finds what a question means by its names; one that is not known holds nothing."""
    selection = Selection()
    for name, (find, narrow, _) in _TERMS.items():
        if (text := getattr(query, name)) is not None:
            narrow(selection, frozenset(find(connection, text)))
    if (day := query.day) is not None:
        selection.on_reading.append(day.hold_day(reading.c.day))
    if (moment := query.moment) is not None:
        held = select(timex.c.id).where(moment.hold(timex.c.first, timex.c.last))
        is_told = and_(time.c.attribution_id.is_not(None), time.c.timex_id.in_(held))
        selection.hold(select(time.c.attribution_id).where(is_told))
    columns = {"act": "act", "kind": "speaker_kind", "quotation": "quotation"}
    for name, column in columns.items():
        if (value := getattr(query, name)) is not None:
            selection.on_claim.append(attribution.c[column] == value)
    if query.measure is not None:
        selection.through.append((figure, figure.c.measure == query.measure))
    if query.event is not None:
        selection.through.append((event, event.c.type == query.event))
    if query.words is not None:
        selection.hold(match_words(connection, query.words))
    return selection


def find_hint(connection: Connection, query: Query) -> str | None:
    """Tells what may have been meant by the names of a question of which the ledger has none."""
    hints = []
    terms = {name: (find, suggest) for name, (find, _, suggest) in _TERMS.items()}
    for name, (find, suggest) in {**terms, "counter": (find_names, suggest_names)}.items():
        text = getattr(query, name)
        if text is not None and not find(connection, text):
            near = " or ".join(suggest(connection, text))
            known = f"did you mean {near}?" if near else "nothing like it is there"
            hints.append(f"the ledger knows no {name} {text}: {known}")
    return "; ".join(hints) or None


def list_claims(
    connection: Connection, selection: Selection, order: str | None, limit: int | None = None, offset: int = 0
) -> Sequence[int]:
    """Lists the keys of claims in an order, or in any."""
    few = _find_few(connection, selection)
    wanted = None if limit is None else offset + limit
    if few is None and order in DAYS:
        return walk_days(connection, _walk(selection), order, attribution.c.id, wanted)[offset:]
    statement = _walk(selection) if few is None else _look_up(selection, few)
    return fetch(connection, statement.order_by(*ORDERS[order] if order else ()), wanted)[offset:]


def keep_claims(connection: Connection, selection: Selection, keys: Sequence[int]) -> set[int]:
    """Returns those of some claims that the selection holds."""
    return {row[0] for row in connection.execute(_look_up(selection, keys))}


def count_few(connection: Connection, selection: Selection) -> bool:
    """Tells whether one of the conditions leaves so few claims that they are best looked up."""
    return _find_few(connection, selection) is not None


def hold_run(table: Any) -> Condition:
    """Tells in SQL that a row of a table is of the reading, whose rows are a run of keys."""
    first = reading.c[f"first_{table.name}"]
    return and_(table.c.id >= first, table.c.id < first + reading.c[COUNTS[table.name]])


def _find_few(connection: Connection, selection: Selection) -> Sequence[int] | None:
    """Returns the keys of the smallest set of claims, or null where none is small."""
    most: int = load_table("question")["few"]
    smallest: Sequence[int] | None = None
    for keys, _ in selection.sets:
        found = [row[0] for row in connection.execute(keys.limit(most + 1))]
        if len(found) <= most and (smallest is None or len(found) < len(smallest)):
            smallest = found
    return smallest


def _look_up(selection: Selection, keys: Sequence[int]) -> Select[Any]:
    """Selects those of some claims that fulfil all conditions."""
    statement = select(attribution.c.id).join(reading, reading.c.id == attribution.c.reading_id)
    statement = statement.where(hold_keys(attribution.c.id, set(keys)))
    for table, condition in selection.through:
        statement = statement.where(_hold_one(table, condition))
    return _narrow(statement, selection)


def _walk(selection: Selection) -> Select[Any]:
    """Selects the claims that fulfil all conditions, reading by reading; one may come several times."""
    if not selection.through:
        return _narrow(select(attribution.c.id).where(hold_run(attribution)), selection)
    (table, condition), *others = selection.through
    is_held = attribution.c.id == table.c.attribution_id
    statement = select(attribution.c.id).where(hold_run(table), condition, is_held)
    for other in others:
        statement = statement.where(_hold_one(*other))
    return _narrow(statement, selection)


def _narrow(statement: Select[Any], selection: Selection) -> Select[Any]:
    statement = statement.where(*selection.on_reading, *selection.on_claim)
    return statement.where(*(test for _, test in selection.sets))


def _hold_one(table: Any, condition: Condition) -> Condition:
    """Tells in SQL that a claim holds a figure or an event of some sort."""
    return (
        exists()
        .where(hold_run(table), table.c.attribution_id == attribution.c.id, condition)
        .correlate(reading, attribution)
    )


def _narrow_by_speaker(selection: Selection, keys: frozenset[int]) -> None:
    own = select(attribution.c.id).where(hold_keys(attribution.c.speaker_id, keys))
    selection.sets.append((own, hold_keys(attribution.c.speaker_id + 0, keys)))


def _narrow_by_actor(selection: Selection, keys: frozenset[int]) -> None:
    told = select(mention.c.attribution_id).join(actor).where(hold_keys(actor.c.name_id, keys))
    selection.hold(told.where(mention.c.attribution_id.is_not(None)))


def _narrow_by_outlet(selection: Selection, keys: frozenset[int]) -> None:
    selection.on_reading.append(hold_keys(reading.c.outlet_id, keys))


def _narrow_by_place(selection: Selection, keys: frozenset[int]) -> None:
    told = select(place.c.attribution_id).where(hold_keys(place.c.location_id, keys))
    selection.hold(told.where(place.c.attribution_id.is_not(None)))


_TERMS: dict[str, tuple[Callable[..., Any], Callable[..., None], Callable[..., tuple[str, ...]]]] = {
    "speaker": (find_names, _narrow_by_speaker, suggest_names),
    "actor": (find_names, _narrow_by_actor, suggest_names),
    "place": (find_locations, _narrow_by_place, suggest_locations),
    "outlet": (find_outlets, _narrow_by_outlet, suggest_outlets),
}
"""For each name in a question, how it is found, what it narrows, and what may have been meant by it."""
