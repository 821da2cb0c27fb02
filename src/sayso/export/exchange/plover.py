"""PLOVER: events as records, a line of JSON each, with the CAMEO codes that their types replace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from sayso.export.exchange.iri import name_record
from sayso.export.exchange.passage import cut_passage
from sayso.export.exchange.sequence import dump
from sayso.model import Actor, Event, Place, Reading, Span
from sayso.vocab import load_table

Node = dict[str, Any]


def write_plover(readings: Iterable[Reading], stream: TextIO) -> None:
    """Writes each event as one line of JSON."""
    for reading in readings:
        stream.writelines(dump(record) + "\n" for record in list_events(reading))


def list_events(reading: Reading) -> Iterator[Node]:
    """Yields the record of each event; mode and context, which are not read, are absent."""
    places = {place.id: place for place in reading.places}
    for event in reading.events:
        yield _describe(reading, event, places.get(event.place or ""))


def find_root(type: str) -> str | None:
    """Returns the CAMEO root code that most codes of a PLOVER type have, or null for a disaster."""
    codes: dict[str, int] = load_table("cameo")[type]["codes"]
    return max(codes, key=lambda root: codes[root], default=None)


def _describe(reading: Reading, event: Event, place: Place | None) -> Node:
    article = reading.article
    entry = load_table("cameo")[event.type]
    return {
        "id": name_record(article, event.id),
        "date": None if event.date is None else event.date.to_dict(),
        "type": event.type,
        "quad": entry["quad"],
        "cameo": {"root": find_root(event.type), "roots": sorted(entry["codes"])},
        "source": [_describe_party(span, reading.actors) for span in event.actors],
        "target": [_describe_party(span, reading.actors) for span in event.recipients],
        "place": None if place is None else _describe_place(place),
        "factuality": event.factuality,
        "attribution": event.attribution,
        "confidence": event.confidence,
        "text": event.trigger.to_dict(),
        "passage": cut_passage(article.text, event.trigger).to_dict(),
        "article": {
            "id": article.id,
            "url": article.url,
            "publisher": article.publisher,
            "published": article.published,
            "language": article.language,
        },
    }


def _describe_party(span: Span, actors: Iterable[Actor]) -> Node:
    """Returns the words for a party, and which actor of the article they name, or null."""
    actor = next((a for a in actors if any(_is_within(mention, span) for mention in a.mentions)), None)
    return {
        **span.to_dict(),
        "actor": None if actor is None else {"id": actor.id, "name": actor.name, "kind": actor.kind},
    }


def _is_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _describe_place(place: Place) -> Node:
    return {
        "name": place.name or place.span.text,
        "kind": place.kind,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonames": place.geonames,
    }
