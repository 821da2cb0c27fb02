"""Prints how right the figures are: python -m bench.figure --data DATA [--seed FOLDER].

On the ledger gold, by the scorer; and of the seed case, how many figures are exactly those of its gold.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.accuracy.attribution import write_predictions
from bench.accuracy.subject import Missing, Place, Subject
from bench.corpus import GOLD, Sample
from bench.measure import Bar, Measure, format_table, judge
from sayso.model import Reading

COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")
BARS = {
    "gold dev figure span F1": Bar(least=92),
    "gold dev figure value F1": Bar(least=90),
    "gold dev figure value+measure F1": Bar(least=85),
    "gold dev casualty figure F1": Bar(least=90),
    "gold dev figure bound": Bar(least=95),
    "gold dev figure attribution": Bar(least=85),
    "gold dev figure place": Bar(least=75),
    "gold dev figure as_of/since": Bar(least=65),
    "seed figures, value, bound and measure": Bar(least=8),
}
SAID = ("low", "high", "bound", "measure")


def measure_gold(subject: Subject, place: Place) -> Iterator[Measure]:
    """Yields what the scorer says of the figures of the development set.

    Raises:
        Missing: the gold or the scorer is not there.
    """
    scorer, path = place.find_scorer(), place.find(GOLD)
    with tempfile.TemporaryDirectory() as folder:
        predictions = write_predictions(subject.read(path, scorer.load()), Path(folder))
        scores = scorer.run("ledger", path, predictions)
    for name, score in scores.items():
        if "figure" not in name:
            continue
        if "F1" in score:
            note = f"P {score['P']}, R {score['R']}"
            yield Measure(f"gold dev {name}", float(score["F1"]), score["gold"], note=note)
        else:
            yield Measure(f"gold dev {name}", score["accuracy"], score["n"])


def measure_seed(subject: Subject, place: Place, folder: Path) -> Iterator[Measure]:
    """Yields how many figures of the seed case are right, in themselves and with their scope."""
    module = place.find_scorer().load()
    right = complete = total = 0
    for sample, reading in subject.read(folder, module):
        gold = json.loads((folder / f"{sample.article.id}.json").read_text("utf8"))
        total += len(gold["figures"])
        if reading is None:
            continue
        for wanted, found in _pair(module, sample, reading, gold["figures"]):
            said = all(wanted[key] == found[key] for key in SAID)
            right += said
            complete += said and _is_scope_right(module, (sample, reading), gold, (wanted, found))
    yield Measure("seed figures, value, bound and measure", float(right), total, unit="found")
    note = "place, dates and attribution, too, where the gold gives them"
    yield Measure("seed figures, with their scope", float(complete), total, unit="found", note=note)


def _pair(
    module: Any, sample: Sample, reading: Reading, gold: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Returns the figures of the gold with those found on the very same characters."""
    text = sample.article.text
    by_span = {(f["span"]["start"], f["span"]["end"]): f for f in (fig.to_dict() for fig in reading.figures)}
    spans = [(figure, module.locate(text, figure["span"])[0]) for figure in gold]
    return [(figure, by_span[span]) for figure, span in spans if span in by_span]


def _is_scope_right(
    module: Any,
    read: tuple[Sample, Reading],
    gold: dict[str, Any],
    pair: tuple[dict[str, Any], dict[str, Any]],
) -> bool:
    """Tells whether place, dates and attribution of a figure are those of the gold."""
    (sample, reading), (wanted, found) = read, pair
    places = {place.id: place.name for place in reading.places}
    if wanted["place"] and not module.same_name(wanted["place"], places.get(found["place"])):
        return False
    if (wanted["as_of"], wanted["since"]) != (found["as_of"], found["since"]):
        return False
    matched = {p["id"]: g["id"] for g, p in _match(module, sample, reading, gold)}
    return bool(matched.get(found["attribution"]) == wanted["attribution"])


def _match(
    module: Any, sample: Sample, reading: Reading, gold: dict[str, Any]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Returns the attributions of the gold with those that match them, as the scorer does."""
    rows = [row | spans for row, spans in zip(gold["attributions"], sample.gold, strict=True)]
    predicted = module.pred_attributions(reading.to_dict(), 0)
    _, pairs = module.score_attributions([(sample.article.text, rows, predicted)])
    return [(g, p) for _, g, p in pairs]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.figure", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--score", type=Path, help="the scorer; DATA/../score/score.py if not given")
    parser.add_argument("--seed", type=Path, help="folder of the seed case")
    options = parser.parse_args()
    score = options.score or options.data.parent / "score" / "score.py"
    place, subject = Place(options.data, score, options.seed), Subject()
    measures: list[Measure] = []
    try:
        measures += measure_gold(subject, place)
        if options.seed is not None:
            measures += measure_seed(subject, place, options.seed)
    except Missing as missing:
        measures.append(Measure("figures", None, note=f"skipped: {missing}"))
    rows = [judge(measure, BARS) for measure in measures]
    print(format_table(({"measure": row["name"], **row} for row in rows), COLUMNS))


if __name__ == "__main__":
    main()
