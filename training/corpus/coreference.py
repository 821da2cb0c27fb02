"""Coreference in CoNLL-U: the brackets of `Entity=` become mentions, their heads the clusters of tokens."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BRACKET = re.compile(r"(\(?)([^()]+)(\)?)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens [start, end) of a document that mention the entity `group`."""

    group: str
    start: int
    end: int


def read_mentions(cells: list[str], base: int) -> Iterator[Mention]:
    """Yields the mentions of a sentence from the MISC cells of its words.

    Parts of discontinuous mentions and brackets without their other half are left out.

    Args:
        cells: one cell for each word.
        base: the number of words in the document before the sentence.
    """
    opened: dict[str, list[int]] = defaultdict(list)
    for i, cell in enumerate(cells, base):
        value = next((v[7:] for v in cell.split("|") if v.startswith("Entity=")), "")
        for opens, body, closes in _BRACKET.findall(value):
            group = body.partition("-")[0]
            if "[" in group:
                continue
            if opens:
                opened[group].append(i)
            if closes and opened[group]:
                yield Mention(group, opened[group].pop(), i + 1)


def mark_clusters(mentions: list[Mention], head: NDArray[np.int64]) -> NDArray[np.int64]:
    """Returns for each token the number of the entity whose mention it heads, or -1, shape (n,).

    Where mentions share their head, the entity that is mentioned most often has it, among equals the one
    of the longest mention.
    """
    sizes = Counter(m.group for m in mentions)
    ranked = sorted(mentions, key=lambda m: (sizes[m.group], m.end - m.start))
    group_of = {_find_head(m, head): m.group for m in ranked}
    numbers: dict[str, int] = {}
    cluster = np.full(len(head), -1, dtype=np.int64)
    for token in sorted(group_of):
        cluster[token] = numbers.setdefault(group_of[token], len(numbers))
    return cluster


def _find_head(mention: Mention, head: NDArray[np.int64]) -> int:
    """The first token of a mention whose own head is a root's, or lies outside of it."""
    for i in range(mention.start, mention.end):
        if head[i] == i or not mention.start <= head[i] < mention.end:
            return i
    return mention.start
