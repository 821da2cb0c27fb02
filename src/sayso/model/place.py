"""Place: a toponym with its position, or the reason why it has none."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.record import Record
from sayso.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A place that an article names.

    Attributes:
        id: unique within the reading.
        span: the toponym as it stands.
        name: what the article calls it, the same for all its mentions; the gazetteer's name where the article
            only abbreviates it.
        kind: the gazetteer's kind of place, or null.
        country: ISO 3166-1 alpha-2 code, or null.
        lat: degrees north, or null.
        lon: degrees east, or null.
        geonames: GeoNames id, or null.
        unresolved: why the place could not be told, or null where it could.
    """

    id: str
    span: Span
    name: str
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    unresolved: str | None
