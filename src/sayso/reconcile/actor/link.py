"""Links between actors, and the groups that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.reconcile.actor.evidence import list_evidence
from sayso.reconcile.actor.name import is_person, sound_out
from sayso.reconcile.actor.sketch import ActorSketch
from sayso.reconcile.cluster import Pair, cluster
from sayso.reconcile.link import Link, explain, rate
from sayso.vocab import load_table

WEIGHTS = "actor_link_weight"


def compare_actors(one: ActorSketch, other: ActorSketch, near: float = 0.0) -> Link | None:
    """Tells how likely two actors of different articles are the same, and why, whichever comes first.

    Args:
        one: an actor.
        other: one of another article.
        near: how likely their articles are on one story, see `compare_stories`.

    Returns:
        Null where they must stay apart whatever else speaks for them.
    """
    first, second = sorted((one, other), key=lambda sketch: sketch.id)
    evidence = list_evidence(first, second, near)
    if evidence is None:
        return None
    weights = load_table(WEIGHTS)
    return Link(
        pair=(first.id, second.id),
        spans=(first.span, second.span),
        score=rate(evidence, weights),
        evidence=explain(evidence, weights),
    )


def list_keys(sketch: ActorSketch) -> Iterator[str]:
    """Yields what two actors share, some of it at least, if they can be the same.

    That is how the surname of a person sounds; of a body how a word of its name sounds, a short form and the
    initials; and the nouns that they are called.
    """
    yield from (f"noun:{noun}" for noun in sorted(sketch.nouns))
    if not sketch.name:
        return
    if is_person(sketch):
        yield f"person:{sound_out(sketch.name[-1])}"
    else:
        table = load_table("speaker")
        heavy = [word for word in sketch.name if word not in table["small"]]
        yield from (f"body:{sound_out(word)}" for word in dict.fromkeys(heavy))
        yield from (f"short:{short}" for short in sorted(sketch.acronyms))
        if len(sketch.name) > 1:
            yield from (f"short:{short}" for short in dict.fromkeys(map(_take, (sketch.name, heavy))))


def _take(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


def find_links(sketches: Iterable[ActorSketch], near: Mapping[Pair, float]) -> dict[Pair, Link]:
    """Compares the actors that share a key and keeps the pairs that may be the same.

    Args:
        sketches: the actors of any number of articles.
        near: how likely two articles are on one story, by their ids, the lesser first; 0 where not listed.
    """
    holders: dict[str, list[ActorSketch]] = {}
    links: dict[Pair, Link] = {}
    least = load_table("actor_link")["pair"]
    for sketch in sketches:
        keys = [*dict.fromkeys(list_keys(sketch))]
        others = {other.id: other for key in keys for other in holders.setdefault(key, [])}
        for other in others.values():
            if other.article != sketch.article:
                articles = (min(sketch.article, other.article), max(sketch.article, other.article))
                link = compare_actors(sketch, other, near.get(articles, 0.0))
                if link is not None and link.score >= least:
                    links[link.pair] = link
        for key in keys:
            holders[key].append(sketch)
    return links


def group_actors(actors: Iterable[str], links: Mapping[Pair, Link]) -> list[tuple[str, ...]]:
    """Groups the ids of actors who are the same, each group sorted; one who has no like stands alone."""
    scores = {pair: link.score for pair, link in links.items()}
    return cluster(actors, scores, load_table("actor_link")["actor"])
