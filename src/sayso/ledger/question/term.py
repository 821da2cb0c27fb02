"""Term: the names, places and outlets that a question means, and those it may have meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, select

from sayso.ledger.part import split_name
from sayso.ledger.schema import location, location_part, name, name_part, outlet
from sayso.vocab import load_table
from sayso.vocab.gazetteer import fold_name

_CODE = 2  # letters of a country code


def hold_keys(column: ColumnElement[Any], keys: Collection[int]) -> ColumnElement[bool]:
    """Tells in SQL whether a column has one of some keys, of which there may be any number."""
    return column.in_(bindparam(None, sorted(keys), expanding=True, literal_execute=True, unique=True))


def find_names(connection: Connection, text: str) -> dict[int, str]:
    """Finds the names of actors and speakers that have all words of a text; returns them by their keys."""
    return _find_by_parts(connection, name, name_part, text)


def find_outlets(connection: Connection, text: str) -> dict[int, str]:
    """Finds the outlets whose names have all words of a text; returns them by their keys."""
    wanted = set(split_name(text))
    rows = connection.execute(select(outlet.c.id, outlet.c.name))
    return {key: name for key, name in rows if wanted and wanted <= set(split_name(name))}


def find_locations(connection: Connection, text: str) -> dict[int, str]:
    """Finds the locations of a name, a GeoNames id or a country code; returns them by their keys.

    Whoever has the name itself goes before those that have its words among others; all names of the same
    entry of the gazetteer come with it.
    """
    if text.isdecimal():
        return _list_locations(connection, location.c.geonames == int(text))
    if len(text) == _CODE and text.isupper():
        return _list_locations(connection, location.c.country == text)
    found = _find_by_parts(connection, location, location_part, text)
    own = {key: name for key, name in found.items() if fold_name(name) == fold_name(text)}
    found = own or found
    entries = select(location.c.geonames).where(hold_keys(location.c.id, found))
    return found | _list_locations(connection, location.c.geonames.in_(entries))


def suggest_names(connection: Connection, text: str) -> tuple[str, ...]:
    """Suggests names of actors and speakers that are written much like a text."""
    return _suggest(connection, name, name_part, text)


def suggest_locations(connection: Connection, text: str) -> tuple[str, ...]:
    """Suggests names of places that are written much like a text."""
    return _suggest(connection, location, location_part, text)


def suggest_outlets(connection: Connection, text: str) -> tuple[str, ...]:
    """Suggests outlets whose names are written much like a text."""
    names = {fold_name(found): found for (found,) in connection.execute(select(outlet.c.name))}
    return tuple(names[folded] for folded in _liken(fold_name(text), names))


def _find_by_parts(connection: Connection, terms: Table, parts: Table, text: str) -> dict[int, str]:
    wanted = split_name(text)
    if not wanted:
        return {}
    return {row[0]: row[1] for row in connection.execute(_select_by_parts(terms, parts, wanted))}


def _select_by_parts(terms: Table, parts: Table, wanted: Collection[str]) -> Select[Any]:
    owner = parts.c[f"{terms.name}_id"]
    keys = select(owner).where(parts.c.part.in_(wanted)).group_by(owner).having(func.count() == len(wanted))
    return select(terms.c.id, terms.c.name).where(terms.c.id.in_(keys))


def _list_locations(connection: Connection, condition: ColumnElement[bool]) -> dict[int, str]:
    rows = connection.execute(select(location.c.id, location.c.name).where(condition))
    return {row[0]: row[1] for row in rows}


def _suggest(connection: Connection, terms: Table, parts: Table, text: str) -> tuple[str, ...]:
    """Replaces each word of a text that no name has by those most like it, and looks for names with them.

    A word is looked for among those with the same beginning, for there may be very many.
    """
    rule = load_table("question")["suggestion"]
    alternatives = []
    for word in split_name(text):
        begin = func.substr(parts.c.part, 1, rule["beginning"]) == word[: rule["beginning"]]
        near = connection.scalars(select(parts.c.part).where(begin).distinct()).all()
        alternatives.append([word] if word in near else _liken(word, near))
    found: dict[str, None] = {}
    for words in _combine(alternatives):
        rows = connection.execute(_select_by_parts(terms, parts, words).limit(rule["most"]))
        found |= dict.fromkeys(row[1] for row in rows)
    return tuple(found)[: rule["most"]]


def _combine(alternatives: list[list[str]]) -> list[tuple[str, ...]]:
    """Lists the likeliest combination, and each word by itself where not all of them are together."""
    likeliest = tuple(dict.fromkeys(words[0] for words in alternatives if words))
    others = [(word,) for words in alternatives for word in words]
    return [likeliest, *others] if likeliest else []


def _liken(text: str, others: Iterable[str]) -> list[str]:
    rule = load_table("question")["suggestion"]
    return get_close_matches(text, list(others), n=rule["most"], cutoff=rule["likeness"])
