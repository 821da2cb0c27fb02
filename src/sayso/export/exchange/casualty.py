"""Casualty: counts of casualties as the numbers that a rule book asks for."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from sayso.export.exchange.passage import cut_passage
from sayso.model import Figure, Place, Reading
from sayso.vocab import load_table

Row = dict[str, str | int | float | None]

_BEFORE = ("article", "url", "publisher", "published", "figure", "measure")
_AFTER = (
    "bound", "as_of", "since", "place", "country", "lat", "lon", "counter", "attribution", "part_of",
    "confidence", "start", "end", "words", "passage",
)  # fmt: skip


def write_casualties(readings: Iterable[Reading], stream: TextIO, book: str) -> None:
    """Writes the casualties by one rule book as CSV with a header.

    Args:
        readings: what articles say.
        stream: where to.
        book: ucdp, ibc or acled.
    """
    rule = load_table("casualty_rule")[book]
    columns = (*_BEFORE, *rule["numbers"], *_AFTER)
    writer = csv.DictWriter(stream, columns, lineterminator="\n")
    writer.writeheader()
    for reading in readings:
        writer.writerows(list_casualties(reading, book))


def list_casualties(reading: Reading, book: str) -> Iterator[Row]:
    """Yields a row for each figure of a measure that the rule book counts."""
    rule = load_table("casualty_rule")[book]
    for figure in reading.figures:
        if figure.measure in rule["measures"]:
            yield describe_figure(reading, figure) | code_numbers(figure, book)


def code_numbers(figure: Figure, book: str) -> dict[str, int | None]:
    """Returns the numbers of a rule book for the interval and the bound of a figure."""
    rule = load_table("casualty_rule")[book]
    low = figure.low
    if figure.bound == "vague":
        low = rule["vague"].get(str(low), low)
    worth: dict[str, int | None] = {"low": low, "high": figure.high, "zero": 0}
    names = rule["bounds"][figure.bound]
    return {number: worth[name] for number, name in zip(rule["numbers"], names, strict=True)}


def describe_figure(reading: Reading, figure: Figure) -> Row:
    """Returns what any view of casualties says of a figure beside its numbers."""
    article = reading.article
    facts: dict[str, Any] = {
        "article": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "published": article.published,
        "figure": figure.id,
        "measure": figure.measure,
        "bound": figure.bound,
        "as_of": figure.as_of,
        "since": figure.since,
        "counter": figure.counter,
        "attribution": figure.attribution,
        "part_of": figure.part_of,
        "confidence": figure.confidence,
        "start": figure.span.start,
        "end": figure.span.end,
        "words": figure.span.text,
        "passage": cut_passage(article.text, figure.span).text,
    }
    return facts | _describe_place(next((p for p in reading.places if p.id == figure.place), None))


def _describe_place(place: Place | None) -> Row:
    if place is None:
        return dict.fromkeys(("place", "country", "lat", "lon"))
    name = place.name or place.span.text
    return {"place": name, "country": place.country, "lat": place.lat, "lon": place.lon}
