"""ClaimDiff: pairs of claims from articles on one story, with what the second does to the first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.reader import Reader
from sayso.reconcile.strength import Effect, Wording, weigh_effect

EFFECTS: tuple[Effect, ...] = ("neither", "strengthens", "weakens")
HELD_OUT = 5
"""Which part of the topics is held out: every fifth in the order of their hashes."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims made comparable.

    Attributes:
        names: the names of the evidence.
        evidence: the evidence on each pair, in columns.
        effect: the number of each pair's effect in `EFFECTS`.
        topic: the number of each pair's topic, in the order of the hashes.
    """

    names: tuple[str, ...]
    evidence: Floats
    effect: Ints
    topic: Ints

    @property
    def held_out(self) -> NDArray[np.bool_]:
        """Whether each pair is of a topic that is held out."""
        held: NDArray[np.bool_] = self.topic % HELD_OUT == 0
        return held


def read_pairs(folder: Path, reader: Reader) -> Pairs:
    """Reads the two files of the training part: which pairs strengthen, and which weaken."""
    rows = json.loads((folder / "strength-train.json").read_text("utf8"))["data"]
    weak = json.loads((folder / "weak-train.json").read_text("utf8"))["data"]
    weakens = {row["pair_id"] for row in weak if row["relation"]}
    texts = sorted({row[key] for row in rows for key in ("claim_a", "claim_b")})
    wordings = {text: Wording.of(text, reader.embed_text(text)) for text in texts}
    found = [weigh_effect(wordings[row["claim_a"]], wordings[row["claim_b"]]) for row in rows]
    topics = sorted({row["topic"] for row in rows}, key=lambda topic: sha256(topic.encode()).hexdigest())
    names = tuple(found[0])
    return Pairs(
        names=names,
        evidence=np.array([[evidence[name] for name in names] for evidence in found]),
        effect=np.array([1 if row["relation"] else 2 * (row["pair_id"] in weakens) for row in rows]),
        topic=np.array([topics.index(row["topic"]) for row in rows]),
    )


def score(told: Ints, effect: Ints) -> tuple[float, float]:
    """Returns the accuracy and the macro-averaged F1, in per cent."""
    f1 = []
    for k in range(len(EFFECTS)):
        hits = float(((told == k) & (effect == k)).sum())
        f1.append(2 * hits / max(1, int((told == k).sum() + (effect == k).sum())))
    return 100 * float((told == effect).mean()), 100 * float(np.mean(f1))
