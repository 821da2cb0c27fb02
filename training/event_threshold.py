"""Fits the confidence of events: python -m training.event_threshold --data DATA --weights FOLDER.

It is a logistic function of the log-odds of a trigger and of the share of its type (Platt 1999), fitted on
held-out documents so that it tells how often trigger and type are right. An event is dropped whose confidence
is below half of the F1 that can be reached, which is where the F1 of calibrated probabilities is best (Lipton
et al. 2014): the held-out documents are too few to search for it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray

from sayso.reader.component import Component
from sayso.reader.encoder.weight import SHIPPED
from sayso.reader.event.trigger import Trigger, find_triggers
from training.corpus.attribution import read_gold
from training.corpus.document import Document, Event
from training.train import HELD_OUT

TABLE = Path(__file__).parents[1] / "src/sayso/vocab/event_decoding.json"
RIDGE = np.array([0.1, 1.0, 1.0])
PRIOR = np.array([0.0, 1.0, 0.0])
"""Without evidence to the contrary the odds are taken at their word."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Evidence of triggers, shape (n, 3), which are right, which also by type, and the number of gold."""

    evidence: NDArray[np.float64]
    right: NDArray[np.bool_]
    typed: NDArray[np.bool_]
    gold: int


def run_trial(documents: Iterable[Document], folder: Path) -> Trial:
    """Finds the triggers of documents without dropping any and marks which are right."""
    component = Component(folder)
    labels = component.encoder.weights.labels.event
    rows: list[tuple[Trigger, bool, bool]] = []
    gold = 0
    for document in documents:
        states = component.encoder.encode(document.text, document.tokens)
        words = [document.text[a:b].lower() for a, b in document.tokens.tolist()]
        triggers = find_triggers(states.event, labels, words)
        rows += mark_right(triggers, document.events or [])
        gold += len(document.events or [])
    evidence = np.array([[1, trigger.odds, trigger.share] for trigger, *_ in rows])
    return Trial(evidence, np.array([r for _, r, _ in rows]), np.array([t for *_, t in rows]), gold)


def mark_right(triggers: Sequence[Trigger], events: Sequence[Event]) -> Iterator[tuple[Trigger, bool, bool]]:
    """Pairs triggers with gold that they overlap; yields each, whether it and its type are right."""
    left = list(events)
    for trigger in sorted(triggers, key=lambda trigger: (-trigger.odds, trigger.start)):
        met = next((e for e in left if e.trigger[0] < trigger.end and trigger.start < e.trigger[1]), None)
        if met is not None:
            left.remove(met)
        yield trigger, met is not None, met is not None and met.type == trigger.type


def fit_confidence(trial: Trial, steps: int = 50) -> NDArray[np.float64]:
    """Fits bias and slopes by Newton's method, drawn to PRIOR: the held-out documents are few."""
    weights = np.zeros(len(PRIOR))
    x = trial.evidence
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (trial.typed - p) - RIDGE * (weights - PRIOR)
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(RIDGE), slope)
    return weights


def choose_threshold(trial: Trial, weights: NDArray[np.float64]) -> float:
    """Returns half of the best F1 of triggers with their types."""
    confidence = 1 / (1 + np.exp(-trial.evidence @ weights))
    kept = confidence[:, None] >= np.linspace(0.1, 0.7, 61)
    f1 = 2 * (kept & trial.typed[:, None]).sum(0) / (kept.sum(0) + trial.gold)
    return round(float(f1.max()) / 2, 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=SHIPPED)
    options = parser.parse_args()
    documents = list(read_gold(options.data / "gold/train", spacy.blank("en")))[::HELD_OUT]
    trial = run_trial(documents, options.weights)
    weights = fit_confidence(trial)
    keep = choose_threshold(trial, weights)
    table = {"confidence": [round(w, 4) for w in weights.tolist()], "keep": keep}
    TABLE.write_text(json.dumps(table, indent=2) + "\n", "utf8")
    print(f"{len(trial.right)} triggers found, {trial.typed.sum()} right, {trial.gold} in the gold")
    print(weights.round(4).tolist(), keep)


if __name__ == "__main__":
    main()
