"""Attribution: sources, cues and contents against PolNeAR, the ledger gold and the seed case."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.accuracy.subject import Place, Subject
from bench.corpus import GOLD, POLNEAR, Sample, read_samples
from bench.measure import Measure
from sayso.model import Reading

ROLES = ("source", "cue", "content")


def measure_attribution(subject: Subject, place: Place) -> Iterator[Measure]:
    """Measures role F1 by characters, soft and exact F1, and how many nested attributions are found."""
    scorer = place.find_scorer()
    module = scorer.load()
    path = place.find(POLNEAR)
    with tempfile.TemporaryDirectory() as folder:
        predictions = write_predictions(subject.read(path, module), Path(folder))
        scores = scorer.run("attribution", path, predictions)
        for role in ROLES:
            yield _show(f"PolNeAR dev role F1 {role}", scores, f"role F1 {role}")
        yield from _show_claims("PolNeAR dev", scores)
        path = place.find(GOLD)
        predictions = write_predictions(subject.read(path, module), Path(folder))
        scores = scorer.run("ledger", path, predictions)
    yield from _show_claims("gold dev", scores)
    nested = scores["nested attributions found"]
    yield Measure("gold dev nested attributions found", nested["accuracy"], nested["n"])
    if place.seed is not None:
        yield _measure_seed(subject, place.seed, module)


def write_predictions(readings: list[tuple[Sample, Reading | None]], folder: Path) -> Path:
    """Writes readings as the JSONL that the scorer takes; a refused article has no line."""
    path = folder / "predictions.jsonl"
    lines = [reading.to_json() + "\n" for _, reading in readings if reading is not None]
    path.write_text("".join(lines), "utf8")
    return path


def _show_claims(corpus: str, scores: dict[str, Any]) -> Iterator[Measure]:
    for kind in ("soft F1", "exact F1"):
        yield _show(f"{corpus} {kind}", scores, kind)


def _show(name: str, scores: dict[str, Any], key: str) -> Measure:
    score, refused = scores[key], scores["not predicted"]
    note = f"P {score['P']}, R {score['R']}" + (f"; {refused} articles not read" if refused else "")
    return Measure(name, float(score["F1"]), score["gold"], note=note)


def _measure_seed(subject: Subject, seed: Path, scorer: Any) -> Measure:
    found = total = 0
    for sample in read_samples(seed, scorer):
        reading = subject.reader.read(sample.article)
        found += len(match_softly(sample, reading, scorer))
        total += len(sample.gold)
    return Measure("seed attributions found", float(found), total, unit="found", note=f"{found} of {total}")


def match_softly(
    sample: Sample, reading: Reading, scorer: Any, *, nested: bool = True
) -> list[dict[str, Any]]:
    """Returns the predicted attributions that match gold softly.

    Args:
        sample: the article with its gold.
        reading: what was read.
        scorer: the scorer as a module.
        nested: whether nested predictions take part; PolNeAR marks no nesting.
    """
    predicted = scorer.pred_attributions(reading.to_dict(), 0)
    predicted = [a for a in predicted if nested or not a["parent"]]
    _, pairs = scorer.score_attributions([(sample.article.text, [dict(g) for g in sample.gold], predicted)])
    return [prediction for _, _, prediction in pairs]
