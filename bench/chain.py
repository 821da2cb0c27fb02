"""Chains: how well groups of mentions agree with the gold's, by the measures of the CoNLL shared tasks.

All mentions are given, so each is in one group and in one chain; groups of one mention count as any other, but
MUC, which counts links, does not see them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Groups = Sequence[frozenset[Hashable]]


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


def gather(labels: Mapping[Hashable, Hashable]) -> list[frozenset[Hashable]]:
    """Returns the groups of the mentions that share a label."""
    groups: dict[Hashable, set[Hashable]] = {}
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
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if not gold or not found:
        return Score(0.0, 0.0)
    holder = {mention: j for j, group in enumerate(found) for mention in group}
    likeness = np.zeros((len(gold), len(found)))
    for i, group in enumerate(gold):
        for mention in group:
            likeness[i, holder[mention]] += 1
    likeness *= 2 / np.add.outer([len(g) for g in gold], [len(g) for g in found])
    best = float(likeness[linear_sum_assignment(-likeness)].sum())
    return Score(best / len(gold), best / len(found))


def score_chains(gold: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> dict[str, Score]:
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
