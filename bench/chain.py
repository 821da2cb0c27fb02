"""Chains: how well groups of mentions agree with the gold's, by the measures of the CoNLL shared tasks.

All mentions are given, so each is in one group and in one chain; groups of one mention count as any other,
but MUC, which counts links, does not see them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Groups = Sequence[frozenset[str]]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """Recall, precision and F1, 0 to 1.

    Attributes:
        recall: what of the gold was found.
        precision: what of the found is in the gold.
    """

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def gather(labels: Mapping[str, str]) -> list[frozenset[str]]:
    """Returns the groups of the mentions that share a label."""
    groups: dict[str, set[str]] = {}
    for mention, label in labels.items():
        groups.setdefault(label, set()).add(mention)
    return [frozenset(group) for group in groups.values()]


def measure_muc(gold: Groups, found: Groups) -> Score:
    """Counts the links that each side lacks to hold the other's groups together (Vilain et al. 1995)."""
    return Score(_count_links(gold, found), _count_links(found, gold))


def _count_links(groups: Groups, others: Groups) -> float:
    holder = {mention: i for i, other in enumerate(others) for mention in other}
    links = sum(len(group) - 1 for group in groups)
    kept = sum(len(group) - len({holder[mention] for mention in group}) for group in groups)
    return kept / links if links else 0.0


def measure_b_cubed(gold: Groups, found: Groups) -> Score:
    """Averages over mentions how much of the group of each is in its other group (Bagga and Baldwin 1998)."""
    return Score(_average_overlap(gold, found), _average_overlap(found, gold))


def _average_overlap(groups: Groups, others: Groups) -> float:
    holder = {mention: i for i, other in enumerate(others) for mention in other}
    total = sum(len(group) for group in groups)
    shares = 0.0
    for group in groups:
        counts: dict[int, int] = {}
        for mention in group:
            counts[holder[mention]] = counts.get(holder[mention], 0) + 1
        shares += sum(count * count for count in counts.values()) / len(group)
    return shares / total if total else 0.0


def measure_ceaf(gold: Groups, found: Groups) -> Score:
    """Pairs the groups of both sides one to one for the greatest likeness: CEAF with φ4 (Luo 2005)."""
    holder = {mention: j for j, group in enumerate(found) for mention in group}
    shared: dict[int, Counter[int]] = {i: Counter(holder[m] for m in group) for i, group in enumerate(gold)}
    best = sum(_match(part) for part in _split(gold, found, shared))
    return Score(best / len(gold), best / len(found)) if gold and found else Score(0.0, 0.0)


def _split(gold: Groups, found: Groups, shared: Mapping[int, Counter[int]]) -> Iterator[Floats]:
    """Yields the likeness of groups, shape (gold, found), part by part; no mention joins two parts."""
    touching: dict[int, list[int]] = {}
    for i, counts in shared.items():
        for j in counts:
            touching.setdefault(j, []).append(i)
    left = dict.fromkeys(shared)
    while left:
        rows, queue = [], [next(iter(left))]
        del left[queue[0]]
        while queue:
            rows.append(queue.pop())
            new = dict.fromkeys(k for j in shared[rows[-1]] for k in touching[j] if k in left)
            queue += new
            for k in new:
                del left[k]
        columns = {j: n for n, j in enumerate(dict.fromkeys(j for i in rows for j in shared[i]))}
        likeness = np.zeros((len(rows), len(columns)))
        for n, i in enumerate(rows):
            for j, count in shared[i].items():
                likeness[n, columns[j]] = 2 * count / (len(gold[i]) + len(found[j]))
        yield likeness


def _match(likeness: Floats) -> float:
    """Returns the greatest sum of one cell a row and a column (Kuhn 1955, by shortest augmenting paths)."""
    if len(likeness) > likeness.shape[1]:
        likeness = likeness.T
    rows, columns = likeness.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=np.int64)
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        least, way = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=np.int64)
        used = np.zeros(columns + 1, dtype=bool)
        while owner[at]:
            used[at] = True
            cost = -likeness[owner[at] - 1] - u[owner[at]] - v[1:]
            better = ~used[1:] & (cost < least[1:])
            least[1:][better], way[1:][better] = cost[better], at
            at = 1 + int(np.where(used[1:], np.inf, least[1:]).argmin())
            step = least[at]
            u[owner[used]] += step
            v[used] -= step
            least[~used] -= step
        while at:
            owner[at] = owner[way[at]]
            at = int(way[at])
    return float(sum(likeness[owner[j] - 1, j - 1] for j in range(1, columns + 1) if owner[j]))


def score_chains(gold: Mapping[str, str], found: Mapping[str, str]) -> dict[str, Score]:
    """Scores a grouping by all three measures.

    Args:
        gold: the chain of each mention.
        found: the group of each of the same mentions.

    Raises:
        ValueError: the mentions are not the same.
    """
    if gold.keys() != found.keys():
        raise ValueError("gold and found do not hold the same mentions")
    one, other = gather(gold), gather(found)
    return {
        "MUC": measure_muc(one, other),
        "B-cubed": measure_b_cubed(one, other),
        "CEAF-e": measure_ceaf(one, other),
    }


def average(scores: Iterable[Score]) -> float:
    """Returns the mean of F1s: of the three measures, this is the CoNLL score (Pradhan et al. 2012)."""
    values = [score.f1 for score in scores]
    return sum(values) / len(values) if values else 0.0
