"""Sketch: what is kept of an actor to tell whether another article names the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from sayso.model import Actor, ActorKind, Reading, Span
from sayso.reader.speaker.acronym import is_acronym
from sayso.reader.speaker.noun import to_person
from sayso.vocab import load_table
from sayso.vocab.gazetteer.name import fold_name

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorSketch:
    """What tells whether two actors are the same.

    Attributes:
        article: id of the article.
        actor: id of the actor in its reading.
        span: a mention that shows its name, or its first.
        kind: person, organisation, government, group, outlet or place.
        name: the words of its fullest name, folded, without titles and legal forms; none if it has no name.
        acronyms: short forms in capitals that the article itself uses for it, folded.
        nouns: what the article calls it, in the singular: offices, functions, descriptions.
        places: folded names of the places that the article speaks of.
        company: folded names of the others that it names.
    """

    article: str
    actor: str
    span: Span
    kind: ActorKind
    name: Name
    acronyms: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """What it is known by in the whole ledger: its article and itself."""
        return f"{self.article}#{self.actor}"

    @classmethod
    def of(cls, reading: Reading, actor: Actor) -> Self:
        """Makes the sketch of an actor of a reading."""
        name = split_name(actor.name, actor.kind)
        texts = [mention.text for mention in actor.mentions]
        named = [span for span in actor.mentions if fold_name(span.text) == fold_name(actor.name)]
        return cls(
            article=reading.article.id,
            actor=actor.id,
            span=(named or list(actor.mentions))[0],
            kind=actor.kind,
            name=name,
            acronyms=frozenset(list_acronyms(texts)),
            nouns=frozenset(list_nouns([(actor.role or "").lower(), *texts], name)),
            places=frozenset(fold_name(place.name) for place in reading.places),
            company=frozenset(fold_name(other.name) for other in reading.actors if other.id != actor.id),
        )


def split_name(text: str, kind: ActorKind) -> Name:
    """Returns the words of a name, folded, without titles before it and ranks or legal forms behind it."""
    table = load_table("speaker")
    words = fold_name(text).split()
    front = {"the"} if kind != "person" else {"the", *table["title"]}
    behind = {fold_name(word) for word in (table["suffix"] if kind == "person" else table["legal"])}
    while len(words) > 1 and words[0] in front:
        words.pop(0)
    while len(words) > 1 and words[-1] in behind:
        words.pop()
    return tuple(words)


def list_acronyms(texts: Iterable[str]) -> Iterator[str]:
    """Yields the mentions that are short forms in capitals, folded."""
    for text in texts:
        if " " not in text and len(text) > 1 and is_acronym(text):
            yield fold_name(text)


def list_nouns(texts: Iterable[str], name: Name) -> Iterator[str]:
    """Yields the last words of descriptions in small letters, in the singular; pronouns are none."""
    table = load_table("speaker")
    for text in texts:
        words = text.split()
        if words and words[-1][0].islower() and words[-1].lower() not in table["person_of"]:
            noun = fold_name(words[-1])
            if noun and noun not in name:
                yield to_person(noun) or noun
