"""Place and time of two events."""

from __future__ import annotations

import pytest

from sayso.model import Period, Place, Span
from sayso.reconcile.event.scope import compare_dates, compare_places


def place(name: str, kind: str, country: str, at: tuple[float, float], geonames: int) -> Place:
    return Place(
        id="P1", span=Span(start=0, end=len(name), text=name), name=name, kind=kind, country=country,
        lat=at[0], lon=at[1], geonames=geonames, unresolved=None,
    )  # fmt: skip


LUND = place("Lund", "city", "SE", (55.70, 13.19), 1)
MALMO = place("Malmö", "city", "SE", (55.60, 13.00), 2)
SWEDEN = place("Sweden", "country", "SE", (62.0, 15.0), 3)
FIJI_EAST = place("Taveuni", "city", "FJ", (-16.9, -179.9), 4)
FIJI_WEST = place("Rabi", "city", "FJ", (-16.9, 179.9), 5)
OSLO = place("Oslo", "city", "NO", (59.9, 10.7), 6)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (LUND, LUND, "same"),
        (LUND, SWEDEN, "near"),
        (LUND, MALMO, "near"),
        (LUND, OSLO, "other"),
        (OSLO, SWEDEN, "other"),
        (FIJI_EAST, FIJI_WEST, "near"),
        (LUND, None, None),
    ],
)
def test_places(one: Place, other: Place | None, answer: str | None) -> None:
    """A country holds its cities, neighbours are near, and the date line parts nobody."""
    assert compare_places(one, other) == compare_places(other, one) == answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2024-01-02", "2024-01-02", "same"),
        ("2024-01-02", "2024-01-03", "other"),
        ("2024-01", "2024-01-03", "same"),
        ("2024", "2023-12-31", "other"),
        ("XXXX-10-07", "2023-10-07", "same"),
        ("XXXX-10-07", "2023-10-08", "other"),
        ("2024-01-02", None, None),
    ],
)
def test_dates(one: str, other: str | None, answer: str | None) -> None:
    """Dates are compared as far as both go; an unknown year excludes none."""
    first, second = (None if day is None else Period(start=day, end=day) for day in (one, other))
    assert compare_dates(first, second) == compare_dates(second, first) == answer
