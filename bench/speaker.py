"""Prints how well speakers are told: python -m bench.speaker --data DATA [--score score.py] [--weights DIR].

Attributions of the ledger gold are paired with those that were found, as the scorer pairs them. The curve
shows, for rising thresholds, how many speakers get a name, and how many of these names are wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from bench.corpus import GOLD
from bench.measure import Bar, Measure, format_table, judge
from bench.scorer import Scorer
from sayso.model import Attribution
from sayso.reader.attribution import find_attributions
from sayso.reader.component import Component
from sayso.reader.encoder.weight import SHIPPED
from sayso.reader.speaker.cast import Cast

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
BARS = {
    "quotation": Bar(least=97),
    "speaker kind": Bar(least=88),
    "speaker name": Bar(least=88),
    "speaker name, not in its source": Bar(least=70),
    "audience": Bar(least=92),
    "wrong names": Bar(most=6),
}
COLUMNS = ("measure", "value", "bar", "met", "n")
CURVE = ("threshold", "named %", "wrong %", "names given", "elsewhere right %", "elsewhere")
FIRST = ("i", "we", "me", "us", "my", "our")
THIRD = ("he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "who", "you")


@dataclass(slots=True)
class Tally:
    """What was counted at one threshold: right and all of each measure, and the errors by kind of source."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    given: int = 0

    def share(self, key: str) -> float:
        """Returns the share that is right of a measure, in per cent."""
        return 100 * self.right[key] / max(1, self.all[key])


def read_gold(folder: Path, scorer: Any) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yields the articles of a folder of ledger gold with their attributions, located in the text."""
    articles = {a["id"]: a for a in json.loads((folder / "articles.json").read_text("utf8"))}
    for path in sorted(folder.glob("*.json")):
        if path.name != "articles.json":
            row = json.loads(path.read_text("utf8"))
            text = articles[row["id"]]["text"]
            located = [
                {
                    **a,
                    "S": scorer.locate(text, a["source"]),
                    "Q": scorer.locate(text, a["cue"]),
                    "C": [span for content in a["content"] for span in scorer.locate(text, content)],
                }
                for a in row["attributions"]
            ]
            yield articles[row["id"]], located


def read(component: Component, articles: list[dict[str, Any]]) -> Iterator[list[tuple[Attribution, ...]]]:
    """Yields the attributions of each article at each threshold; the network runs once."""
    nlp = spacy.blank("en")
    for article in articles:
        doc = nlp.make_doc(article["text"])
        states, at = component.encode(doc)
        component.annotate(doc, states, at)
        weights = component.encoder.weights
        yield [find_attributions(doc, Cast(doc, least), states, weights, at) for least in THRESHOLDS]


def count(tally: Tally, text: str, gold: list[dict[str, Any]], found: Any, scorer: Any) -> None:
    """Pairs gold and found attributions and counts what agrees."""
    predicted = scorer.pred_attributions({"attributions": [a.to_dict() for a in found]}, 0)
    for _, wanted, given in scorer.score_attributions([(text, gold, predicted)])[1]:
        source = " ".join(text[start:end] for start, end in wanted["S"])
        speaker, key = given["speaker"], sort_source(source, wanted, scorer)
        named = scorer.same_name(wanted["speaker"], speaker["name"])
        agree = {
            "quotation": wanted["quotation"] == given["quotation"],
            "speaker kind": wanted["speaker_kind"] == speaker["kind"],
            "speaker name": named,
            "audience": _is_same_audience(text, wanted, given, scorer),
        }
        if wanted["speaker"] and wanted["speaker_kind"] == "named" and not _holds(source, wanted, scorer):
            agree["speaker name, not in its source"] = named
        tally.all.update(agree.keys())
        tally.right.update(name for name, ok in agree.items() if ok)
        tally.sources[key] += 1
        tally.given += speaker["name"] is not None
        if not named:
            (tally.missed if speaker["name"] is None else tally.wrong)[key] += 1


def _holds(source: str, wanted: dict[str, Any], scorer: Any) -> bool:
    """Tells whether the words of a source hold the gold name."""
    name = wanted["speaker"]
    inside = set(scorer.name_key(name)) <= set(scorer.name_key(source))
    return inside or scorer.same_name(source, name)


def sort_source(source: str, wanted: dict[str, Any], scorer: Any) -> str:
    """Sorts a source by what has to be known to name it."""
    words = source.lower().split()
    if not words:
        return "no source"
    if words[0] in FIRST:
        return "first person"
    if len(words) == 1 and words[0] in THIRD:
        return "pronoun"
    if not wanted["speaker"]:
        return "nobody named"
    return "name in source" if _holds(source, wanted, scorer) else "noun or other name"


def _is_same_audience(text: str, wanted: dict[str, Any], given: dict[str, Any], scorer: Any) -> bool:
    gold = scorer.chars(text, scorer.locate(text, wanted.get("audience")))
    found = scorer.chars(text, scorer.span(given["audience"]))
    return bool(gold & found) or not (gold or found)


def tabulate(tallies: list[Tally], at: int) -> str:
    """Lays out the measures at the shipped threshold, the curve, and the errors by kind of source."""
    main = tallies[at]
    measures = [Measure(name, main.share(name), main.all[name]) for name in BARS if name in main.all]
    wrong = 100 * main.wrong.total() / max(1, main.given)
    measures.append(Measure("wrong names", wrong, main.given))
    rows = [{**judge(m, BARS), "measure": m.name} for m in measures]
    elsewhere = "speaker name, not in its source"
    curve = [
        {
            "threshold": threshold,
            "named %": 100 * tally.given / max(1, tally.all["speaker name"]),
            "wrong %": 100 * tally.wrong.total() / max(1, tally.given),
            "names given": tally.given,
            "elsewhere right %": tally.share(elsewhere),
            "elsewhere": tally.all[elsewhere],
        }
        for threshold, tally in zip(THRESHOLDS, tallies, strict=True)
    ]
    errors = [
        {"source": key, "n": n, "wrong name": main.wrong[key], "no name": main.missed[key]}
        for key, n in main.sources.most_common()
    ]
    tables = (format_table(rows, COLUMNS), format_table(curve, CURVE))
    return "\n\n".join((*tables, format_table(errors, ("source", "n", "wrong name", "no name"))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--score", type=Path, help="the scorer; DATA/../score/score.py if not given")
    parser.add_argument("--weights", type=Path, default=SHIPPED)
    parser.add_argument("--folder", default=GOLD)
    options = parser.parse_args()
    folder = options.data / options.folder
    score = options.score or options.data.parent / "score" / "score.py"
    if not (folder.is_dir() and score.is_file()):
        print(f"skipped: {folder} or {score} is not there")
        return
    scorer = Scorer(score).load()
    samples = list(read_gold(folder, scorer))
    tallies = [Tally() for _ in THRESHOLDS]
    component = Component(options.weights)
    readings = read(component, [article for article, _ in samples])
    for (article, gold), found in zip(samples, readings, strict=True):
        for tally, attributions in zip(tallies, found, strict=True):
            count(tally, article["text"], gold, attributions, scorer)
    least = Cast(spacy.blank("en").make_doc("")).least
    print(tabulate(tallies, int(np.argmin([abs(t - least) for t in THRESHOLDS]))))


if __name__ == "__main__":
    main()
