"""Scope: whether two events can have been at the same place and time."""

from __future__ import annotations

from math import cos, hypot, inf, radians

from sayso.model import Period, Place
from sayso.vocab import load_table

DEGREE = 111.2
"""Kilometres to a degree of latitude."""
YEAR, UNKNOWN_YEAR = len("2000"), "XXXX"


def compare_places(one: Place | None, other: Place | None) -> str | None:
    """Tells whether two places are the same, near, or apart (`other`); one that holds the other is near.

    None where one is not known, or the gazetteer does not know where it is.
    """
    if one is None or other is None:
        return None
    if one.geonames == other.geonames and one.name == other.name:
        return "same"
    if one.lat is None or other.lat is None:
        return None
    if "country" in (one.kind, other.kind):
        return "near" if one.country == other.country else "other"
    reach = max(load_table("event_link")["place_km"].get(place.kind, 0) for place in (one, other))
    return "near" if measure_distance(one, other) <= reach else "other"


def measure_distance(one: Place, other: Place) -> float:
    """Returns how far two places are apart, in kilometres, on a map that is true between them."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return inf
    east = abs(one.lon - other.lon)
    east = min(east, 360 - east)
    return DEGREE * hypot(one.lat - other.lat, east * cos(radians((one.lat + other.lat) / 2)))


def compare_dates(one: Period | None, other: Period | None) -> str | None:
    """Tells whether two stretches of days meet (`same`) or exclude each other (`other`).

    None where one is not known. Dates are compared as far as both go: a month meets its days, and a year that
    is not known meets any.
    """
    if one is None or other is None:
        return None
    meet = _precedes(one.start, other.end) and _precedes(other.start, one.end)
    return "same" if meet else "other"


def _precedes(first: str, last: str) -> bool:
    size = min(len(first), len(last))
    known = YEAR if UNKNOWN_YEAR in (first[:YEAR], last[:YEAR]) else 0
    return first[known:size] <= last[known:size]
