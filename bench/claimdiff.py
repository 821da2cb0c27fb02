"""Prints how well it is told what one claim does to another: python -m bench.claimdiff --data DATA.

On the fifth of the training topics that `training.claim` does not fit on, beside what always tells the
commonest effect and a logistic function of the cosine between the two meanings alone, fitted alike.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.measure import Bar, Measure, format_table, judge
from sayso.reader import load_reader
from sayso.vocab import load_table
from training.claim import fit, predict
from training.corpus.claimdiff import EFFECTS, Ints, Pairs, read_pairs, score

COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")


def tell_all(pairs: Pairs) -> dict[str, Ints]:
    """Returns what each way tells of the pairs held out, as numbers of effects."""
    used, held = ~pairs.held_out, pairs.held_out
    table = load_table("strength_weight")
    weights = np.array([[table["weight"][effect][name] for effect in EFFECTS] for name in pairs.names])
    alone = [pairs.names.index("always"), pairs.names.index("meaning")]
    cosine = fit(pairs.evidence[used][:, alone], pairs.effect[used], table["penalty"])
    common = int(np.bincount(pairs.effect[used]).argmax())
    return {
        "commonest": np.full(int(held.sum()), common),
        "similarity": predict(pairs.evidence[held][:, alone], cosine).argmax(1),
        "sayso": predict(pairs.evidence[held], weights).argmax(1),
    }


def list_measures(pairs: Pairs) -> Iterator[tuple[Measure, dict[str, Bar]]]:
    """Yields accuracy and macro-averaged F1 of each way; the bars are those of the better of the others."""
    told = tell_all(pairs)
    effect = pairs.effect[pairs.held_out]
    scores = {way: score(answers, effect) for way, answers in told.items()}
    for k, name in enumerate(("accuracy", "macro F1")):
        best = max(scores[way][k] for way in ("commonest", "similarity"))
        for way, values in scores.items():
            measure = Measure(f"ClaimDiff {name}", values[k], len(effect), note=way)
            yield measure, {measure.name: Bar(least=best)} if way == "sayso" else {}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.claimdiff", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--json", action="store_true", help="print JSON Lines")
    options = parser.parse_args()
    pairs = read_pairs(options.data / "claimdiff", load_reader())
    rows = [{**judge(measure, bars), "measure": measure.name} for measure, bars in list_measures(pairs)]
    print("\n".join(map(json.dumps, rows)) if options.json else format_table(rows, COLUMNS))


if __name__ == "__main__":
    main()
