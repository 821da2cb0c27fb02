"""Fits the confidence of figures: python -m training.figure_confidence --data DATA.

A logistic function (Platt 1999) of how a count is known and of what it says, fitted on the counts that the
reader finds in the ledger gold's training articles. A count is right if a gold figure that shares a character
with it has its bounds and its measure. Prints the Brier score, cross-validated over articles, beside that of
the share of right counts alone, and both on the development articles, which are not fitted on.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reader import load
from sayso.reader.figure.confidence import list_evidence
from sayso.reader.figure.figure import count_text
from sayso.reader.time import find_times
from training.corpus.span import locate

OUT = Path(__file__).parent.parent / "src/sayso/vocab/figure_confidence_weight.json"
FOLDS, STEPS, PENALTY, BINS = 5, 25, 1.0, 5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trial:
    """The counts of some articles: evidence by name, whether each is right, and the article of each."""

    evidence: list[dict[str, float]]
    right: Floats
    article: NDArray[np.int64]


def try_counts(folder: Path, nlp: Any) -> Trial:
    """Reads a folder of ledger gold and marks which counts are right."""
    evidence, right, number = [], [], []
    for i, article in enumerate(json.loads((folder / "articles.json").read_text("utf8"))):
        text = article["text"]
        gold = json.loads((folder / f"{article['id']}.json").read_text("utf8"))["figures"]
        spans = [locate(text, [figure["span"]])[0] for figure in gold]
        doc = nlp(text)
        for count in count_text(doc, find_times(doc, article["published"]))[1]:
            met = [f for f, (a, b) in zip(gold, spans, strict=True) if count.start < b and a < count.end]
            said = (count.low, count.high, count.measure)
            evidence.append(list_evidence(count))
            right.append(any((f["low"], f["high"], f["measure"]) == said for f in met))
            number.append(i)
    return Trial(evidence, np.array(right, dtype=float), np.array(number))


def fit(evidence: list[dict[str, float]], right: Floats) -> dict[str, float]:
    """Fits a ridge-penalised logistic regression by Newton's method; the constant is not penalised."""
    names = ["always", *sorted({name for e in evidence for name in e} - {"always"})]
    rows = np.array([[e.get(name, 0.0) for name in names] for e in evidence])
    ridge = np.diag([0.0, *[PENALTY] * (len(names) - 1)])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - ridge @ weights
        weights += np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + ridge, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def predict(weights: dict[str, float], evidence: list[dict[str, float]]) -> Floats:
    """Returns the probability that each count is right."""
    scores = np.array([sum(weights.get(k, 0.0) * v for k, v in e.items()) for e in evidence])
    chance: Floats = 1 / (1 + np.exp(-scores))
    return chance


def cross_validate(trial: Trial) -> tuple[float, float]:
    """Returns the Brier score over the folds left out, and that of the mean of the other folds."""
    fold = trial.article % FOLDS
    fitted, constant = np.zeros(len(fold)), np.zeros(len(fold))
    for k in range(FOLDS):
        rest = fold != k
        weights = fit([e for e, r in zip(trial.evidence, rest, strict=True) if r], trial.right[rest])
        fitted[~rest] = predict(weights, [e for e, r in zip(trial.evidence, rest, strict=True) if not r])
        constant[~rest] = trial.right[rest].mean()
    return float(((fitted - trial.right) ** 2).mean()), float(((constant - trial.right) ** 2).mean())


def measure_error(chance: Floats, right: Floats) -> float:
    """Returns the expected calibration error over bins of equal mass (Guo et al. 2017), in per cent."""
    bins = np.array_split(np.argsort(chance, kind="stable"), BINS)
    return 100 * sum(abs(float(chance[b].mean() - right[b].mean())) * len(b) for b in bins) / len(right)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.figure_confidence", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    nlp = load()
    train, dev = (try_counts(options.data / "gold" / name, nlp) for name in ("train", "dev"))
    fitted, constant = cross_validate(train)
    print(f"{len(train.right)} counts, {100 * train.right.mean():.1f} % right")
    print(f"Brier score, cross-validated: {fitted:.4f}; of the share alone: {constant:.4f}")
    weights = fit(train.evidence, train.right)
    chance = predict(weights, dev.evidence)
    plain = float(((train.right.mean() - dev.right) ** 2).mean())
    print(
        f"development: Brier score {((chance - dev.right) ** 2).mean():.4f}; of the share alone: {plain:.4f}"
    )
    print(
        f"development: calibration error {measure_error(chance, dev.right):.1f} % of {len(dev.right)} counts"
    )
    options.out.write_text(json.dumps(weights, indent=2) + "\n", "utf8")


if __name__ == "__main__":
    main()
