"""Clusters: groups that follow from pairs alone, in whatever order these came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[str, str]


def cluster(items: Iterable[str], pairs: Mapping[Pair, float], least: float) -> list[tuple[str, ...]]:
    """Groups items by average linkage (Sokal and Michener 1958), the nearest two groups first.

    The nearness of two groups is the mean over all pairs of their items; a pair that is not given is 0. Of
    groups equally near, those with the least items are joined first, so the order does not matter.

    Args:
        items: the items, each once.
        pairs: how near two items are, by the two in order; the pairs that are not near are left out.
        least: groups less near than this stay apart.

    Returns:
        The groups, each sorted, in the order of their first items.
    """
    groups: dict[str, list[str]] = {item: [item] for item in items}
    sums: dict[str, dict[str, float]] = {item: {} for item in groups}
    for (one, other), near in pairs.items():
        sums[one][other] = sums[other][one] = near
    heap = [(-near, *pair) for pair, near in pairs.items() if near >= least]
    heapify(heap)
    while heap:
        lost, one, other = heappop(heap)
        if one not in groups or other not in groups or _measure(groups, sums, one, other) != -lost:
            continue
        _join(groups, sums, one, other)
        for third in sums[one]:
            near = _measure(groups, sums, one, third)
            if near >= least:
                heappush(heap, (-near, min(one, third), max(one, third)))
    return sorted(tuple(sorted(group)) for group in groups.values())


def _measure(groups: dict[str, list[str]], sums: dict[str, dict[str, float]], one: str, other: str) -> float:
    return sums[one][other] / (len(groups[one]) * len(groups[other]))


def _join(groups: dict[str, list[str]], sums: dict[str, dict[str, float]], one: str, other: str) -> None:
    """Joins the second group to the first; a group is known by its least item."""
    groups[one] += groups.pop(other)
    for third, near in sums.pop(other).items():
        sums[third].pop(other)
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + near


def join_all(items: Iterable[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """Returns for each item the least one of those that pairs join it to, directly or by way of others."""
    least = {item: item for item in items}

    def find(item: str) -> str:
        while least[item] != item:
            least[item] = item = least[least[item]]
        return item

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        least[second] = first
    return {item: find(item) for item in least}
