"""Strength: whether a claim strengthens or weakens another of its story (ClaimDiff, Ko et al. 2023)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp
from typing import Literal

from sayso.reconcile.statement import sum_shared, weigh_stems
from sayso.vocab import load_table

Effect = Literal["neither", "strengthens", "weakens"]
_NAME = re.compile(r"\b[A-Z][a-z]+\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a claim, made comparable.

    Attributes:
        stems: the stems of its words, weighted by how rare they are.
        names: its words with a capital.
        numbers: the numbers in it, in digits.
        vector: its meaning, at length one; empty where it is not known.
    """

    stems: Mapping[str, float]
    names: frozenset[str]
    numbers: frozenset[str]
    vector: tuple[float, ...]

    @classmethod
    def of(cls, text: str, vector: Iterable[float] = ()) -> Wording:
        """Makes the wording of a text; its vector may have any length."""
        values = tuple(float(x) for x in vector)
        length = sum(x * x for x in values) ** 0.5 or 1.0
        return cls(
            stems=weigh_stems(text),
            names=frozenset(_NAME.findall(text)),
            numbers=frozenset(re.findall(load_table("claim_link")["number"], text)),
            vector=tuple(x / length for x in values),
        )


def judge_effect(one: Wording, other: Wording) -> dict[Effect, float]:
    """Returns how likely a claim strengthens another, weakens it or does neither; they add up to one.

    It is the same whichever of the two comes first.
    """
    evidence, weights = weigh_effect(one, other), load_table("strength_weight")["weight"]
    scores = {effect: sum(weights[effect][k] * x for k, x in evidence.items()) for effect in weights}
    parts = {effect: exp(score - max(scores.values())) for effect, score in scores.items()}
    return {effect: part / sum(parts.values()) for effect, part in parts.items()}


def weigh_effect(one: Wording, other: Wording) -> dict[str, float]:
    """Returns the evidence on what two claims do to each other, by name: what they share."""
    shared = sum_shared(one.stems, other.stems)
    weights = sorted(sum(wording.stems.values()) for wording in (one, other))
    fewest = min(len(one.names), len(other.names))
    return {
        "always": 1.0,
        "meaning": sum(a * b for a, b in zip(one.vector, other.vector, strict=True)),
        "words of the lighter": shared / max(1.0, weights[0]),
        "words of both": shared / max(1.0, (weights[0] * weights[1]) ** 0.5),
        "names": len(one.names & other.names) / max(1, fewest),
        "numbers": float(bool(one.numbers & other.numbers)),
        "other numbers": float(bool(one.numbers and other.numbers and not one.numbers & other.numbers)),
    }
