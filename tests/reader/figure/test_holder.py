"""Which places hold which."""

from __future__ import annotations

from sayso.model import Place, Span
from sayso.reader.figure.holder import list_holders
from sayso.vocab.gazetteer import load_gazetteer


def make(name: str) -> Place:
    """Makes the best-known place of a name, or an unresolved one."""
    found = load_gazetteer().find(name)
    entry = found[0][0] if found else None
    return Place(
        id=name, span=Span(start=0, end=len(name), text=name), name=entry and entry.name,
        kind=entry and entry.kind, country=entry and entry.country, lat=entry and entry.lat,
        lon=entry and entry.lon, geonames=entry and entry.geonames, unresolved=None if entry else "unknown",
    )  # fmt: skip


def test_a_country_holds_its_towns() -> None:
    """Beirut lies in Lebanon, and nothing of the text in Oslo."""
    assert list_holders([make("Lebanon"), make("Beirut"), make("Oslo")]) == ({0}, {1})


def test_an_unresolved_place_holds_nothing() -> None:
    """A place without coordinates has no part in it."""
    assert list_holders([make("Qwertyville"), make("Beirut")]) == (set(), set())
