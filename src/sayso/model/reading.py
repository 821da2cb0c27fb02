"""Reading: all that was read from one article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from sayso.errors import ModelError
from sayso.model.actor import Actor
from sayso.model.article import Article
from sayso.model.attribution import Attribution
from sayso.model.chain import Hop, trace_chain
from sayso.model.event import Event
from sayso.model.figure import Figure
from sayso.model.place import Place
from sayso.model.record import Record
from sayso.model.relation import Relation
from sayso.model.span import Span
from sayso.model.time import Time

# Characters that break a line for some readers of JSONL, and surrogates, which UTF-8 cannot hold.
_FRAGILE = re.compile("[\x7f\x85\u2028\u2029\ud800-\udfff]")
_REMEDY = "make the reading again from its article; it was changed or joined by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """What one article says and on whose word; every span points into `article.text`.

    Attributes:
        article: what was read.
        attributions: who is reported to say what, in the order of the text.
        figures: the counts that it gives.
        events: the happenings that it reports.
        times: its expressions of time.
        places: its toponyms.
        actors: those who act or speak in it.
        relations: what its claims and figures do to one another.
    """

    article: Article
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    relations: tuple[Relation, ...] = ()

    def to_json(self) -> str:
        """Returns the reading as one line of JSON, without a newline at its end."""
        line = json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return _FRAGILE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)

    @classmethod
    def from_json(cls, line: str) -> Reading:
        """Builds a reading from what `to_json` returned.

        Raises:
            ModelError: the line is not JSON or not of this form (MDL004).
        """
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ModelError(
                "MDL004", f"the line is not JSON ({error})", "give one reading a line"
            ) from error
        return cls.from_dict(data)

    def chain(self, attribution_id: str) -> tuple[Hop, ...]:
        """Returns the source chain of an attribution: outlet, audience that was told, speakers, root last.

        Raises:
            ModelError: an attribution on the way is unknown (MDL003), or parents form a circle (MDL005).
        """
        return trace_chain(self.attributions, attribution_id, self.article.publisher, self.actors)

    def validate(self) -> None:
        """Checks that the reading holds together.

        Raises:
            ModelError: a span lies outside of the text or differs from it (MDL002), an id is unknown (MDL003)
                or used twice, or parents go in a circle (MDL005), or a confidence is not 0 to 1 (MDL006).
        """
        for span in _find_spans(self):
            _validate_span(span, self.article.text)
        _validate_ids(self)
        for attribution in self.attributions:
            self.chain(attribution.id)
        claims: tuple[Attribution | Figure | Event, ...] = (*self.attributions, *self.figures, *self.events)
        for claim in claims:
            if not 0 <= claim.confidence <= 1:
                raise ModelError("MDL006", f"{claim.id} has a confidence of {claim.confidence}", _REMEDY)


def _find_spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Record):
        for field in fields(value):  # type: ignore[arg-type]  # every record is a dataclass
            yield from _find_spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _find_spans(item)


def _validate_span(span: Span, text: str) -> None:
    if not 0 <= span.start < span.end <= len(text):
        fault = f"the span {span.start}–{span.end} is empty or outside of a text of {len(text)} characters"
        raise ModelError("MDL002", fault, _REMEDY, start=span.start, end=span.end)
    if text[span.start : span.end] != span.text:
        fault = (
            f"the span {span.start}–{span.end} says {span.text!r}, the text {text[span.start : span.end]!r}"
        )
        raise ModelError("MDL002", fault, _REMEDY, start=span.start, end=span.end)


def _validate_ids(reading: Reading) -> None:
    attributions = _collect_ids(reading.attributions)
    places, actors = _collect_ids(reading.places), _collect_ids(reading.actors)
    figures = _collect_ids(reading.figures)
    related = _collect_ids((*reading.attributions, *reading.figures, *reading.events))
    _collect_ids(reading.times)
    reported: tuple[Figure | Event, ...] = (*reading.figures, *reading.events)
    uses: list[tuple[str | None, set[str]]] = [
        *((attribution.parent, attributions) for attribution in reading.attributions),
        *((attribution.speaker.actor, actors) for attribution in reading.attributions),
        *((claim.attribution, attributions) for claim in reported),
        *((figure.part_of, figures) for figure in reading.figures),
        *((claim.place, places) for claim in reported),
        *((end, related) for relation in reading.relations for end in (relation.from_, relation.to)),
    ]
    for used, known in uses:
        if used is not None and used not in known:
            raise ModelError("MDL003", f"the id {used} is used but not defined", _REMEDY, id=used)


def _collect_ids(records: Iterable[Attribution | Figure | Event | Time | Place | Actor]) -> set[str]:
    ids: set[str] = set()
    for record in records:
        if record.id in ids:
            raise ModelError("MDL005", f"the id {record.id} is used twice", _REMEDY, id=record.id)
        ids.add(record.id)
    return ids
