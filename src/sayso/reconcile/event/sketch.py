"""Sketch: what is kept of an event to tell whether another article reports it too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

from sayso.model import Actor, Event, Period, Place, Reading, Span
from sayso.reader.stem import list_stems
from sayso.reconcile.scene import Scene
from sayso.reconcile.term import Terms, split_words, weigh_terms
from sayso.vocab import load_table
from sayso.vocab.gazetteer.name import fold_name

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.reader.vector import Vectors

_STOP = re.compile(r"[.!?]['\"”’)\]]*\s+(?=['\"“‘(\[]*[A-Z0-9])|\n+")

Names = Mapping[tuple[int, int], str]
"""Names of actors by where their mentions stand."""


class Meaning(NamedTuple):
    """What a trigger means, by the encoder.

    Attributes:
        word: by itself, shape (width,), as `Reader.embed_text` tells.
        place: where it stands, shape (width,), as `embed_events` tells.
    """

    word: Vectors
    place: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class EventSketch:
    """What tells whether two events are the same.

    Attributes:
        scene: whom and what its article speaks of.
        event: id of the event in its reading.
        trigger: the words that tell of it.
        stems: for each of these words that carries meaning, what it may be an inflection of.
        type: its PLOVER type, or null where it has none.
        actors: the words of the names of those who did it, or the nouns for those without a name.
        recipients: the same of those to whom it was done.
        place: where, or null.
        date: when, or null.
        start: where its sentence begins.
        sentence: the weights of the words of its sentence.
        nearby: the weights of the words right before and behind its trigger.
        numbers: the numbers of its sentence.
        meaning: what its trigger means, see `Meaning`.
    """

    scene: Scene
    event: str
    trigger: Span
    stems: tuple[frozenset[str], ...]
    type: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    place: Place | None
    date: Period | None
    start: int
    sentence: Terms
    nearby: Terms
    numbers: frozenset[str]
    meaning: Meaning

    @property
    def article(self) -> str:
        """Id of its article."""
        return self.scene.article

    @property
    def id(self) -> str:
        """What it is known by in the whole ledger: its article and itself."""
        return f"{self.article}#{self.event}"

    @classmethod
    def of(cls, reading: Reading, scene: Scene, event: Event, meaning: Meaning) -> Self:
        """Makes the sketch of an event.

        Args:
            reading: the reading that holds it.
            scene: the scene of the reading.
            event: the event.
            meaning: what its trigger means.
        """
        text = reading.article.text
        start, end = find_sentence(text, event.trigger)
        names = name_spans(reading.actors)
        words = split_words(text[start:end])
        return cls(
            scene=scene,
            event=event.id,
            trigger=event.trigger,
            stems=tuple(stem_words(event.trigger.text)),
            type=event.type,
            actors=frozenset(name_participants(event.actors, names)),
            recipients=frozenset(name_participants(event.recipients, names)),
            place=next((place for place in reading.places if place.id == event.place), None),
            date=event.date,
            start=start,
            sentence=weigh_terms(text[start:end]),
            nearby=weigh_terms(cut_nearby(text, (start, end), event.trigger)),
            numbers=frozenset(word.replace(",", "") for word in words if word[0].isdigit()),
            meaning=meaning,
        )


def embed_events(doc: Doc, events: Sequence[Event]) -> Vectors:
    """Returns what the triggers of events mean where they stand, shape (n, width).

    Args:
        doc: a Doc that the component has read.
        events: what it read there.
    """
    import numpy as np

    from sayso.reader.component import VECTORS
    from sayso.reader.meaning import WIDTH, pool
    from sayso.reader.vector import compress

    meanings = np.zeros((len(events), WIDTH), dtype=np.float32)
    words = doc.user_data.get(VECTORS)
    if words is not None:
        at = np.array([token.idx for token in doc])
        for n, event in enumerate(events):
            low, high = np.searchsorted(at, [event.trigger.start, event.trigger.end])
            meanings[n] = pool(words[low:high].astype(np.float32))
    return compress(meanings)


def find_sentence(text: str, span: Span) -> tuple[int, int]:
    """Returns where the sentence around a span begins and ends, by its marks alone."""
    reach = load_table("event_link")["sentence_characters"]
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    stops = [match.end() for match in _STOP.finditer(text, start, end)]
    before = [stop for stop in stops if stop <= span.start]
    after = [stop for stop in stops if stop >= span.end]
    return (before[-1] if before else start), (after[0] if after else end)


def cut_nearby(text: str, sentence: tuple[int, int], span: Span) -> str:
    """Returns the words of a sentence right before and behind a span, it and those of no meaning apart."""
    size, light = load_table("event_link")["nearby_words"], load_table("event_link")["light"]
    before = split_words(text[sentence[0] : span.start])[-size:]
    behind = split_words(text[span.end : sentence[1]])[:size]
    return " ".join(word for word in (*before, *behind) if word not in light)


def stem_words(text: str) -> Iterator[frozenset[str]]:
    """Yields what each word may be an inflection of; words that carry no meaning only if no other does."""
    words = split_words(text) or [text.lower()]
    light = load_table("event_link")["light"]
    heavy = [word for word in words if not {*list_stems(word)} & {*light}]
    yield from (frozenset(list_stems(word)) for word in heavy or words)


def choose_stem(stems: Iterable[str]) -> str:
    """Returns the shortest of the words that one may be an inflection of."""
    return min(stems, key=lambda stem: (len(stem), stem))


def name_spans(actors: Iterable[Actor]) -> dict[tuple[int, int], str]:
    """Returns the names of actors by where their mentions stand."""
    return {(m.start, m.end): actor.name for actor in actors for m in actor.mentions}


def name_participants(spans: Iterable[Span], names: Names) -> Iterator[str]:
    """Yields the words of the name of the last actor in each span, or else the stem of its noun.

    A pronoun of which nobody knows whom it means yields nothing.
    """
    table = load_table("speaker")
    for span in spans:
        held = [
            (end, name) for (start, end), name in names.items() if span.start <= start and end <= span.end
        ]
        words = fold_name(max(held)[1] if held else span.text).split()
        if held:
            yield from (word for word in words if word not in table["small"])
        elif words and words[-1] not in {*table["person_of"], *load_table("event_link")["pronoun"]}:
            yield choose_stem(list_stems(words[-1]))
