"""The shipped weights: ONNX graph, head matrices, labels, tokenizer and decoding, all in one folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError

SHIPPED = Path(__file__).parent / "weights"
GRAPH, HEADS, LABELS, TOKENIZER, DECODING = (
    "encoder.onnx",
    "heads.npz",
    "labels.json",
    "tokenizer.json",
    "decoding.json",
)


@dataclass(frozen=True, slots=True)
class Labels:
    """Ordered label names of each head.

    Attributes:
        upos, xpos: universal and Penn parts of speech.
        relation: Universal Dependencies relations.
        names: begin, inside and outside of Worldwide's classes of names.
        coarse: the same of Universal NER's three.
        event: the PLOVER types of event triggers, and outside.
        measure: what figures count, and outside.
        act, speaker_kind: of attributions.
        factuality: of events.
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relation: tuple[str, ...]
    names: tuple[str, ...]
    coarse: tuple[str, ...]
    event: tuple[str, ...]
    measure: tuple[str, ...]
    act: tuple[str, ...]
    speaker_kind: tuple[str, ...]
    factuality: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decoding:
    """What becomes of an attribution, fitted on held-out training documents.

    Attributes:
        floor: anchors less likely than this are not looked at.
        confidence: bias and slopes of the logistic function of its evidence.
        keep: attributions of a lower confidence are dropped.
    """

    floor: float
    confidence: tuple[float, ...]
    keep: float


@dataclass(frozen=True, slots=True)
class Weights:
    """What lies in a folder of weights.

    Attributes:
        graph: path of the ONNX graph.
        tokenizer: path of the word-piece tokenizer.
        labels: the label names of each head.
        heads: matrices of the heads that are computed outside of the graph.
        decoding: what becomes of attributions.
    """

    graph: Path
    tokenizer: Path
    labels: Labels
    heads: dict[str, NDArray[np.float32]]
    decoding: Decoding


def load_weights(folder: Path = SHIPPED) -> Weights:
    """Loads a folder of weights.

    Raises:
        ModelError: a file is missing or cannot be read (MDL001).
    """
    with guard(folder):
        labels = Labels(**{k: tuple(v) for k, v in json.loads((folder / LABELS).read_text("utf8")).items()})
        with np.load(folder / HEADS) as file:
            heads = {key: file[key].astype(np.float32) for key in file.files}
        values = json.loads((folder / DECODING).read_text("utf8"))
        decoding = Decoding(values["floor"], tuple(values["confidence"]), values["keep"])
        return Weights(folder / GRAPH, folder / TOKENIZER, labels, heads, decoding)


@contextmanager
def guard(folder: Path) -> Iterator[None]:
    """Turns whatever goes wrong with the files of a folder of weights into an error with a code."""
    try:
        yield
    except (OSError, ValueError, TypeError, KeyError, EOFError, BadZipFile, RuntimeError) as error:
        raise ModelError(
            "MDL001",
            f"the weights in {folder} cannot be read ({error})",
            "install sayso again: the weights are part of the package",
        ) from error
