"""Term: outlets, readers, names, locations and times, each of which stands once in a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from sayso.ledger.key import Keys
from sayso.ledger.part import split_name
from sayso.ledger.schema import location, location_part, name, name_part, outlet, reader, timex
from sayso.model import Place, Reading, Time

Term = tuple[Any, ...]

PARTS = {"name": name_part, "location": location_part}
"""The tables of the words by which the terms of a table are looked up."""

CHUNK = 500
"""How many terms are looked up by one statement."""


class Terms:
    """The keys of the terms of some readings; what the ledger does not have yet is added.

    Args:
        connection: a connection in a transaction that keeps other writers out.
        keys: gives out keys in that transaction.

    Attributes:
        names, outlets, readers: keys by the name or version, as a tuple of one.
        locations: keys by what `locate` returns.
        timexes: keys by what `date` returns.
    """

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys
        self.names: dict[Term, int] = {}
        self.outlets: dict[Term, int] = {}
        self.readers: dict[Term, int] = {}
        self.locations: dict[Term, int] = {}
        self.timexes: dict[Term, int] = {}

    def take(self, readings: Sequence[Reading], versions: Iterable[str]) -> None:
        """Finds or adds the terms of readings, and the readers of these versions."""
        self.readers |= self._intern(reader, ((version,) for version in versions))
        self.outlets |= self._intern(outlet, _list_outlets(readings))
        self.names |= self._intern(name, _list_names(readings))
        self.locations |= self._intern(location, (locate(place) for r in readings for place in r.places))
        self.timexes |= self._intern(timex, (date(time) for r in readings for time in r.times))

    def _intern(self, table: Table, terms: Iterable[Term]) -> dict[Term, int]:
        """Returns the keys of terms, the rows of a table, which are looked up by its first column."""
        wanted = dict.fromkeys(terms)
        key, *columns = table.c
        found: dict[Term, int] = {}
        for chunk in _cut(sorted({term[0] for term in wanted})):
            for row in self._connection.execute(select(key, *columns).where(columns[0].in_(chunk))):
                found[tuple(row[1:])] = row[0]
        new = {term: self._keys.take(table.name) for term in wanted if term not in found}
        if new:
            names = [column.name for column in table.c]
            rows = [dict(zip(names, (key, *term), strict=True)) for term, key in new.items()]
            self._connection.execute(table.insert(), rows)
            self._index(table, new)
        return found | new

    def _index(self, table: Table, new: dict[Term, int]) -> None:
        """Adds the words by which new names and locations are looked up."""
        if table.name not in PARTS:
            return
        owner = f"{table.name}_id"
        parts = [{"part": part, owner: key} for term, key in new.items() for part in split_name(term[0])]
        if parts:
            self._connection.execute(PARTS[table.name].insert(), parts)


def locate(place: Place) -> Term:
    """Returns what a place is called, and what the gazetteer says of it or why that is not known."""
    facts = (place.kind, place.country, place.lat, place.lon, place.geonames, place.unresolved)
    return (place.name, *facts)


def date(time: Time) -> Term:
    """Returns what a time says, wherever it stands."""
    return (time.value, time.type, time.start, time.end, time.anchor)


def _list_outlets(readings: Iterable[Reading]) -> Iterator[Term]:
    publishers = (reading.article.publisher for reading in readings)
    return ((publisher,) for publisher in publishers if publisher is not None)


def _list_names(readings: Iterable[Reading]) -> Iterator[Term]:
    for reading in readings:
        yield from ((actor.name,) for actor in reading.actors)
        speakers = (attribution.speaker.name for attribution in reading.attributions)
        yield from ((speaker,) for speaker in speakers if speaker is not None)


def _cut(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))
