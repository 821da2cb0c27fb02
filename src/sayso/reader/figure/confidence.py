"""The confidence of a figure: how often counts of its kind are right in value and measure."""

from __future__ import annotations

from math import exp

from sayso.reader.figure.count import Count
from sayso.vocab import load_table

_FEW = 2


def list_evidence(count: Count) -> dict[str, float]:
    """Returns what tells a sure count from a doubtful one, by name."""
    value = count.low if count.low is not None else count.high or 0
    evidence = {
        "few": value <= _FEW,
        "vague": count.bound == "vague",
        "hedged": count.bound not in ("exact", "vague"),
        "other": count.measure == "other",
        count.grade: True,
    }
    return {"always": 1.0} | {name: float(holds) for name, holds in evidence.items()}


def rate_count(count: Count) -> float:
    """Returns the probability that a count has the right value and measure, 0 to 1.

    It is a logistic function of the evidence (Platt 1999), which `training/figure_confidence.py` fits.
    """
    weights = load_table("figure_confidence_weight")
    score = sum(weights.get(name, 0.0) * strength for name, strength in list_evidence(count).items())
    return round(1 / (1 + exp(-score)), 2)
