"""The spaCy component: runs the encoder over a Doc and writes what it reads onto it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

from sayso.model import Actor, Attribution, Event
from sayso.reader.actor import find_actors
from sayso.reader.attribution import find_attributions
from sayso.reader.encoder.sequence import Floats
from sayso.reader.encoder.session import Encoder, States
from sayso.reader.encoder.weight import SHIPPED
from sayso.reader.entity import name_entities
from sayso.reader.event import draft_events
from sayso.reader.meaning import WIDTH, pool, project
from sayso.reader.speaker.cast import Cast
from sayso.reader.syntax import parse, split_sentences, tag

UNIVERSAL = "universal_ner"
ATTRIBUTIONS, ACTORS = "sayso_attributions", "sayso_actors"
EVENTS, VECTORS = "sayso_events", "sayso_vectors"


class Component:
    """Reads a Doc: sentences, parts of speech, dependencies, entities, attributions, actors and events.

    `doc.ents` has the nine classes of Worldwide newswire, `doc.spans["universal_ner"]` the three of
    Universal NER.

    Attributes:
        encoder: the network that it runs, one pass a text.
    """

    def __init__(self, folder: Path = SHIPPED, threads: int = 1) -> None:
        from threadpoolctl import ThreadpoolController

        self.encoder = Encoder(folder, threads)
        # Products of small matrices are slower on many threads than on one.
        self.blas = ThreadpoolController()
        _register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Reads a Doc and writes what was read onto it."""
        with self.blas.limit(limits=1, user_api="blas"):
            return self._read(doc)

    def encode(self, doc: Doc) -> tuple[States, NDArray[np.int64]]:
        """Runs the encoder over the tokens of a Doc that are not white space.

        Returns:
            What it says of each of them, and the index of each in the Doc.
        """
        at = np.array([token.i for token in doc if not token.is_space], dtype=np.int64)
        tokens = np.array([(doc[i].idx, doc[i].idx + len(doc[i])) for i in at.tolist()], dtype=np.int64)
        return self.encoder.encode(doc.text, tokens.reshape(-1, 2)), at

    def annotate(self, doc: Doc, states: States, at: NDArray[np.int64]) -> None:
        """Writes the tags, trees and names onto a Doc that `encode` gave the states of."""
        labels = self.encoder.weights.labels
        _write_syntax(doc, at, states, self.encoder)
        doc.set_ents(_find_names(doc, at, states.names, labels.names))
        doc.spans[UNIVERSAL] = _find_names(doc, at, states.coarse, labels.coarse)

    def _read(self, doc: Doc) -> Doc:
        states, at = self.encode(doc)
        doc.spans[UNIVERSAL] = []
        if not len(at):
            return doc
        weights = self.encoder.weights
        self.annotate(doc, states, at)
        vectors = np.zeros((len(doc), states.hidden.shape[1]), dtype=np.float16)
        vectors[at] = project(states.hidden, weights)
        cast = Cast(doc)
        attributions = find_attributions(doc, cast, states, weights, at)
        events = draft_events(cast.words, states, weights, at, attributions)
        # Plain values, so that a Doc can be written to bytes and sent between processes.
        doc.user_data[VECTORS] = vectors
        doc.user_data[ATTRIBUTIONS] = [attribution.to_dict() for attribution in attributions]
        doc.user_data[ACTORS] = [actor.to_dict() for actor in find_actors(cast)]
        doc.user_data[EVENTS] = [event.to_dict() for event in events]
        return doc


def create_sayso(nlp: Language, name: str, folder: str | None, threads: int) -> Component:
    """Creates the component for `nlp.add_pipe("sayso")`.

    Args:
        nlp: the pipeline that it joins; its tokenizer should be the blank English one.
        name: the component's name in the pipeline.
        folder: folder of other weights than the shipped ones, or null.
        threads: how many threads the encoder may use.
    """
    return Component(SHIPPED if folder is None else Path(folder), threads)


Language.factory("sayso", default_config={"folder": None, "threads": 1}, func=create_sayso)


def _register_extensions() -> None:
    Doc.set_extension("attributions", getter=_get_attributions, force=True)
    Doc.set_extension("actors", getter=_get_actors, force=True)
    Doc.set_extension("events", getter=_get_events, force=True)
    Span.set_extension("meaning", getter=_embed_span, force=True)


def _get_attributions(doc: Doc) -> tuple[Attribution, ...]:
    return tuple(Attribution.from_dict(values) for values in doc.user_data.get(ATTRIBUTIONS, ()))


def _get_events(doc: Doc) -> tuple[Event, ...]:
    return tuple(Event.from_dict(values) for values in doc.user_data.get(EVENTS, ()))


def _get_actors(doc: Doc) -> tuple[Actor, ...]:
    return tuple(Actor.from_dict(values) for values in doc.user_data.get(ACTORS, ()))


def _embed_span(span: Span) -> NDArray[np.float32]:
    """Returns the unit vector of a span of a read Doc, shape (384,); zeros where it holds no word."""
    vectors = span.doc.user_data.get(VECTORS)
    if vectors is None:
        return np.zeros(WIDTH, dtype=np.float32)
    words = [token.i for token in span if not token.is_space]
    return pool(vectors[words].astype(np.float32))


def _find_names(doc: Doc, at: NDArray[np.int64], scores: Floats, labels: Sequence[str]) -> list[Span]:
    found = name_entities(scores, labels)
    return [Span(doc, int(at[a]), int(at[b - 1]) + 1, label=label) for a, b, label in found]


def _write_syntax(doc: Doc, at: NDArray[np.int64], states: States, encoder: Encoder) -> None:
    """Writes tags and trees; white space hangs on the token before it, or on the first word."""
    upos, xpos = tag(states, encoder.weights)
    heads, relations = parse(states, encoder.weights, split_sentences(states))
    previous = np.maximum(np.searchsorted(at, np.arange(len(doc)), side="right") - 1, 0)
    head = at[previous]
    head[at] = at[heads]
    strings = doc.vocab.strings
    rows: Any = np.zeros((len(doc), 4), dtype=np.uint64)
    rows[:, 0] = (head - np.arange(len(doc))).astype(np.uint64)
    rows[:, 1], rows[:, 2], rows[:, 3] = strings.add("dep"), strings.add("SPACE"), strings.add("_SP")
    for column, values in ((1, relations), (2, upos), (3, xpos)):
        rows[at, column] = [strings.add("ROOT" if value == "root" else value) for value in values]
    doc.from_array([HEAD, DEP, POS, TAG], rows)
