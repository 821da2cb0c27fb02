"""Row: corrections in the tables of a ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from sayso.ledger.correction.correction import Amendment, Correction, Withdrawal
from sayso.ledger.correction.quote import Quote
from sayso.ledger.correction.value import ELLIPSIS
from sayso.ledger.key import Keys
from sayso.ledger.schema import amendment, correction, quote, reading, revision, withdrawal

Row = Mapping[Any, Any]


def tell_time() -> str:
    """Returns the time of day as the ledger writes it, ISO in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def add_correction(connection: Connection, made: Correction, reading_key: int) -> Correction:
    """Adds a correction of a reading; returns it with its number.

    Args:
        connection: a connection in a transaction that keeps other writers out.
        made: the correction, whose number is not looked at.
        reading_key: the key of the reading.
    """
    made = replace(made, id=Keys(connection).take("correction"))
    home = select(reading.c.article_id).where(reading.c.id == reading_key).scalar_subquery()
    names = ("id", "label", "kind", "verdict", "creator", "created", "note")
    row = {name: getattr(made, name) for name in names}
    connection.execute(insert(correction).values(**row, article_id=home, reading_id=reading_key))
    parts = [(part, True) for part in made.anchor] + [(part, False) for part in made.amendments]
    quotes = [(part.field, is_anchor, own) for part, is_anchor in parts for own in part.quotes]
    if quotes:
        connection.execute(insert(quote), [_write_quote(made.id, n, *own) for n, own in enumerate(quotes, 1)])
    if made.amendments:
        fields = [
            {"correction_id": made.id, "number": n, "field": part.field, "value": part.value}
            for n, part in enumerate(made.amendments, 1)
        ]
        connection.execute(insert(amendment), fields)
    return made


def add_withdrawal(connection: Connection, number: int, made: Withdrawal) -> None:
    """Adds that a correction was taken back."""
    connection.execute(insert(withdrawal).values(correction_id=number, **made.to_dict()))


def load_corrections(connection: Connection, article_key: int) -> tuple[Correction, ...]:
    """Loads the corrections of all revisions of an article, in the order in which they were made."""
    return _load(connection, correction.c.article_id == article_key)


def load_correction(connection: Connection, number: int) -> Correction | None:
    """Loads the correction with this number, or null."""
    return next(iter(_load(connection, correction.c.id == number)), None)


def list_corrected(connection: Connection) -> list[int]:
    """Lists the keys of the articles that have corrections, in the order of their first ones."""
    keys = connection.scalars(select(correction.c.article_id).order_by(correction.c.id))
    return list(dict.fromkeys(keys))


def find_origin(connection: Connection, number: int) -> int:
    """Returns the key of the reading that a correction was made on."""
    key: int = connection.execute(
        select(correction.c.reading_id).where(correction.c.id == number)
    ).scalar_one()
    return key


def _load(connection: Connection, is_wanted: Any) -> tuple[Correction, ...]:
    query = (
        select(correction, revision.c.key.label("article"))
        .join(reading, reading.c.id == correction.c.reading_id)
        .join(revision, revision.c.id == reading.c.revision_id)
        .where(is_wanted)
        .order_by(correction.c.id)
    )
    rows = connection.execute(query).mappings().all()
    keys = [row["id"] for row in rows]
    quotes, values = _group(connection, quote, keys), _group(connection, amendment, keys)
    withdrawals = _group(connection, withdrawal, keys)
    return tuple(_make(row, quotes[row["id"]], values[row["id"]], withdrawals[row["id"]]) for row in rows)


def _group(connection: Connection, table: Table, keys: Sequence[int]) -> dict[int, list[Row]]:
    """Returns the rows of a table by the correction that they belong to."""
    groups: dict[int, list[Row]] = defaultdict(list)
    if keys:
        query = select(table).where(table.c.correction_id.in_(keys)).order_by(*table.primary_key.columns)
        for row in connection.execute(query).mappings():
            groups[row["correction_id"]].append(row)
    return groups


def _make(row: Row, quotes: Sequence[Row], values: Sequence[Row], withdrawals: Sequence[Row]) -> Correction:
    anchor: dict[str, list[Quote]] = defaultdict(list)
    places: dict[str, list[Quote]] = defaultdict(list)
    for own in quotes:
        (anchor if own["is_anchor"] else places)[own["field"]].append(_read_quote(own))
    names = ("id", "article", "label", "kind", "verdict", "creator", "created", "note")
    return Correction(
        **{name: row[name] for name in names},
        anchor=tuple(
            Amendment(field=field, value=_join(own), quotes=tuple(own)) for field, own in anchor.items()
        ),
        amendments=tuple(
            Amendment(field=own["field"], value=own["value"], quotes=tuple(places[own["field"]]))
            for own in values
        ),
        withdrawal=_make_withdrawal(withdrawals),
    )


def _make_withdrawal(rows: Sequence[Row]) -> Withdrawal | None:
    return Withdrawal(**{name: rows[0][name] for name in ("creator", "created", "note")}) if rows else None


def _write_quote(number: int, position: int, field: str, is_anchor: bool, own: Quote) -> dict[str, Any]:
    return {
        "correction_id": number,
        "number": position,
        "field": field,
        "is_anchor": is_anchor,
        "exact": own.exact,
        "prefix": own.prefix,
        "suffix": own.suffix,
        "span_start": own.start,
        "span_end": own.end,
    }


def _read_quote(row: Row) -> Quote:
    return Quote(
        exact=row["exact"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        start=row["span_start"],
        end=row["span_end"],
    )


def _join(quotes: Sequence[Quote]) -> str:
    return ELLIPSIS.join(own.exact for own in quotes)
