"""Table: readings as flat rows, by the schema in `vocab/table.json`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.model import Reading
from sayso.vocab import load_table

Scalar = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        name: its name.
        type: string, integer or number.
        path: the fields that lead from a record in sight to its value.
        what: what it says.
    """

    name: str
    type: str
    path: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the tables that all readings together make.

    Attributes:
        name: its name.
        what: what a row is.
        loop: name of a record with the path to the records of that name, outermost first.
        key: columns that tell its rows apart.
        links: column with the table and column that it points to, within the same article.
        columns: its columns.
    """

    name: str
    what: str
    loop: tuple[tuple[str, tuple[str, ...]], ...]
    key: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]
    columns: tuple[Column, ...]

    def list_rows(self, reading: Reading) -> Iterator[tuple[Scalar, ...]]:
        """Yields the rows of one reading."""
        scope = {"reading": reading, "article": reading.article, "position": 0}
        for filled in _fill(scope, self.loop):
            yield tuple(_follow(filled, column.path) for column in self.columns)


@cache
def load_tables() -> tuple[Table, ...]:
    """Loads the schema of all tables."""
    return tuple(_make(name, entry) for name, entry in load_table("table").items())


def describe_tables(suffix: str) -> dict[str, Any]:
    """Describes a folder of files, a file a table, as a data package of the Frictionless standard."""
    return {
        "profile": "tabular-data-package",
        "name": "sayso",
        "resources": [_describe(table, suffix) for table in load_tables()],
    }


def _make(name: str, entry: dict[str, Any]) -> Table:
    return Table(
        name=name,
        what=entry["what"],
        loop=tuple((record, tuple(path.split("."))) for record, path in entry["loop"].items()),
        key=tuple(entry["key"]),
        links=tuple((column, *link.split(".")) for column, link in entry["links"].items()),
        columns=tuple(
            Column(name=c["name"], type=c["type"], path=tuple(c["from"].split(".")), what=c["what"])
            for c in entry["columns"]
        ),
    )


def _fill(scope: dict[str, Any], loop: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[dict[str, Any]]:
    if not loop:
        yield scope
        return
    (name, path), *inner = loop
    for position, record in enumerate(_follow(scope, path)):
        yield from _fill({**scope, name: record, "position": position}, tuple(inner))


def _follow(scope: dict[str, Any], path: tuple[str, ...]) -> Any:
    """Follows a path of fields; what lies beyond a null is null."""
    value = scope[path[0]]
    for field in path[1:]:
        if value is None:
            return None
        value = getattr(value, field)
    return value


def _describe(table: Table, suffix: str) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.{suffix}",
        "format": suffix,
        "encoding": "utf-8",
        "description": table.what,
        "schema": {
            "fields": [{"name": c.name, "type": c.type, "description": c.what} for c in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_describe_link(*link) for link in table.links],
        },
    }


def _describe_link(column: str, table: str, key: str) -> dict[str, Any]:
    ours, theirs = ([column], [key]) if table == "articles" else (["article", column], ["article", key])
    return {"fields": ours, "reference": {"resource": table, "fields": theirs}}
