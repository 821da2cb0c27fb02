"""Scene: whom and what an article speaks of, by which its happenings are told from like ones elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log, sqrt
from typing import Self
from zlib import crc32

from sayso.model import Reading
from sayso.reconcile.term import Terms, compare_terms, load_counts, split_words
from sayso.vocab.gazetteer.name import fold_name


@dataclass(frozen=True, slots=True)
class Scene:
    """The names and numbers of an article.

    Attributes:
        article: id of the article.
        names: weights of the words of the names of its actors and places, see `term`.
        numbers: the numbers in it, in digits.
    """

    article: str
    names: Terms
    numbers: frozenset[str]

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Makes the scene of an article that was read."""
        often: Counter[str] = Counter()
        for actor in reading.actors:
            for word in fold_name(actor.name).split():
                often[word] += len(actor.mentions)
        often.update(word for place in reading.places for word in fold_name(place.name).split())
        words = split_words(reading.article.text)
        numbers = frozenset(word.replace(",", "") for word in words if word[0].isdigit())
        return cls(reading.article.id, weigh_names(often), numbers)


def weigh_names(often: Counter[str]) -> Terms:
    """Weighs the words of names by how often they are mentioned and how few articles have them."""
    counts = load_counts()
    weights = {
        crc32(word.encode()): (1 + log(times)) * log(counts.articles / counts.get(word))
        for word, times in often.items()
    }
    norm = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / norm for term, weight in weights.items()}


def compare_scenes(one: Scene, other: Scene) -> tuple[float, float]:
    """Returns how much two articles share, 0 to 1 each: of names, and of numbers of the one with fewer."""
    fewer = min(len(one.numbers), len(other.numbers))
    shared = len(one.numbers & other.numbers) / fewer if fewer else 0.0
    return compare_terms(one.names, other.names), shared
