"""Stories: articles on the same happening and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

from sayso.reconcile.cluster import Pair, cluster
from sayso.reconcile.sketch import Sketch
from sayso.reconcile.term import compare_terms
from sayso.vocab import load_table


def compare_stories(one: Sketch, other: Sketch) -> float:
    """Returns how near two articles are to one story, 0 to 1: by their words, less by the days between.

    An article without a date is compared by its words alone.
    """
    table = load_table("story")
    near = compare_terms(one.terms, other.terms)
    if one.day is None or other.day is None:
        return near
    days = abs((one.day - other.day).days)
    return near * exp(-days / table["decay_days"]) if days <= table["window_days"] else 0.0


def share_keys(one: Sketch, other: Sketch) -> bool:
    """Tells whether two articles share so many of their heaviest terms that they are compared at all."""
    least: int = load_table("story")["shared_keys"]
    return len({*one.keys} & {*other.keys}) >= least


def find_pairs(sketches: Iterable[Sketch]) -> dict[Pair, float]:
    """Compares the articles that share enough keys and keeps the pairs that may be on one story.

    Returns:
        How near they are, by the ids of two articles, the lesser first.
    """
    holders: dict[int, list[Sketch]] = {}
    pairs: dict[Pair, float] = {}
    least = load_table("story")["pair"]
    for sketch in sketches:
        others = {o.article: o for key in sketch.keys for o in holders.setdefault(key, [])}
        for other in others.values():
            if share_keys(sketch, other) and (near := compare_stories(sketch, other)) >= least:
                pairs[min(sketch.article, other.article), max(sketch.article, other.article)] = near
        for key in sketch.keys:
            holders[key].append(sketch)
    return pairs


def group_stories(articles: Iterable[str], pairs: Mapping[Pair, float]) -> list[tuple[str, ...]]:
    """Groups articles into stories, each sorted by id; one that is near to none is a story of its own."""
    return cluster(articles, pairs, load_table("story")["story"])
