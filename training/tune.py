"""Fits the decoding on held-out documents: python -m training.tune --data DATA --weights FOLDER.

The confidence of an attribution is a logistic function of what the network says of it (Platt 1999), fitted so
that it tells how often such attributions are right; then the confidence below which an attribution is dropped
is set as low as the F1 of the documents allows.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray

from sayso.reader.attribution import EVIDENCE, draft_attributions
from sayso.reader.component import Component
from sayso.reader.encoder.weight import DECODING, SHIPPED, Decoding
from sayso.reader.quotation import Passages
from training.corpus.attribution import read_gold, read_polnear
from training.corpus.document import Document, Frame
from training.train import HELD_OUT

NEUTRAL = Decoding(floor=0.08, confidence=(0.0,) * (1 + len(EVIDENCE)), keep=0.0)
"""Drops nothing but anchors that are very unlikely."""
TOLERANCE = 0.002
Characters = frozenset[int]


@dataclass(frozen=True, slots=True)
class Trial:
    """Evidence of what was found, shape (n, len(EVIDENCE)), which of it is right, and the number of gold."""

    evidence: NDArray[np.float64]
    right: NDArray[np.bool_]
    gold: int


def read_held_out(data: Path) -> Iterator[Document]:
    """Yields the attribution documents that training leaves out."""
    nlp = spacy.blank("en")
    yield from list(read_polnear(data / "polnear/train.jsonl", nlp))[::HELD_OUT]
    yield from list(read_gold(data / "gold/train", nlp))[::HELD_OUT]


def run_trial(documents: Iterable[Document], folder: Path) -> Trial:
    """Reads the documents without dropping anything and marks which attributions are right."""
    nlp = spacy.blank("en")
    component = Component(folder)
    weights = replace(component.encoder.weights, decoding=NEUTRAL)
    evidence, right, gold = [], [], 0
    for document in documents:
        doc = nlp.make_doc(document.text)
        states, at = component.encode(doc)
        drafts = draft_attributions(doc, Passages(document.text), states, weights, at)
        if not document.has_bare:
            # This corpus marks no nesting, so nested attributions are neither right nor wrong.
            drafts = [draft for draft in drafts if draft.parent is None]
        frames = [_to_characters(document, frame) for frame in document.frames or ()]
        found = [(_cover(draft.content), _cover([draft.source] if draft.source else [])) for draft in drafts]
        evidence += [draft.evidence for draft in drafts]
        right += _mark_right(found, frames)
        gold += len(frames)
    return Trial(np.array(evidence), np.array(right), gold)


def _to_characters(document: Document, frame: Frame) -> tuple[Characters, Characters]:
    def cover(spans: Iterable[tuple[int, int]]) -> Characters:
        return _cover([(document.tokens[a, 0], document.tokens[b - 1, 1]) for a, b in spans])

    return cover(frame.content), cover(frame.source)


def _cover(spans: Iterable[tuple[int, int]]) -> Characters:
    return frozenset(i for start, end in spans for i in range(start, end))


def _mark_right(
    found: list[tuple[Characters, Characters]], gold: list[tuple[Characters, Characters]]
) -> list[bool]:
    """Pairs what was found with the gold, best overlap first: contents by half, sources at all."""
    pairs = []
    for i, (content, source) in enumerate(found):
        for j, (gold_content, gold_source) in enumerate(gold):
            overlap = len(content & gold_content) / max(1, len(content | gold_content))
            if overlap >= 0.5 and (source & gold_source or not (source or gold_source)):
                pairs.append((overlap, i, j))
    right, used = [False] * len(found), set[int]()
    for _, i, j in sorted(pairs, reverse=True):
        if not right[i] and j not in used:
            right[i] = True
            used.add(j)
    return right


def fit_confidence(trial: Trial, steps: int = 50) -> NDArray[np.float64]:
    """Fits the logistic function by Newton's method; returns its bias and a slope for each evidence."""
    x = np.hstack([np.ones((len(trial.right), 1)), trial.evidence])
    weights = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (trial.right - p) - 1e-2 * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + 1e-2 * np.eye(x.shape[1])
        weights += np.linalg.solve(curve, slope)
    return weights


def choose_threshold(trial: Trial, weights: NDArray[np.float64]) -> float:
    """Chooses the confidence to keep from: the lowest whose F1 is within TOLERANCE of the best.

    Who reads can sort out what is doubtful by its confidence, but cannot bring back what was dropped.
    """
    confidence = 1 / (1 + np.exp(-(weights[0] + trial.evidence @ weights[1:])))
    score = {
        step / 100: 2
        * trial.right[confidence >= step / 100].sum()
        / ((confidence >= step / 100).sum() + trial.gold)
        for step in range(10, 70)
    }
    return min(keep for keep, f1 in score.items() if f1 >= max(score.values()) - TOLERANCE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=SHIPPED)
    options = parser.parse_args()
    trial = run_trial(read_held_out(options.data), options.weights)
    weights = fit_confidence(trial)
    confidence = tuple(round(float(w), 4) for w in weights)
    decoding = replace(NEUTRAL, confidence=confidence, keep=choose_threshold(trial, weights))
    (options.weights / DECODING).write_text(json.dumps(asdict(decoding), indent=1) + "\n", "utf8")
    print(f"{len(trial.right)} attributions found, {trial.right.sum()} right, {trial.gold} in the gold")
    print(decoding)


if __name__ == "__main__":
    main()
