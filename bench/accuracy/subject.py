"""What is measured, a folder of weights with everything that reads from it, and what it is measured on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.corpus import GOLD, POLNEAR, Sample, read_samples
from bench.measure import Measure
from bench.scorer import Scorer

if TYPE_CHECKING:
    from spacy.language import Language

    from sayso.model import Reading
    from sayso.reader import Reader
    from sayso.reader.encoder.session import Encoder


class Missing(Exception):
    """Something that a measure needs is not there; the message says what."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the corpora, the scorer and the seed case lie; any of them may be absent."""

    data: Path
    score: Path
    seed: Path | None = None

    def find(self, name: str) -> Path:
        """Returns the path of a corpus.

        Raises:
            Missing: it is not there.
        """
        path = self.data / name
        if not path.exists():
            raise Missing(f"{path} is not there")
        return path

    def find_scorer(self) -> Scorer:
        """Returns the scorer.

        Raises:
            Missing: it is not there.
        """
        if not self.score.is_file():
            raise Missing(f"the scorer {self.score} is not there; give its path with --score")
        return Scorer(self.score)


@dataclass
class Subject:
    """A folder of weights, None for the shipped one; each part is loaded when it is first asked for."""

    weights: Path | None = None
    _readings: dict[Path, list[tuple[Sample, Reading | None]]] = field(default_factory=dict)

    @cached_property
    def reader(self) -> Reader:
        from sayso.reader import load_reader

        return load_reader(self.weights)

    @cached_property
    def language(self) -> Language:
        from sayso.reader import load

        language: Language = load(self.weights)
        return language

    @cached_property
    def encoder(self) -> Encoder:
        from sayso.reader.encoder.session import Encoder
        from sayso.reader.encoder.weight import SHIPPED

        return Encoder(self.weights or SHIPPED, 1)

    def read(self, path: Path, scorer: Any) -> list[tuple[Sample, Reading | None]]:
        """Reads a corpus of attributions once; an article that is refused has no reading."""
        from sayso.errors import SaysoError

        if path not in self._readings:
            readings: list[tuple[Sample, Reading | None]] = []
            for sample in read_samples(path, scorer):
                try:
                    readings.append((sample, self.reader.read(sample.article)))
                except SaysoError:
                    readings.append((sample, None))
            self._readings[path] = readings
        return self._readings[path]


Measurement = Callable[[Subject, Place], Iterator[Measure]]
"""Measures one thing; raises Missing, before or between its measures, where it cannot."""

ATTRIBUTED = {"PolNeAR dev": POLNEAR, "gold dev": GOLD}
