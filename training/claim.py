"""Fits what one claim of a story does to another: python -m training.claim --data DATA.

A multinomial logistic function of pairs of claims, fitted on four fifths of ClaimDiff's training topics; the
last fifth is left to `bench.claimdiff`. Rare effects weigh more. How strongly weights are drawn to zero is
chosen by folds of the fitted topics. Prints accuracy and macro-averaged F1 with the fold left out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from sayso.reader import load_reader
from training.corpus.claimdiff import EFFECTS, HELD_OUT, Floats, Ints, Pairs, read_pairs, score

OUT = Path(__file__).parent.parent / "src/sayso/vocab/strength_weight.json"
PENALTIES = (25.0, 50.0, 100.0, 200.0, 400.0)
RARITY = 0.5
"""To which power the rarity of an effect weighs its pairs."""
STEPS = 60


def fit(evidence: Floats, effect: Ints, penalty: float) -> Floats:
    """Fits a ridge-penalised multinomial logistic regression by Newton's method.

    Args:
        evidence: shape (pairs, pieces), the first piece always one; the others are put on one scale inside.
        effect: the number of each pair's effect.
        penalty: how strongly weights are drawn to zero, on that scale.

    Returns:
        Weights on the scale of the evidence, shape (pieces, effects).
    """
    mean, spread = evidence.mean(0), evidence.std(0)
    mean[0], spread[spread == 0] = 0.0, 1.0
    rows, (n, size), kinds = (evidence - mean) / spread, evidence.shape, len(EFFECTS)
    wanted = np.eye(kinds)[effect]
    weigh = (wanted @ (n / wanted.sum(0)) ** RARITY)[:, None]
    weigh = weigh / weigh.mean()
    ridge = np.full((size, kinds), float(penalty))
    ridge[0] = 1e-6
    weights = np.zeros((size, kinds))
    for _ in range(STEPS):
        chance = predict(rows, weights)
        slope = rows.T @ (weigh * (wanted - chance)) - ridge * weights
        curve = np.diag(ridge.T.ravel())
        for j in range(kinds):
            for k in range(kinds):
                part = weigh[:, 0] * chance[:, j] * ((j == k) - chance[:, k])
                curve[j * size : (j + 1) * size, k * size : (k + 1) * size] += (rows.T * part) @ rows
        weights += np.linalg.solve(curve, slope.T.ravel()).reshape(kinds, size).T
    unscaled: Floats = weights / spread[:, None]
    unscaled[0] -= mean @ unscaled
    return unscaled


def predict(evidence: Floats, weights: Floats) -> Floats:
    """Returns the probability of each effect, shape (pairs, effects)."""
    scores = evidence @ weights
    parts = np.exp(scores - scores.max(1, keepdims=True))
    chance: Floats = parts / parts.sum(1, keepdims=True)
    return chance


def cross_validate(pairs: Pairs, penalty: float) -> tuple[float, float]:
    """Returns accuracy and macro-averaged F1 over the topics that are fitted on, each left out once."""
    told = np.zeros(len(pairs.effect), dtype=np.int64)
    used = ~pairs.held_out
    for k in range(1, HELD_OUT):
        fold = pairs.topic % HELD_OUT == k
        rows = pairs.evidence
        weights = fit(rows[used & ~fold], pairs.effect[used & ~fold], penalty)
        told[fold] = predict(rows[fold], weights).argmax(1)
    return score(told[used], pairs.effect[used])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.claim", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    pairs = read_pairs(options.data / "claimdiff", load_reader())
    scores = {penalty: cross_validate(pairs, penalty) for penalty in PENALTIES}
    for penalty, (accuracy, f1) in scores.items():
        print(f"penalty {penalty:g}: accuracy {accuracy:.1f}, macro F1 {f1:.1f}")
    penalty = max(scores, key=lambda p: sum(scores[p]))
    used = ~pairs.held_out
    weights = fit(pairs.evidence[used], pairs.effect[used], penalty)
    table = {
        "penalty": penalty,
        "weight": {
            effect: {name: round(float(w), 4) for name, w in zip(pairs.names, weights[:, k], strict=True)}
            for k, effect in enumerate(EFFECTS)
        },
    }
    options.out.write_text(json.dumps(table, indent=2) + "\n", "utf8")


if __name__ == "__main__":
    main()
