"""The shipped weights: ONNX graph, head matrices, labels and calibration, all in one folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    """Ordered label names of each head."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relation: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What lies in a folder of weights.

    Attributes:
        graph: path of the ONNX graph.
        tokenizer: path of the word-piece tokenizer.
        labels: the label names of each head.
        heads: matrices of the heads that are computed outside of the graph.
        decoding: thresholds and calibration, fitted on held-out training documents.
    """

    graph: Path
    tokenizer: Path
    labels: Labels
    heads: dict[str, NDArray[np.float32]]
    decoding: dict[str, Any]


def load_weights(folder: Path = SHIPPED) -> Weights:
    """Loads a folder of weights.

    Raises:
        ModelError: a file is missing or cannot be read.
    """
    try:
        labels = Labels(**{k: tuple(v) for k, v in json.loads((folder / LABELS).read_text("utf8")).items()})
        with np.load(folder / HEADS) as file:
            heads = {key: file[key].astype(np.float32) for key in file.files}
        decoding = json.loads((folder / DECODING).read_text("utf8"))
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(
            "MDL001",
            f"the weights in {folder} cannot be read ({error})",
            "install sayso again: the weights are part of the package",
        ) from error
    return Weights(folder / GRAPH, folder / TOKENIZER, labels, heads, decoding)
