"""Gold: readings as people annotate them, to train and to measure a reader with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.export.exchange.sequence import write_array
from sayso.model import Attribution, Event, Figure, Reading, Span

ARTICLES = "articles.json"
"""The file with the articles, beside one file of annotations for each."""

Mark = str | dict[str, Any]
"""Words of the text; where they stand several times and not the first is meant, with the number of theirs."""


def write_gold(items: Iterable[tuple[Reading, tuple[str, ...]]], folder: Path) -> int:
    """Writes a file of annotations for each reading, and the articles in one file beside them.

    Args:
        items: readings, each with the ids of the records that people have looked at.
        folder: a folder that exists.

    Returns:
        How many readings were written.
    """
    names: set[str] = {Path(ARTICLES).stem}

    def write() -> Iterator[dict[str, Any]]:
        for reading, reviewed in items:
            name = _name(reading.article.id, names)
            names.add(name)
            text = json.dumps(annotate(reading, reviewed), ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(text + "\n", "utf-8")
            article = reading.article
            yield {field: getattr(article, field) for field in ("id", "url", "published", "title", "text")}

    with (folder / ARTICLES).open("w", encoding="utf-8", newline="\n") as stream:
        write_array(write(), stream)
    return len(names) - 1


def annotate(reading: Reading, reviewed: Iterable[str] = ()) -> dict[str, Any]:
    """Returns a reading in the form of the annotation guide.

    What that form cannot hold is left out: a claim without content, a figure without a number. An act that
    was never read is a statement.

    Args:
        reading: the reading.
        reviewed: ids of the records that people have looked at; the others are the machine's.
    """
    text = reading.article.text
    claims = [claim for claim in reading.attributions if claim.content]
    figures = [figure for figure in reading.figures if (figure.low, figure.high) != (None, None)]
    records: list[Attribution | Figure | Event] = [*claims, *figures, *reading.events]
    known = {record.id for record in records}
    places = {place.id: place for place in reading.places}
    return {
        "id": reading.article.id,
        "attributions": [_annotate_claim(text, claim, known) for claim in claims],
        "figures": [
            _annotate_figure(text, figure, known, _get(places, figure.place, "name")) for figure in figures
        ],
        "events": [
            _annotate_event(text, event, known, _get(places, event.place, "span")) for event in reading.events
        ],
        "relations": [r.to_dict() for r in reading.relations if {r.from_, r.to} <= known],
        "reviewed": [label for label in reviewed if label in known],
    }


def mark(text: str, span: Span | None) -> Mark | None:
    """Returns words with the number of the place at which they stand, counted over the whole text."""
    if span is None:
        return None
    number, at = 0, -1
    while at < span.start:
        number, at = number + 1, text.index(span.text, at + 1)
    return span.text if number == 1 else {"t": span.text, "n": number}


def _annotate_claim(text: str, claim: Attribution, known: set[str]) -> dict[str, Any]:
    speaker = claim.speaker
    return {
        "id": claim.id,
        "source": mark(text, claim.source),
        "cue": mark(text, claim.cue),
        "content": [mark(text, span) for span in claim.content],
        "quotation": claim.quotation,
        "act": claim.act or "state",
        "speaker": speaker.name,
        "speaker_kind": speaker.kind,
        **({} if speaker.reason is None else {"speaker_reason": speaker.reason}),
        "audience": mark(text, claim.audience),
        "parent": _keep(claim.parent, known),
    }


def _annotate_figure(text: str, figure: Figure, known: set[str], place: str | None) -> dict[str, Any]:
    return {
        "id": figure.id,
        "span": mark(text, figure.span),
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "measure": figure.measure,
        "of": mark(text, figure.of),
        "place": place,
        "as_of": figure.as_of,
        "since": figure.since,
        "counter": figure.counter,
        "attribution": _keep(figure.attribution, known),
    }


def _annotate_event(text: str, event: Event, known: set[str], place: Span | None) -> dict[str, Any]:
    return {
        "id": event.id,
        "trigger": mark(text, event.trigger),
        "type": event.type,
        "actors": [mark(text, span) for span in event.actors],
        "recipients": [mark(text, span) for span in event.recipients],
        "place": mark(text, place),
        "date": event.date and event.date.start,
        "factuality": event.factuality,
        "attribution": _keep(event.attribution, known),
    }


def _get(places: dict[str, Any], id: str | None, field: str) -> Any:
    return None if id is None else getattr(places[id], field)


def _keep(id: str | None, known: set[str]) -> str | None:
    return id if id in known else None


def _name(id: str, taken: set[str]) -> str:
    """Returns the name of a file that an id can have, and no other has."""
    name = own = re.sub(r"[^\w-]+", "-", id).strip("-") or "article"
    number = 1
    while name in taken:
        number += 1
        name = f"{own}-{number}"
    return name
