"""Duplicates: articles that are copies of each other, whole or in part; a copy corroborates nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.reconcile.cluster import Pair
from sayso.reconcile.shingle import measure_containment, measure_jaccard
from sayso.reconcile.sketch import Sketch
from sayso.reconcile.story import share_keys
from sayso.vocab import load_table

Kind = Literal["same", "near", "excerpt"]


@dataclass(frozen=True, slots=True)
class Copy:
    """How an article is a copy of another one.

    Attributes:
        kind: `same`: word for word; `near`: most of either is in both; `excerpt`: most of the shorter one is
            in the longer one, as a wire story in a local report.
        share: of `near`, which share of their runs of words both have; of `excerpt`, which share of the
            shorter one's the longer one has.
    """

    kind: Kind
    share: float


def find_copy(one: Sketch, other: Sketch) -> Copy | None:
    """Tells whether two articles are copies of each other."""
    table = load_table("duplicate")
    jaccard = measure_jaccard(one.shingles, other.shingles)
    if jaccard >= table["near"]:
        return Copy("same" if one.shingles == other.shingles else "near", jaccard)
    share = measure_containment(one.shingles, other.shingles)
    shorter = min(len(one.shingles), len(other.shingles))
    if share >= table["excerpt"] and shorter >= table["excerpt_shingles"]:
        return Copy("excerpt", share)
    return None


def find_copies(sketches: Iterable[Sketch]) -> dict[Pair, Copy]:
    """Finds the copies among some articles: of those that share a band or enough of their heaviest terms.

    Returns:
        How they are copies, by the ids of two articles, the lesser first.
    """
    bands: dict[int, list[Sketch]] = {}
    terms: dict[int, list[Sketch]] = {}
    copies: dict[Pair, Copy] = {}
    for sketch in sketches:
        near = {other.article: other for band in sketch.bands for other in bands.get(band, ())}
        near |= {
            other.article: other
            for term in sketch.keys
            for other in terms.get(term, ())
            if share_keys(sketch, other)
        }
        for other in near.values():
            copy = find_copy(sketch, other)
            if copy is not None:
                copies[min(sketch.article, other.article), max(sketch.article, other.article)] = copy
        for holders, keys in ((bands, sketch.bands), (terms, sketch.keys)):
            for key in keys:
                holders.setdefault(key, []).append(sketch)
    return copies
