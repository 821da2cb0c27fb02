"""Annotation: readings as JSON-LD of the W3C Web Annotation Data Model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from sayso.export.exchange.iri import name_article, name_record
from sayso.export.exchange.sequence import write_array
from sayso.model import (
    Actor,
    Article,
    Attribution,
    Event,
    Figure,
    Place,
    Reading,
    Relation,
    Span,
    Time,
)
from sayso.vocab import load_table

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_GEONAMES = "https://sws.geonames.org/"

Node = dict[str, Any]


def write_annotations(readings: Iterable[Reading], stream: TextIO) -> None:
    """Writes one JSON array of annotations, each whole in itself."""
    write_array((node for reading in readings for node in list_annotations(reading)), stream)


def list_annotations(reading: Reading) -> Iterator[Node]:
    """Yields an annotation for each attribution, figure, event, time, place, actor and relation."""
    article = reading.article
    for attribution in reading.attributions:
        yield _annotate(
            article, attribution.id, attribution.content, _describe_attribution(article, attribution)
        )
    for figure in reading.figures:
        yield _annotate(article, figure.id, (figure.span,), _describe_figure(article, figure))
    for event in reading.events:
        yield _annotate(article, event.id, (event.trigger,), _describe_event(article, event))
    for time in reading.times:
        yield _annotate(article, time.id, (time.span,), _describe_time(time))
    for place in reading.places:
        yield _annotate(article, place.id, (place.span,), _describe_place(place))
    for actor in reading.actors:
        yield _annotate(article, actor.id, actor.mentions, _describe_actor(actor))
    for number, relation in enumerate(reading.relations, start=1):
        yield _relate(article, relation, number)


def select(article: Article, span: Span) -> Node:
    """Returns the characters of a span as a part of the article, by quotation and by position."""
    reach: int = load_table("exchange")["context"]
    return {
        "type": "SpecificResource",
        "source": name_article(article),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": article.text[max(0, span.start - reach) : span.start],
                "suffix": article.text[span.end : span.end + reach],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _annotate(article: Article, id: str, spans: Iterable[Span], body: Iterable[Node]) -> Node:
    return {
        "@context": _CONTEXT,
        "id": name_record(article, id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": list(body),
        "target": [select(article, span) for span in spans],
    }


def _relate(article: Article, relation: Relation, number: int) -> Node:
    return {
        "@context": _CONTEXT,
        "id": name_record(article, f"R{number}"),
        "type": "Annotation",
        "motivation": "linking",
        "body": [_say("classifying", "relation"), _say("tagging", relation.type)],
        "target": [name_record(article, relation.from_), name_record(article, relation.to)],
    }


def _say(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _tag(*values: str | None) -> Iterator[Node]:
    yield from (_say("tagging", value) for value in values if value is not None)


def _point(article: Article, *spans: Span | None) -> Iterator[Node]:
    for span in spans:
        if span is not None:
            yield {"purpose": "linking", **select(article, span)}


def _describe_attribution(article: Article, attribution: Attribution) -> Iterator[Node]:
    speaker = attribution.speaker
    yield _say("classifying", "attribution")
    yield from _tag(attribution.quotation, attribution.act, speaker.kind)
    if speaker.name is not None:
        yield _say("identifying", speaker.name)
    yield from _point(article, attribution.source, attribution.cue, attribution.audience)


def _describe_figure(article: Article, figure: Figure) -> Iterator[Node]:
    yield _say("classifying", "figure")
    yield from _tag(figure.measure, figure.bound)
    interval = "/".join(".." if end is None else str(end) for end in (figure.low, figure.high))
    yield _say("describing", interval)
    yield from _point(article, figure.of)


def _describe_event(article: Article, event: Event) -> Iterator[Node]:
    yield _say("classifying", "event")
    yield from _tag(event.type, event.factuality)
    if event.date is not None:
        yield _say("describing", f"{event.date.start}/{event.date.end}")
    yield from _point(article, *event.actors, *event.recipients)


def _describe_time(time: Time) -> Iterator[Node]:
    yield _say("classifying", "time")
    yield from _tag(time.type)
    yield _say("identifying", time.value)


def _describe_place(place: Place) -> Iterator[Node]:
    yield _say("classifying", "place")
    yield from _tag(place.kind, place.country)
    yield _say("identifying", place.name or place.span.text)
    if place.geonames is not None:
        iri = f"{_GEONAMES}{place.geonames}/"
        yield {"type": "SpecificResource", "purpose": "identifying", "source": iri}
    if place.unresolved is not None:
        yield _say("describing", f"unresolved: {place.unresolved}")


def _describe_actor(actor: Actor) -> Iterator[Node]:
    yield _say("classifying", "actor")
    yield from _tag(actor.kind)
    yield _say("identifying", actor.name)
