"""Walk: rows in an order, as many as a page needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sayso.ledger.schema import reading

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

DAYS: dict[str, tuple[Any, ...]] = {
    "newest": (reading.c.day.desc(), reading.c.id.desc()),
    "oldest": (reading.c.day.asc(), reading.c.id.asc()),
}
"""The orders by date, in the words of the index over days, which both stores can walk in either direction."""


def order_by_day(sort: str, key: ColumnElement[int]) -> tuple[Any, ...]:
    """Returns an order by date, with readings without one behind all others."""
    day, *others = DAYS[sort]
    return (day.nulls_last(), *others, key)


def walk_days(
    connection: Connection, statement: Select[Any], sort: str, key: ColumnElement[int], wanted: int | None
) -> list[int]:
    """Fetches the first keys by date; readings without one are walked last, if there is room left."""
    keys: list[int] = []
    for is_in_turn in (reading.c.day.is_not(None), reading.c.day.is_(None)):
        room = None if wanted is None else wanted - len(keys)
        if room != 0:
            keys += fetch(connection, statement.where(is_in_turn).order_by(*DAYS[sort], key), room)
    return keys


def fetch(connection: Connection, statement: Select[Any], wanted: int | None) -> list[int]:
    """Fetches the first keys that a statement selects, each once, though it may give one several times.

    To sort this out in the database would keep it from ending as soon as there are enough.
    """
    many = wanted
    while True:
        rows: Sequence[Any] = connection.execute(statement.limit(many)).all()
        keys = list(dict.fromkeys(row[0] for row in rows))
        if wanted is None or many is None or len(keys) >= wanted or len(rows) < many:
            return keys[:wanted]
        many *= 2
