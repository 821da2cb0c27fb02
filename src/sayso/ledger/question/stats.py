"""Stats: the question of how much a ledger holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.ledger.question.selection import IS_CURRENT
from sayso.ledger.schema import name, outlet, reader, reading, rejection, revision
from sayso.model.record import Record

COUNTS = (
    *("claims", "named", "role", "anonymous", "unresolved"),
    *("figures", "events", "places", "times", "actors"),
)
_YEAR = 4  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Year(Record):
    """How much came out in a year; null is for articles without a date."""

    year: str | None
    articles: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader(Record):
    """A version of the reader, and how many of its readings are the newest of their article."""

    version: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats(Record):
    """How much a ledger holds; all but revisions, readings, names and rejections counts the newest readings.

    Attributes:
        articles: pieces of news.
        revisions: texts that they have had.
        readings: how often these were read, by any version of the reader.
        outlets: outlets that they are from.
        names: names of actors and speakers.
        claims: claims, of which each is one of the next four.
        named, role, anonymous, unresolved: claims with such a speaker.
        figures, events, places, times, actors: how many of these were read.
        rejections: pieces of input that did not become readings.
        first: ISO date of the oldest article, or null.
        last: ISO date of the newest article, or null.
        years: articles and claims by year.
        readers: versions of the reader, those with most articles first.
    """

    articles: int
    revisions: int
    readings: int
    outlets: int
    names: int
    claims: int
    named: int
    role: int
    anonymous: int
    unresolved: int
    figures: int
    events: int
    places: int
    times: int
    actors: int
    rejections: int
    first: str | None
    last: str | None
    years: tuple[Year, ...]
    readers: tuple[Reader, ...]


def find_stats(connection: Connection) -> Stats:
    """Counts what a ledger holds."""
    tables = {
        "revisions": revision,
        "readings": reading,
        "outlets": outlet,
        "names": name,
        "rejections": rejection,
    }
    sizes = {
        field: connection.scalar(select(func.count()).select_from(table)) or 0
        for field, table in tables.items()
    }
    sums = (func.coalesce(func.sum(reading.c[column]), 0).label(column) for column in COUNTS)
    ends = (func.min(reading.c.day).label("first"), func.max(reading.c.day).label("last"))
    year = func.substr(reading.c.day, 1, _YEAR).label("year")
    columns = (year, reading.c.reader_id, func.count().label("articles"), *sums, *ends)
    statement = select(*columns).where(IS_CURRENT).group_by(year, reading.c.reader_id)
    rows = connection.execute(statement).mappings().all()
    versions = {row.id: row.version for row in connection.execute(select(reader))}
    years: dict[str | None, list[int]] = {}
    readers: dict[str, int] = {}
    for row in rows:
        own = years.setdefault(row["year"], [0, 0])
        own[0] += row["articles"]
        own[1] += int(row["claims"])
        version = versions[row["reader_id"]]
        readers[version] = readers.get(version, 0) + row["articles"]
    dated = sorted(years.items(), key=lambda item: (item[0] is None, item[0] or ""))
    return Stats(
        **sizes,
        **{column: sum(int(row[column]) for row in rows) for column in ("articles", *COUNTS)},
        first=min((row["first"] for row in rows if row["first"]), default=None),
        last=max((row["last"] for row in rows if row["last"]), default=None),
        years=tuple(Year(year=year, articles=articles, claims=claims) for year, (articles, claims) in dated),
        readers=tuple(
            Reader(version=version, articles=count)
            for version, count in sorted(readers.items(), key=lambda item: -item[1])
        ),
    )
