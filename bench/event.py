"""Prints how well types and factuality of events are told: python -m bench.event --data DATA."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bench.measure import Bar, Measure, format_table, judge

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from sayso.reader.component import Component
    from sayso.reader.encoder.sequence import Floats

BARS = {"plv root": Bar(least=82), "uw-factuality Pearson r": Bar(least=0.65)}
COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")
WORTH = {"happened": 2.6, "possible": 1.4, "planned": 2.1, "denied": -1.0, "not_happened": -1.0}
"""What a class is worth on UW's scale of -3 to 3: the mean of its train part for what the words say."""
GLUED = frozenset({",", ".", ";", ":", "?", "!", "%", ")", "'s", "n't", "'re", "'ve", "'d", "'ll", "'m"})
"""Tokens that no space parts from the one before."""
OPENING = frozenset({"(", "$"})
MARKS = {"``": '"', "''": '"'}


def measure_roots(component: Component, path: Path) -> Measure:
    """Measures the type of the main event on held-out sentences: the one with the largest logsumexp."""
    import spacy

    from training.corpus.plover import read_plv

    labels = component.encoder.weights.labels.event
    right = []
    for document in read_plv(path, spacy.blank("en"), held_out=True):
        scores = component.encoder.encode(document.text, document.tokens).event[:, 1:]
        best = labels[1 + int(np.logaddexp.reduce(scores, axis=0).argmax())]
        right.append(document.root is not None and best == document.root.type)
    return Measure("plv root", 100 * float(np.mean(right)), len(right), note="held-out fifth of train")


def measure_factuality(component: Component, path: Path) -> Iterator[Measure]:
    """Measures how near the worth of the classes comes to the graded factuality of UW's given tokens."""
    found, gold = (np.concatenate(part) for part in zip(*_score_sentences(component, path), strict=True))
    error, n = np.abs(found - gold), len(gold)
    yield Measure("uw-factuality mean absolute error", float(error.mean()), n, "", "on a scale of -3 to 3")
    yield Measure("uw-factuality Pearson r", float(np.corrcoef(found, gold)[0, 1]), n, "")


def _score_sentences(component: Component, path: Path) -> Iterator[tuple[Floats, NDArray[np.float64]]]:
    """Yields the worth found and the gold of the targets of each sentence."""
    import spacy

    nlp = spacy.blank("en")
    for line in path.read_text("utf8").splitlines():
        row = json.loads(line)
        if row["targets"]:
            doc = component(_make_doc(nlp.vocab, row["text"].split(" ")))
            at = [target["span1"][0] for target in row["targets"]]
            yield _score_tokens(component, doc, at), np.array([t["label"] for t in row["targets"]])


def _make_doc(vocab: Vocab, words: Sequence[str]) -> Doc:
    """Makes a doc of given tokens, spaced as a newspaper would."""
    from spacy.tokens import Doc

    words = [MARKS.get(word, word) for word in words]
    spaces = [
        follower not in GLUED and word not in OPENING
        for word, follower in zip(words, [*words[1:], ""], strict=True)
    ]
    return Doc(vocab, words=words, spaces=spaces)


def _score_tokens(component: Component, doc: Doc, at: Sequence[int]) -> Floats:
    """Returns the expected worth of the classes of each of some tokens."""
    from sayso.reader.factuality import judge_factuality, read_context
    from sayso.reader.figure.word import list_words

    words, weights = list_words(doc), component.encoder.weights
    states, _ = component.encode(doc)
    shares = judge_factuality(states, weights, at, [read_context(words, i) for i in at])
    worth: Floats = shares @ np.array([WORTH[label] for label in weights.labels.factuality])
    return worth


def measure_events(component: Component, data: Path) -> Iterator[Measure]:
    """Yields all measures; where a corpus is missing, one without a value that says so."""
    for name, path in (
        ("plv root", data / "plv/train.jsonl"),
        ("uw-factuality", data / "uw-factuality/dev.jsonl"),
    ):
        if not path.is_file():
            yield Measure(name, None, note=f"skipped: no {path.name}")
        elif name == "plv root":
            yield measure_roots(component, path)
        else:
            yield from measure_factuality(component, path)


def main() -> None:
    from sayso.reader.component import Component
    from sayso.reader.encoder.weight import SHIPPED

    parser = argparse.ArgumentParser(prog="python -m bench.event", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--weights", type=Path, default=SHIPPED, help="folder of other weights")
    options = parser.parse_args()
    component = Component(options.weights)
    rows: list[dict[str, Any]] = [judge(m, BARS) for m in measure_events(component, options.data)]
    print(format_table(({"measure": row["name"], **row} for row in rows), COLUMNS))


if __name__ == "__main__":
    main()
