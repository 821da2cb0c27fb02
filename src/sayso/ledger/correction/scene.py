"""Scene: what the records of a reading point at, its text, actors and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.ledger.correction.quote import fold, list_occurrences
from sayso.model import Actor, Place, Reading, Span
from sayso.vocab import load_table


class Scene:
    """Finds what a correction names; a place that the text names and the reading lacks is added.

    Attributes:
        text: the text of the article.
        actors: the actors of the reading.
        places: its places, and those that were added.
    """

    def __init__(self, reading: Reading) -> None:
        self.text = reading.article.text
        self.actors = reading.actors
        self.places = list(reading.places)

    def find_actor(self, name: str) -> Actor | None:
        """Finds the actor of this name, or null."""
        return next((a for a in self.actors if _is_same(a.name, name)), None)

    def find_mention(self, name: str) -> Span | None:
        """Finds the words that give a name: the first mention of its actor that does, or the name itself."""
        actor = self.find_actor(name)
        mentions = () if actor is None else actor.mentions
        given = next((mention for mention in mentions if _is_same(mention.text, name)), None)
        return given or next(self._cut(name), None) or next(iter(mentions), None)

    def name_place(self, id: str | None) -> str | None:
        """Returns the name of the place with this id."""
        return next((place.name or place.span.text for place in self.places if place.id == id), None)

    def find_place(self, name: str, near: Span) -> str | None:
        """Finds the id of the nearest place that is called so; null where the text does not say the name."""
        known = [p for p in self.places if _is_same(p.name, name) or _is_same(p.span.text, name)]
        if not known:
            spans = list(self._cut(name))
            if not spans:
                return None
            known = [self._add_place(name, min(spans, key=lambda span: _measure(span, near)))]
        return min(known, key=lambda place: _measure(place.span, near)).id

    def _add_place(self, name: str, span: Span) -> Place:
        place = Place(
            id=number_on("P", (place.id for place in self.places)),
            span=span,
            name=name,
            kind=None,
            country=None,
            lat=None,
            lon=None,
            geonames=None,
            unresolved=load_table("correction")["unresolved_place"],
        )
        self.places.append(place)
        return place

    def _cut(self, name: str) -> Iterator[Span]:
        places = list_occurrences(fold(self.text), fold(name))
        return (Span.of(self.text, start, end) for start, end, _ in places)


def number_on(letter: str, ids: Iterable[str]) -> str:
    """Returns the id that follows the highest of its letter."""
    numbers = [int(known[1:]) for known in ids if known[:1] == letter and known[1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


def _is_same(one: str, other: str) -> bool:
    return fold(one).casefold() == fold(other).casefold()


def _measure(span: Span, near: Span) -> int:
    return max(span.start - near.end, near.start - span.end, 0)
