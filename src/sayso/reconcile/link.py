"""Link: why two records of different articles, or of one, are the same, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from sayso.model import Span


@dataclass(frozen=True, slots=True)
class Link:
    """Two records that may be the same.

    Attributes:
        pair: their ids, the lesser first.
        spans: where each stands in its article, in that order.
        score: how likely it is that they are the same, 0 to 1.
        evidence: what each piece of evidence adds to the log-odds of that, the weightiest first.
    """

    pair: tuple[str, str]
    spans: tuple[Span, Span]
    score: float
    evidence: tuple[tuple[str, float], ...]


def rate(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Returns the probability that a logistic function of evidence gives; terms are added by name."""
    odds = sum(weights.get(name, 0.0) * evidence[name] for name in sorted(evidence))
    return 1 / (1 + exp(-max(-60.0, min(60.0, odds))))


def explain(evidence: Mapping[str, float], weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Returns what each piece of evidence adds to the log-odds, the weightiest first, without zeros."""
    parts = {name: round(weights.get(name, 0.0) * value, 3) for name, value in evidence.items()}
    return tuple(sorted(((k, v) for k, v in parts.items() if v), key=lambda part: (-abs(part[1]), part[0])))
