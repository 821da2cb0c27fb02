"""Calibration: whether an attribution with a confidence of 0.8 is right four times out of five."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bench.accuracy.attribution import match_softly
from bench.accuracy.subject import ATTRIBUTED, Place, Subject
from bench.measure import Measure

BINS = 10


def measure_calibration(subject: Subject, place: Place) -> Iterator[Measure]:
    """Measures the expected calibration error of confidence; right is what matches gold softly."""
    scorer = place.find_scorer().load()
    for corpus, name in ATTRIBUTED.items():
        path = place.find(name)
        nested = path.is_dir()
        confidence: list[float] = []
        right: list[bool] = []
        for sample, reading in subject.read(path, scorer):
            if reading is None:
                continue
            matched = {a["id"] for a in match_softly(sample, reading, scorer, nested=nested)}
            judged = [a for a in reading.attributions if nested or a.parent is None]
            confidence += [a.confidence for a in judged]
            right += [a.id in matched for a in judged]
        note = f"{BINS} equal-mass bins"
        if right:
            note += f"; mean confidence {100 * np.mean(confidence):.1f}, right {100 * np.mean(right):.1f}"
        error = 100 * measure_error(confidence, right) if right else None
        yield Measure(f"{corpus} calibration error", error, len(right), note=note)


def measure_error(confidence: list[float], right: list[bool], bins: int = BINS) -> float:
    """Returns the expected calibration error (Guo et al. 2017) over bins that hold equally many, 0 to 1.

    It is the mean over all predictions of the distance between confidence and accuracy of their bin. Bins of
    equal mass, unlike those of equal width, leave none with so few predictions that chance rules it.
    """
    order = np.argsort(confidence, kind="stable")
    sure, hit = np.asarray(confidence, dtype=float)[order], np.asarray(right, dtype=float)[order]
    gaps = [
        len(part) * abs(part.mean() - truth.mean())
        for part, truth in zip(np.array_split(sure, bins), np.array_split(hit, bins), strict=True)
        if len(part)
    ]
    return float(sum(gaps) / len(sure))
