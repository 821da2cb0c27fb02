"""Sketch: what is kept of an article to find those that are near it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from sayso.model import Article
from sayso.reconcile.shingle import list_bands, list_shingles
from sayso.reconcile.term import Terms, weigh_terms
from sayso.vocab import load_table


@dataclass(frozen=True, slots=True)
class Sketch:
    """What tells whether an article is a copy of another one, or on the same story.

    Attributes:
        article: the article's id.
        day: when it was published, or null.
        terms: the weights of its words.
        keys: hashes of its heaviest terms; two articles of one story share some.
        bands: hashes of the bands of its signature; two copies share one.
        shingles: hashes of all runs of words, for the exact comparison.
    """

    article: str
    day: date | None
    terms: Terms
    keys: tuple[int, ...]
    bands: tuple[int, ...]
    shingles: frozenset[int]

    @classmethod
    def of(cls, article: Article) -> Self:
        """Makes the sketch of an article, from its title and text."""
        terms = weigh_terms(f"{article.title or ''}\n{article.text}")
        shingles = list_shingles(article.text)
        return cls(
            article=article.id,
            day=read_day(article.published),
            terms=terms,
            keys=tuple(sorted(terms, key=lambda term: (-terms[term], term))[: load_table("story")["keys"]]),
            bands=tuple(list_bands(shingles)),
            shingles=frozenset(shingles),
        )


def read_day(published: str | None) -> date | None:
    """Returns the day of a date or datetime in ISO form, or null."""
    return None if published is None else date.fromisoformat(published[:10])
