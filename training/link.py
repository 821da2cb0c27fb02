"""Fits how likely two events, and two actors, of articles are the same: python -m training.link --data DATA.

Two logistic functions (Platt 1999) of what `reconcile.event.evidence` and `reconcile.actor.evidence` list,
fitted on the given mentions of topics 1–25 of ECB+, in the stories that sayso groups these articles into.
Prints the Brier score, cross-validated over topics, beside that of the share of right pairs alone.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reader import load_reader
from sayso.reconcile.actor.evidence import list_evidence as list_actor_evidence
from sayso.reconcile.actor.link import list_keys
from sayso.reconcile.cluster import Pair
from sayso.reconcile.event.evidence import list_evidence as list_event_evidence
from sayso.reconcile.story import find_pairs, group_stories
from training.corpus.crossdoc import Case, read_cases
from training.corpus.ecbplus import read_pages
from training.figure_confidence import fit, predict

VOCAB = Path(__file__).parents[1] / "src/sayso/vocab"
TOPICS = range(1, 26)
FOLDS = 5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trial:
    """Pairs of records: their ids, the lesser first, evidence, whether they are the same, and their topic."""

    pairs: list[Pair]
    evidence: list[dict[str, float]]
    right: Floats
    topic: NDArray[np.int64]


def find_stories(cases: Sequence[Case]) -> tuple[dict[Pair, float], dict[str, str]]:
    """Groups the articles of cases into stories.

    Returns:
        How near two articles are, by their ids, and the first article of the story of each.
    """
    near = find_pairs([case.sketch for case in cases])
    groups = group_stories([case.page.name for case in cases], near)
    return near, {article: group[0] for group in groups for article in group}


def pair_events(cases: Sequence[Case]) -> Trial:
    """Pairs the given events of each story."""
    near, story = find_stories(cases)
    chains = {key: case.chains[key] for case in cases for key in case.events}
    found: dict[Pair, dict[str, float]] = {}
    events = [event for case in cases for event in case.events.values()]
    for one, other in combinations(events, 2):
        articles = (min(one.article, other.article), max(one.article, other.article))
        if story[one.article] == story[other.article] and (one.article == other.article or articles in near):
            pair = (min(one.id, other.id), max(one.id, other.id))
            found[pair] = list_event_evidence(one, other, near.get(articles, 0.0))
    return _judge(found, chains)


def pair_actors(cases: Sequence[Case]) -> Trial:
    """Pairs those of a story who share a key and may be one; each stands for the chain of most mentions.

    Across stories the corpus has no chains, whoever is meant.
    """
    near, _ = find_stories(cases)
    held: dict[str, Counter[str]] = {}
    for case in cases:
        for mention, holder in case.holders.items():
            held.setdefault(holder, Counter())[case.chains[mention]] += 1
    chains = {key: min(count, key=lambda chain: (-count[chain], chain)) for key, count in held.items()}
    keys = {key: {*list_keys(actor)} for case in cases for key, actor in case.actors.items()}
    found: dict[Pair, dict[str, float]] = {}
    for one, other in combinations([actor for case in cases for actor in case.actors.values()], 2):
        articles = (min(one.article, other.article), max(one.article, other.article))
        if articles in near and keys[one.id] & keys[other.id]:
            evidence = list_actor_evidence(one, other, near[articles])
            if evidence is not None:
                found[min(one.id, other.id), max(one.id, other.id)] = evidence
    return _judge(found, chains)


def _judge(found: Mapping[Pair, dict[str, float]], chains: Mapping[str, str]) -> Trial:
    return Trial(
        pairs=list(found),
        evidence=list(found.values()),
        right=np.array([chains[one] == chains[other] for one, other in found], dtype=float),
        topic=np.array([int(one.partition("_")[0]) for one, _ in found]),
    )


def cross_predict(trial: Trial) -> Floats:
    """Returns the probability of each pair by weights that were fitted without its topic."""
    chance = np.zeros(len(trial.right))
    for k in range(FOLDS):
        rest = trial.topic % FOLDS != k
        weights = fit(_select(trial.evidence, rest), trial.right[rest])
        chance[~rest] = predict(weights, _select(trial.evidence, ~rest))
    return chance


def _select(evidence: Iterable[dict[str, float]], kept: Any) -> list[dict[str, float]]:
    return [row for row, keep in zip(evidence, kept, strict=True) if keep]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.link", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=VOCAB)
    options = parser.parse_args()
    cases = list(read_cases(read_pages(options.data / "ecbplus", TOPICS), load_reader()))
    for name, trial in (("event", pair_events(cases)), ("actor", pair_actors(cases))):
        right = trial.right
        error = float(((cross_predict(trial) - right) ** 2).mean())
        print(f"{name}: {len(right)} pairs, {100 * right.mean():.1f} % the same; ", end="")
        print(f"Brier score {error:.4f}, of the share alone {right.mean() * (1 - right.mean()):.4f}")
        weights = fit(trial.evidence, right)
        (options.out / f"{name}_link_weight.json").write_text(json.dumps(weights, indent=2) + "\n", "utf8")


if __name__ == "__main__":
    main()
