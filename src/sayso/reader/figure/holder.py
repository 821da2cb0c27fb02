"""Which places of a text lie in which others, by the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sayso.model import Place
from sayso.vocab.gazetteer import Entry, load_gazetteer

_NEAR = 1e-4


def list_holders(places: Sequence[Place]) -> tuple[set[int], set[int]]:
    """Returns the indices of the places that hold another one, and of those that another one holds."""
    entries = [None if p.lat is None or p.lon is None else _find_entry(p.name, p.lat, p.lon) for p in places]
    rows = {entry.row for entry in entries if entry is not None}
    within = {row for entry in entries if entry is not None for row in entry.within}
    holders = {i for i, entry in enumerate(entries) if entry is not None and entry.row in within}
    held = {i for i, entry in enumerate(entries) if entry is not None and rows.intersection(entry.within)}
    return holders, held


@lru_cache(maxsize=4096)
def _find_entry(name: str, lat: float, lon: float) -> Entry | None:
    """Returns the gazetteer's entry of a resolved place."""
    found = (entry for entry, _ in load_gazetteer().find(name))
    return next((e for e in found if abs(e.lat - lat) < _NEAR and abs(e.lon - lon) < _NEAR), None)
