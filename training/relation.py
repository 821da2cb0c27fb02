"""Fits which claims restate others: python -m training.relation --data DATA.

A logistic function of pairs of claims of one article, fitted on the pairs that the reader finds in the ledger
gold's training articles. A pair is right if the gold attributions that its two claims share half their
characters with are related so. Prints precision, recall and F1 over several partitions of the articles into
folds, the fold left out, and on the development articles, which are not fitted on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model import Attribution
from sayso.reader import load
from sayso.reader.relation.claim import list_claims
from sayso.reader.relation.restatement import Evidence, list_candidates, weigh
from training.corpus.span import locate

OUT = Path(__file__).parent.parent / "src/sayso/vocab/relation_weight.json"
FOLDS, PARTITIONS, STEPS, PENALTY = 6, 5, 25, 0.5
LEASTS = (0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.25, 0.3)
GIVEN = 1.0
"""How many points of F1 may be given for precision."""

Floats = NDArray[np.float64]
Score = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Trial:
    """The pairs of some articles.

    Attributes:
        evidence: the evidence on each pair, in columns that `names` names.
        right: whether the gold has it.
        choice: the number of the claim that each pair restates from, counted over all articles.
        article: the number of the article of each pair.
        gold: how many restatements the gold has, the lost ones too.
    """

    names: tuple[str, ...]
    evidence: Floats
    right: Floats
    choice: NDArray[np.int64]
    article: NDArray[np.int64]
    gold: int


def try_pairs(folder: Path, nlp: Any) -> Trial:
    """Reads a folder of ledger gold and marks which pairs of claims are right."""
    pairs: list[tuple[Evidence, bool, int, int]] = []
    choices, gold_pairs = 0, 0
    for number, article in enumerate(json.loads((folder / "articles.json").read_text("utf8"))):
        gold = json.loads((folder / f"{article['id']}.json").read_text("utf8"))
        wanted = {(r["from"], r["to"]) for r in gold["relations"] if r["type"] == "restates"}
        wanted = {pair for pair in wanted if pair[0][0] == pair[1][0] == "A"}
        gold_pairs += len(wanted)
        doc = nlp(article["text"])
        ids = match(article["text"], doc._.attributions, gold["attributions"])
        claims = list_claims(doc, doc._.attributions)
        for claim in claims:
            choices += 1
            for other in list_candidates(claims, claim):
                met = (ids[claim.at], ids[other.at])
                pairs.append((weigh(claim, other), met in wanted, choices, number))
    names = tuple(pairs[0][0])
    rows = np.array([[evidence[name] for name in names] for evidence, *_ in pairs])
    right, choice, article_of = (np.array([pair[k] for pair in pairs]) for k in (1, 2, 3))
    return Trial(names, rows, right.astype(float), choice, article_of, gold_pairs)


def match(text: str, attributions: Sequence[Attribution], gold: list[dict[str, Any]]) -> list[str | None]:
    """Returns the gold id of each attribution: of the one that shares most of its content's characters."""
    contents = [(row["id"], _spread(locate(text, row["content"]))) for row in gold]
    ids: list[str | None] = []
    for attribution in attributions:
        own = _spread([(span.start, span.end) for span in attribution.content])
        shares = [(len(own & other) / len(own | other), id_) for id_, other in contents]
        share, best = max(shares, default=(0.0, ""))
        ids.append(best if share >= 0.5 and best not in ids else None)
    return ids


def _spread(spans: Sequence[tuple[int, int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def fit(rows: Floats, right: Floats) -> Floats:
    """Fits a ridge-penalised logistic regression by Newton's method; the first column is not penalised."""
    ridge = np.diag([0.0, *[PENALTY] * (rows.shape[1] - 1)])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - ridge @ weights
        weights += np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + ridge, slope)
    return weights


def score(trial: Trial, chance: Floats, least: float) -> Score:
    """Returns precision, recall and F1, in per cent, if each claim restates its likeliest one, if any."""
    order = np.argsort(-chance, kind="stable")
    first = order[np.unique(trial.choice[order], return_index=True)[1]]
    told = first[chance[first] >= least]
    hits = float(trial.right[told].sum())
    return (
        100 * hits / max(1, len(told)),
        100 * hits / max(1, trial.gold),
        200 * hits / max(1, len(told) + trial.gold),
    )


def cross_validate(trial: Trial) -> list[Floats]:
    """Returns the chances of all pairs, each from the folds that its article is not in, per partition."""
    chances = []
    for seed in range(PARTITIONS):
        shuffled = np.random.default_rng(seed).permutation(trial.article.max() + 1)
        fold = shuffled[trial.article] % FOLDS
        chance = np.zeros(len(fold))
        for k in range(FOLDS):
            weights = fit(trial.evidence[fold != k], trial.right[fold != k])
            chance[fold == k] = 1 / (1 + np.exp(-trial.evidence[fold == k] @ weights))
        chances.append(chance)
    return chances


def choose_least(f1: dict[float, float]) -> float:
    """Returns the highest threshold whose F1 is within what may be given for precision."""
    return max(least for least, value in f1.items() if value >= max(f1.values()) - GIVEN)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.relation", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    nlp = load()
    train, dev = (try_pairs(options.data / "gold" / name, nlp) for name in ("train", "dev"))
    chances = cross_validate(train)
    scores = {least: np.mean([score(train, c, least) for c in chances], axis=0) for least in LEASTS}
    least = choose_least({least: float(values[2]) for least, values in scores.items()})
    weights = fit(train.evidence, train.right)
    chance = 1 / (1 + np.exp(-dev.evidence @ weights))
    for name, values in (("cross-validated", scores[least]), ("development", score(dev, chance, least))):
        print(f"{name}: P {values[0]:.1f} R {values[1]:.1f} F1 {values[2]:.1f} at {least}")
    rounded = [round(float(weight), 3) for weight in weights]
    table = {"least": least, "weight": dict(zip(train.names, rounded, strict=True))}
    options.out.write_text(json.dumps(table, indent=2) + "\n", "utf8")


if __name__ == "__main__":
    main()
