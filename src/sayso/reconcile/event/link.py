"""Links between events, and the groups that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from sayso.reconcile.cluster import Pair, cluster
from sayso.reconcile.event.evidence import list_evidence
from sayso.reconcile.event.sketch import EventSketch
from sayso.reconcile.link import Link, explain, rate
from sayso.vocab import load_table

WEIGHTS = "event_link_weight"


def compare_events(one: EventSketch, other: EventSketch, near: float = 0.0) -> Link:
    """Tells how likely two events are the same, and why; the same whichever comes first.

    Args:
        one: an event.
        other: another one, of another article or of the same.
        near: how likely their articles are on one story, see `compare_stories`; two of one article need none.
    """
    first, second = sorted((one, other), key=lambda sketch: sketch.id)
    evidence, weights = list_evidence(first, second, near), load_table(WEIGHTS)
    return Link(
        pair=(first.id, second.id),
        spans=(first.trigger, second.trigger),
        score=rate(evidence, weights),
        evidence=explain(evidence, weights),
    )


def find_links(sketches: Iterable[EventSketch], near: Mapping[Pair, float]) -> dict[Pair, Link]:
    """Compares the events of one story and keeps the pairs that may be the same.

    Args:
        sketches: the events of the articles of a story.
        near: how likely two of its articles are on one story, by their ids, the lesser first; events of
            articles that are not listed are not compared.
    """
    links: dict[Pair, Link] = {}
    least = load_table("event_link")["pair"]
    for one, other in combinations(sketches, 2):
        articles = (min(one.article, other.article), max(one.article, other.article))
        if one.article == other.article or articles in near:
            link = compare_events(one, other, near.get(articles, 0.0))
            if link.score >= least:
                links[link.pair] = link
    return links


def group_events(events: Iterable[str], links: Mapping[Pair, Link]) -> list[tuple[str, ...]]:
    """Groups the ids of events that are the same, each group sorted; one that has no like stands alone."""
    scores = {pair: link.score for pair, link in links.items()}
    return cluster(events, scores, load_table("event_link")["event"])
