"""The given mentions of ECB+ as sketches, made by what the reader says of their articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, cast

import numpy as np

from sayso.model import Actor, ActorKind, Article, Event, EventType, Reading, Span
from sayso.reader import Reader
from sayso.reader.coreference import link_mentions
from sayso.reader.event import find_events
from sayso.reader.event.participant import find_participants, widen
from sayso.reader.figure.word import Words, list_words
from sayso.reader.place import find_places
from sayso.reader.scope import Setting
from sayso.reader.speaker.noun import to_person
from sayso.reader.stem import list_stems
from sayso.reader.time import find_times
from sayso.reconcile.actor.sketch import ActorSketch, split_name
from sayso.reconcile.event.sketch import EventSketch, Meaning, choose_stem, embed_events
from sayso.reconcile.scene import Scene
from sayso.reconcile.sketch import Sketch
from sayso.vocab import load_table
from sayso.vocab.gazetteer.name import fold_name
from training.corpus.ecbplus import Mention, Page, make_doc

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.reader.component import Component

ANY_TYPE = "ASSAULT"
"""The type by which the tree is read where the reader saw no event: its subject acts, its object suffers."""

RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
LEAST_PRONOUN, LEAST_NOUN = 0.3, 0.5
"""How likely an antecedent must be."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document with its given mentions.

    Attributes:
        page: the document.
        sketch: the sketch of its article.
        events: its given events by id.
        actors: those who are given, mentions of one in one sketch, by id.
        chains: the gold chain of each mention by id.
        holders: the id in `actors` of each given mention of somebody.
    """

    page: Page
    sketch: Sketch
    events: dict[str, EventSketch]
    actors: dict[str, ActorSketch] = field(default_factory=dict)
    chains: dict[str, str] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)


def read_cases(pages: Iterable[Page], reader: Reader) -> Iterator[Case]:
    """Reads documents and makes the sketches of what is marked in them."""
    component = cast("Component", reader.nlp.get_pipe("sayso"))
    embed = cache(reader.embed_text)
    for page in pages:
        doc = component(make_doc(page, reader.nlp.vocab))
        words = list_words(doc)
        given = [mention for mention in page.mentions if mention.is_event]
        reading = make_reading(page, doc, words, [draft_event(doc, words, mention) for mention in given])
        scene, vectors = Scene.of(reading), embed_events(doc, reading.events)
        events = {}
        for event, vector in zip(reading.events, vectors, strict=True):
            sketch = EventSketch.of(reading, scene, event, Meaning(embed(event.trigger.text.lower()), vector))
            events[sketch.id] = sketch
        case = Case(page, Sketch.of(reading.article), events)
        case.chains.update({key: mention.chain for key, mention in zip(events, given, strict=True)})
        add_actors(case, words, reading, link_heads(component, doc, words, page))
        yield case


def make_reading(page: Page, doc: Doc, words: Words, drafts: list[Event]) -> Reading:
    """Makes a reading whose events are the given ones."""
    numbered = [replace(event, id=f"E{n}") for n, event in enumerate(drafts, 1)]
    times, places, attributions = find_times(doc, None), find_places(doc), doc._.attributions
    return Reading(
        article=Article.of(doc.text, id=page.name),
        attributions=attributions,
        events=find_events(words, numbered, Setting(attributions, times, places, None)),
        times=times,
        places=places,
        actors=doc._.actors,
    )


def draft_event(doc: Doc, words: Words, mention: Mention) -> Event:
    """Makes an event of a given mention; its type is that of an event that the reader found there, if any."""
    head = _find_head(words, mention)
    start, end = words.starts[head], words.ends[head]
    met = (event.type for event in doc._.events if event.trigger.start < end and start < event.trigger.end)
    kind = next(met, None)
    found: dict[str, list[Span]] = {"actor": [], "recipient": []}
    for role, at in find_participants(words, head, kind or ANY_TYPE):
        found[role].append(_cut(words, *widen(words, at)))
    return Event(
        id="",
        trigger=_cut(words, mention.tokens[0], mention.tokens[-1] + 1),
        type=cast("EventType", kind),
        actors=tuple(found["actor"]),
        recipients=tuple(found["recipient"]),
        place=None,
        date=None,
        factuality="happened",
        attribution=None,
        confidence=1.0,
    )


def add_actors(case: Case, words: Words, reading: Reading, linked: Mapping[int, int]) -> None:
    """Adds those who are given: mentions are of one if the reader says so, or share their noun or name.

    Args:
        case: the document.
        words: its words.
        reading: its reading.
        linked: the head of the mention that a mention refers back to, by its own head.
    """
    spans = [(m.end - m.start, m.start, m.end, actor) for actor in reading.actors for m in actor.mentions]
    spans.sort(key=lambda item: item[:3])
    sketches = {actor.id: ActorSketch.of(reading, actor) for actor in reading.actors}
    given = [mention for mention in case.page.mentions if mention.is_actor]
    found: dict[int, ActorSketch] = {}
    for n, mention in enumerate(given, 1):
        head = _find_head(words, mention)
        start, end = words.starts[head], words.ends[head]
        actor = next((a for _, low, high, a in spans if low <= start and end <= high), None)
        sketch = sketches[actor.id] if actor else _make_sketch(words, reading, mention, head)
        if not sketch.name and linked.get(head) in found:
            sketch = found[linked[head]]
        found[head] = sketch
        key = f"{case.page.name}#M{n}"
        case.actors.setdefault(sketch.id, sketch)
        case.holders[key] = sketch.id
        case.chains[key] = mention.chain


def link_heads(component: Component, doc: Doc, words: Words, page: Page) -> dict[int, int]:
    """Returns which given mention each other one likeliest refers back to, by their heads, if any is likely.

    A relative pronoun refers to the noun that its clause describes; all else is the encoder's word.
    """
    states, at = component.encode(doc)
    place = {token: i for i, token in enumerate(at.tolist())}
    heads = sorted({_find_head(words, m) for m in page.mentions if m.is_actor} & place.keys())
    links = link_mentions(
        states, component.encoder.weights, np.array([place[h] for h in heads], dtype=np.int64)
    )
    linked = {}
    for head, found in zip(heads, links, strict=True):
        likely = max(found, key=lambda item: item[1], default=(0, 0.0))
        if likely[1] >= (LEAST_PRONOUN if is_pronoun(words.lower[head]) else LEAST_NOUN):
            linked[head] = heads[likely[0]]
        clause = next((i for i in words.climb(head) if words.dep[i] == "acl:relcl"), None)
        if words.lower[head] in RELATIVE and clause is not None:
            linked[head] = words.head[clause]
    return linked


def is_pronoun(word: str) -> bool:
    """Tells whether a token is a pronoun, with what ECB+ leaves joined to it: "she's"."""
    word = word.replace("’", "'").partition("'")[0]
    return word in load_table("speaker")["person_of"] or word in load_table("event_link")["pronoun"]


def _make_sketch(words: Words, reading: Reading, mention: Mention, head: int) -> ActorSketch:
    """Makes the sketch of somebody whom the reader does not list: by a name, a noun, or a pronoun alone."""
    span = _cut(words, mention.tokens[0], mention.tokens[-1] + 1)
    word, named = words.lower[head], words.pos[head] == "PROPN"
    kind: ActorKind = "person" if words.label[head] == "Person" else "organisation"
    name = split_name(span.text, kind) if named else ()
    listed = (actor for actor in reading.actors if {*name} & {*split_name(actor.name, actor.kind)[-1:]})
    actor = next(listed, None)
    if actor is not None:
        return ActorSketch.of(reading, actor)
    noun = "" if named or is_pronoun(word) else choose_stem(list_stems(fold_name(word) or word))
    own = " ".join(name) or (f"noun {noun}" if noun else f"pronoun {head}")
    made = Actor(id=own, name=" ".join(name), kind=kind, mentions=(span,), role=None)
    return replace(ActorSketch.of(reading, made), nouns=frozenset({to_person(noun) or noun} - {""}))


def _find_head(words: Words, mention: Mention) -> int:
    inside = {*mention.tokens}
    outer = (at for at in mention.tokens if words.head[at] == at or words.head[at] not in inside)
    return next(outer, mention.tokens[0])


def _cut(words: Words, start: int, end: int) -> Span:
    return Span.of(words.text, words.starts[start], words.ends[end - 1])
