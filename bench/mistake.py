"""Sorts the mistakes of the attributions by kind: python -m bench.mistake --data DATA.

For PolNeAR dev and gold dev: how many gold attributions were found exactly, with a wrong edge, without their
source, or not at all, and how many predicted ones have no gold; with --show N some passages of each kind.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench.corpus import GOLD, POLNEAR, read_samples
from bench.scorer import Scorer
from sayso.reader import Reader, load_reader


def classify(scorer: Any, text: str, gold: dict[str, Any], found: dict[str, Any] | None) -> str:
    """Names what is wrong with the prediction nearest to a gold attribution; `exact` where nothing is."""
    if found is None:
        return "missed: no content of it found"
    wrong = [
        name
        for role, name in (("S", "source"), ("Q", "cue"), ("C", "content"))
        if scorer.trimmed(text, gold[role]) != scorer.trimmed(text, found[role])
    ]
    if not wrong:
        return "exact"
    if scorer.iou(gold["c"], found["c"]) < 0.5:
        return "content overlaps by less than half"
    return _compare_sources(scorer, text, gold, found) or "only edges: " + ", ".join(wrong)


def _compare_sources(scorer: Any, text: str, gold: dict[str, Any], found: dict[str, Any]) -> str | None:
    """Names what is wrong with the source as a whole, or returns None where the two overlap or both lack."""
    if not gold["S"] or not found["S"]:
        return "source missed" if gold["S"] else "source invented" if found["S"] else None
    shared = scorer.chars(text, gold["S"]) & scorer.chars(text, found["S"])
    return None if shared else "another source"


def collect(reader: Reader, scorer: Any, path: Path) -> dict[str, list[str]]:
    """Collects the passages of each kind of mistake, those of predictions without gold under `invented`."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for sample in read_samples(path, scorer):
        text = sample.article.text
        found = [
            {role: [(s.start, s.end) for s in spans] for role, spans in
             (("S", [a.source] if a.source else []), ("Q", [a.cue] if a.cue else []), ("C", a.content))}
            for a in reader.read(sample.article).attributions
            if path.is_dir() or a.parent is None
        ]  # fmt: skip
        for item in (*sample.gold, *found):
            item["c"] = scorer.chars(text, item["C"])
        pairs = scorer.align(sample.gold, found, lambda g, p: scorer.iou(g["c"], p["c"]))
        by_gold = {id(g): p for g, p in pairs}
        used = {id(p) for _, p in pairs}
        for gold in sample.gold:
            kinds[classify(scorer, text, gold, by_gold.get(id(gold)))].append(_show(text, gold))
        kinds["invented"] += [_show(text, p) for p in found if id(p) not in used]
    return kinds


def _show(text: str, item: dict[str, Any]) -> str:
    parts = (" … ".join(text[a:b] for a, b in item[role]) or "–" for role in "SQC")
    return " | ".join(parts).replace("\n", " ")[:240]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--score", type=Path, help="the scorer; by default score/score.py beside the data")
    parser.add_argument("--show", type=int, default=0, help="how many passages of each kind to print")
    options = parser.parse_args()
    path = options.score or options.data.parent / "score" / "score.py"
    scorer, reader = Scorer(path).load(), load_reader()
    for name in (POLNEAR, GOLD):
        kinds = collect(reader, scorer, options.data / name)
        print(f"{name}: {sum(len(v) for k, v in kinds.items() if k != 'invented')} gold attributions")
        for kind, passages in sorted(kinds.items(), key=lambda item: -len(item[1])):
            print(f"{len(passages):6d}  {kind}")
            for passage in (
                passages[:: max(1, len(passages) // options.show)][: options.show] if options.show else ()
            ):
                print(f"        {passage}")


if __name__ == "__main__":
    main()
