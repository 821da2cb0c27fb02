"""Fits what speaks for an antecedent on the ledger gold: python -m training.speaker --data DATA.

The weights are those of a softmax over the candidates of a mention and nobody, fitted to the sources whose
speaker the gold names elsewhere. Few are known, so the weights are drawn to those that one would set by hand.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray

from sayso.reader.component import Component
from sayso.reader.coreference import link_mentions
from sayso.reader.encoder.weight import SHIPPED
from sayso.reader.speaker.cast import Cast
from sayso.reader.speaker.resolution import FEATURES, Resolver, Setting
from sayso.reader.speaker.somebody import Somebody
from sayso.reader.speaker.speaker import Quote, read_sources
from sayso.vocab import load_table
from sayso.vocab.gazetteer.name import fold_name
from training.corpus.span import locate

TABLE = Path(__file__).parent.parent / "src/sayso/vocab/speaker_resolution.json"
PRIOR = {
    "link": 1.0, "link_log": 0.4, "distance": 0.1, "rank": 0.5, "near": 0.5, "subject": 1.2, "count": 0.2,
    "spoke_last": 1.2, "continues": 1.5, "gender": 0.6, "role": 2.0, "feature": 0.8, "strange": -1.0,
    "unnamed": -1.5, "encloses": 0.3, "quotes": -1.8, "title": 0.5, "paragraph": 0.8, "other": -1.2,
}  # fmt: skip
"""Weights set by hand; those of other features are 0."""
NULL = {"he": -2.0, "she": -2.0, "it": 0.5, "they": 0.0, "person": 1.5, "body": 1.5, "thing": 1.5}
"""The same for nobody, by the kind of mention."""
PULL = 4.0
STEPS, RATE = 400, 0.05


@dataclass(frozen=True, slots=True)
class Case:
    """A mention with the evidence for each candidate, and which of them, or nobody, are right."""

    kind: str
    evidence: NDArray[np.float64]
    right: NDArray[np.bool_]


class Teacher(Resolver):
    """Decides by the gold where it knows better, and notes what there was to choose from.

    Attributes:
        names: the gold speaker of each source, by its head token; None where it has no name.
        cases: what was noted.
    """

    names: dict[int, str | None]
    cases: list[Case]

    def choose(self, i: int, setting: Setting) -> tuple[Somebody | None, float]:
        mention = self.mentions[i]
        if mention.head not in self.names:
            return super().choose(i, setting)
        name, choices = self.names[mention.head], self.list_choices(i, setting)
        right = [is_same(choice.somebody.name, name) for choice in choices]
        pronoun = mention.kind in ("he", "she", "it", "they")
        nobody = not any(right) or (name is None and not pronoun)
        evidence = np.array([choice.evidence for choice in choices], dtype=np.float64)
        self.cases.append(Case(mention.kind, evidence.reshape(-1, len(FEATURES)), np.array([*right, nobody])))
        if name is None:
            return super().choose(i, setting)
        known = next((choice.somebody for choice, ok in zip(choices, right, strict=True) if ok), None)
        return known, 1.0


def is_same(one: str | None, other: str | None) -> bool:
    """Tells whether two names are one: equal, or one the begin or the end of the other; none is like none."""
    a, b = sorted((fold_name(one or "").split(), fold_name(other or "").split()), key=len)
    return (not a and not b) or (bool(a) and (b[-len(a) :] == a or b[: len(a)] == a))


def collect_cases(folder: Path, component: Component) -> Iterator[Case]:
    """Yields the cases of a folder of ledger gold."""
    nlp = spacy.blank("en")
    articles = {a["id"]: a for a in json.loads((folder / "articles.json").read_text("utf8"))}
    for path in sorted(folder.glob("*.json")):
        if path.name != "articles.json":
            gold = json.loads(path.read_text("utf8"))
            yield from _collect(nlp.make_doc(articles[gold["id"]]["text"]), gold["attributions"], component)


def _collect(doc: Any, rows: Sequence[dict[str, Any]], component: Component) -> list[Case]:
    states, at = component.encode(doc)
    component.annotate(doc, states, at)
    ids = {row["id"]: i for i, row in enumerate(rows)}
    quotes = [_quote(doc.text, row, ids) for row in rows]
    cast = Cast(doc)
    sources = read_sources(cast, quotes)
    cases: list[Case] = []
    names = {}
    for row, source in zip(rows, sources, strict=True):
        if source is not None and len(source.terms) == 1:
            term = source.terms[0]
            term = term.owner if term.kind == "document" and term.owner else term
            if term.kind in ("pronoun", "nominal"):
                names[term.head] = row["speaker"]
    judge = type("Taught", (Teacher,), {"names": names, "cases": cases})
    weights = component.encoder.weights
    cast.resolve(
        [source for source in sources if source is not None],
        lambda heads: link_mentions(states, weights, np.searchsorted(at, np.array(heads, dtype=np.int64))),
        judge,
    )
    return cases


def _quote(text: str, row: dict[str, Any], ids: dict[str, int]) -> Quote:
    source, cue = (next(iter(locate(text, [row[key]])), None) for key in ("source", "cue"))
    content = sorted(locate(text, row["content"]))
    return Quote(source, cue, content, row["quotation"], None, ids.get(row["parent"]))


def fit(cases: Sequence[Case]) -> tuple[NDArray[np.float64], dict[str, float]]:
    """Fits the weights of the features, and nobody's for each kind of mention, by Adam."""
    kinds = list(NULL)
    prior = np.array([*(PRIOR.get(name, 0.0) for name in FEATURES), *NULL.values()])
    weights, mean, square = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, STEPS + 1):
        slope = PULL * (weights - prior)
        for case in cases:
            null = len(FEATURES) + kinds.index(case.kind)
            scores = np.append(case.evidence @ weights[: len(FEATURES)], weights[null])
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            wanted = likely * case.right
            gap = likely - wanted / wanted.sum()
            slope[: len(FEATURES)] += case.evidence.T @ gap[:-1]
            slope[null] += gap[-1]
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    found = weights.round(3).tolist()
    return np.array(found[: len(FEATURES)]), dict(zip(kinds, found[len(FEATURES) :], strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=SHIPPED)
    options = parser.parse_args()
    cases = [
        c for c in collect_cases(options.data / "gold/train", Component(options.weights)) if c.kind != "thing"
    ]
    weights, null = fit(cases)
    table = {**load_table("speaker_resolution"), "weights": weights.tolist(), "null": null}
    rows = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in table.items()]
    TABLE.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf8")
    print(f"{len(cases)} mentions")
    print({name: round(float(weight), 2) for name, weight in zip(FEATURES, weights, strict=True)}, null)


if __name__ == "__main__":
    main()
