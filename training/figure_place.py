"""Fits how the place of a figure is chosen: python -m training.figure_place --data DATA.

A conditional logit (McFadden 1974) over the places that a text names: the place of a count is the one whose
evidence, weighted and summed, is greatest. It is fitted on the figures of the ledger gold that have a place,
and on the killed and injured of local news whose numbers are those of its incident, at a small weight, with
the incident's city for their place. Prints how often the right place is chosen, cross-validated over
articles.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray

from sayso.model import Place
from sayso.reader import load
from sayso.reader.figure.count import Count
from sayso.reader.figure.figure import count_text
from sayso.reader.figure.place import Evidence, Scene
from sayso.reader.place import find_places
from sayso.reader.time import find_times
from training.corpus.span import locate

OUT = Path(__file__).parent.parent / "src/sayso/vocab/figure_place_weight.json"
FOLDS, STEPS, RATE, PENALTY = 5, 200, 0.1, 1.0
NEWS_WEIGHT, NEWS_STEP, NEWS_MOST = 0.1, 4, 450
"""Each incident's article counts for little: its label is guessed, and they are all of one kind."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The places among which one count chooses: the evidence on each and whether it is right."""

    article: str
    evidence: list[Evidence]
    right: list[bool]
    weight: float


def read_scene(nlp: Any, text: str, published: str | None) -> tuple[Scene, list[Count]]:
    """Reads a text as the reader does, up to the places of its counts."""
    doc = nlp(text)
    words, counts = count_text(doc, find_times(doc, published))
    return Scene(words, find_places(doc), doc._.attributions), counts


def read_gold(data: Path, nlp: Any) -> Iterator[Choice]:
    """Yields the choices of the ledger gold; a figure is the count that shares a character with it."""
    folder = data / "gold/train"
    for article in json.loads((folder / "articles.json").read_text("utf8")):
        gold = json.loads((folder / f"{article['id']}.json").read_text("utf8"))
        scene, counts = read_scene(nlp, article["text"], article["published"])
        for figure in gold["figures"]:
            spans = locate(article["text"], [figure["span"]])
            met = [c for c in counts if any(c.start < end and start < c.end for start, end in spans)]
            if met and figure["place"]:
                yield from _choose(article["id"], scene, met[0], figure["place"], 1.0)


def read_news(data: Path, nlp: Any) -> Iterator[Choice]:
    """Yields the choices of local news whose count of killed or injured is the incident's, in its city."""
    lines = (data / "gva/train.jsonl").read_text("utf8").splitlines()[::NEWS_STEP][:NEWS_MOST]
    for row in map(json.loads, lines):
        scene, counts = read_scene(nlp, row["text"], row["dct"])
        for count in counts:
            if row.get(count.measure, -1) == count.low == count.high:
                for choice in _choose(row["doc_id"], scene, count, row["city"], NEWS_WEIGHT):
                    # The key knows cities alone; that a street is wrong cannot be learnt from it.
                    known = [i for i, site in enumerate(scene.sites) if site.place.lat is not None]
                    right = [choice.right[i] for i in known]
                    if any(right):
                        evidence = [choice.evidence[i] for i in known]
                        yield Choice(choice.article, evidence, right, choice.weight)


def _choose(article: str, scene: Scene, count: Count, gold: str, weight: float) -> Iterator[Choice]:
    right = mark_right([site.place for site in scene.sites], gold)
    if right:
        yield Choice(article, scene.weigh(count), right, weight)


def mark_right(places: Sequence[Place], gold: str) -> list[bool]:
    """Tells which places a gold name means: "Leeds" of "Leeds, England", else "England"."""
    for wanted in (gold.split(",", maxsplit=1)[0], gold):
        right = [_is_same(wanted, p.name or "") or _is_same(wanted, p.span.text) for p in places]
        if any(right):
            break
    return right if places else []


def _is_same(name: str, other: str) -> bool:
    """Tells whether one name is the head or the tail of the other, as the scorer has it."""
    few, many = sorted(
        (
            [w for w in re.findall(r"\w+", n.lower()) if w not in {"the", "of", "s", "a"}]
            for n in (name, other)
        ),
        key=len,
    )
    return bool(few) and few in (many[: len(few)], many[-len(few) :])


def fit(choices: Iterable[Choice]) -> dict[str, float]:
    """Fits the weights by gradient ascent (Adam) on the penalised likelihood of the right places."""
    usable = [c for c in choices if any(c.right) and not all(c.right)]
    names = sorted({name for c in usable for evidence in c.evidence for name in evidence})
    rows = np.array([[e.get(name, 0.0) for name in names] for c in usable for e in c.evidence])
    right = np.array([r for c in usable for r in c.right], dtype=float)
    group = np.repeat(np.arange(len(usable)), [len(c.right) for c in usable])
    scale = np.array([c.weight for c in usable])[group]
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        chance = _share(np.exp(rows @ weights), group)
        slope = rows.T @ (scale * (_share(chance * right, group) - chance)) - PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = RATE * (1 - 0.9 * step / STEPS)
        weights += pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def _share(values: Floats, group: NDArray[np.int64]) -> Floats:
    """Returns values as shares of the sum of their group."""
    shares: Floats = values / np.bincount(group, values)[group]
    return shares


def choose(weights: dict[str, float], choice: Choice) -> int:
    """Returns the index of the place that weights choose."""
    scores = [sum(weights.get(k, 0.0) * v for k, v in e.items()) for e in choice.evidence]
    return scores.index(max(scores))


def cross_validate(gold: list[Choice], news: list[Choice]) -> float:
    """Returns how often the right place is chosen in the folds of the gold left out, in per cent."""
    articles = sorted({choice.article for choice in gold})
    fold = {article: i % FOLDS for i, article in enumerate(articles)}
    hits = 0
    for k in range(FOLDS):
        weights = fit([c for c in gold if fold[c.article] != k] + news)
        hits += sum(c.right[choose(weights, c)] for c in gold if fold[c.article] == k)
    return 100 * hits / len(gold)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.figure_place", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    nlp: spacy.Language = load()
    gold, news = list(read_gold(options.data, nlp)), list(read_news(options.data, nlp))
    print(f"{len(gold)} figures of the gold, {len(news)} of local news")
    print(f"right, cross-validated: {cross_validate(gold, news):.1f} %")
    print(f"possible: {100 * sum(any(c.right) for c in gold) / len(gold):.1f} %")
    options.out.write_text(json.dumps(fit(gold + news), indent=2) + "\n", "utf8")


if __name__ == "__main__":
    main()
