"""Actors: those whom an article names, with all their mentions, what they are and the role it gives them."""

from __future__ import annotations

from itertools import count

from sayso.model import Actor, ActorKind, Span
from sayso.reader.figure.word import Words
from sayso.reader.speaker.cast import Cast
from sayso.reader.speaker.somebody import Somebody
from sayso.vocab import load_table
from sayso.vocab.gazetteer.name import fold_name


def find_actors(cast: Cast) -> tuple[Actor, ...]:
    """Returns the actors of a text whose speakers were found, in the order of their first mentions."""
    return tuple(
        Actor(
            id=f"N{i}",
            name=somebody.name or "",
            kind=tell_kind(somebody),
            mentions=_list_mentions(cast.words, somebody),
            role=_find_role(cast.words, somebody),
        )
        for i, somebody in zip(count(1), cast.list_named(), strict=False)
    )


def tell_kind(somebody: Somebody) -> ActorKind:
    """Tells what an actor is by its name and by what the text calls it; a place that speaks governs."""
    if somebody.sort == "person":
        return "person"
    if somebody.sort == "place":
        return "government"
    table = load_table("actor")
    kinds: tuple[ActorKind, ...] = ("outlet", "government", "group")
    for words in ({*fold_name(somebody.name or "").split()}, somebody.roles):
        for kind in kinds:
            if words & {*table[kind]}:
                return kind
    return "organisation"


def _list_mentions(words: Words, somebody: Somebody) -> tuple[Span, ...]:
    spans = sorted({(words.starts[m.start], words.ends[m.end - 1]) for m in somebody.mentions})
    return tuple(Span.of(words.text, *span) for span in spans)


def _find_role(words: Words, somebody: Somebody) -> str | None:
    """Returns the first of the fullest roles that the text gives, within reason."""
    longest = load_table("actor")["role_characters"]
    spans = somebody.party.roles if somebody.party is not None else []
    texts = [" ".join(words.cut(start, end).split()) for start, end in spans]
    return max(
        (text for text in texts if len(text) <= longest), key=lambda text: len(text.split()), default=None
    )
