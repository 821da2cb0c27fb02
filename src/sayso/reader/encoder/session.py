"""Runs the encoder over a text, window by window, and joins what it says of each token."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.reader.encoder.piece import Pieces, cut_pieces
from sayso.reader.encoder.sequence import Floats
from sayso.reader.encoder.weight import SHIPPED, Weights, guard, load_weights
from sayso.reader.encoder.window import Window, cut_windows

UNKNOWN, CLS, SEP = 100, 101, 102
OUTPUTS = ("hidden", "tags", "arcs", "relations", "roles")


@dataclass(frozen=True, slots=True)
class States:
    """What the graph gives for each of n tokens.

    Attributes:
        hidden: the token's vector, shape (n, 384).
        sentence: log-odds that a sentence starts here, shape (n,).
        upos, xpos, names: a score for each label, shape (n, labels).
        anchor: log-odds that an attribution hangs on this token by its cue, or without one, shape (n, 2).
        arc_dependent, arc_head, arc_bias: factors of the arc scores.
        relation_dependent, relation_head: factors of the relation scores.
        role_key, role_bias: factors of the role scores.
    """

    hidden: Floats
    sentence: Floats
    upos: Floats
    xpos: Floats
    names: Floats
    anchor: Floats
    arc_dependent: Floats
    arc_head: Floats
    arc_bias: Floats
    relation_dependent: Floats
    relation_head: Floats
    role_key: Floats
    role_bias: Floats

    def __len__(self) -> int:
        return len(self.hidden)


class Encoder:
    """The network of a folder of weights."""

    def __init__(self, folder: Path = SHIPPED, threads: int = 1) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.weights: Weights = load_weights(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Both libraries raise bare exceptions of their own.
        with guard(folder):
            try:
                self.tokenizer = Tokenizer.from_buffer(self.weights.tokenizer.read_bytes())
                graph = self.weights.graph.read_bytes()
                providers = ["CPUExecutionProvider"]
                self.session = onnxruntime.InferenceSession(graph, options, providers=providers)
            except OSError:
                raise
            except Exception as error:
                raise ValueError(error) from error

    def encode(self, text: str, tokens: NDArray[np.int64]) -> States:
        """Encodes the tokens of a text.

        Args:
            text: the whole text.
            tokens: start and end of each token in it, shape (n, 2), in order, none empty.
        """
        pieces = cut_pieces(self.tokenizer, text)
        if not len(pieces):
            # The tokenizer drops control characters; a text of nothing else still has tokens.
            pieces = Pieces(np.array([UNKNOWN]), np.zeros(1, np.int64), np.zeros((1, 3), np.int64))
        first = np.maximum(np.searchsorted(pieces.start, tokens[:, 0], side="right") - 1, 0)
        windows = cut_windows(pieces.features[:, 1])
        return self._split([self._run(pieces, window, first) for window in windows])

    def _run(self, pieces: Pieces, window: Window, first: NDArray[np.int64]) -> list[Floats]:
        """Runs one window; returns each output for the tokens that the window keeps.

        Windows run one by one: a batch of them would need padding and more memory, and its 8-bit scales would
        make a token's scores depend on windows that it does not stand in.
        """
        low, high = np.searchsorted(first, [window.keep_from, window.keep_to])
        ids = np.concatenate([[CLS], pieces.ids[window.start : window.end], [SEP]])
        features = np.zeros((len(ids), 3), np.int64)
        features[1:-1] = pieces.features[window.start : window.end]
        inputs = {
            "ids": ids,
            "mask": np.ones_like(ids),
            "features": features,
            "first": first[low:high] - window.start + 1,
        }
        outputs = self.session.run(OUTPUTS, {name: value[None] for name, value in inputs.items()})
        return [output[0] for output in outputs]

    def _split(self, parts: list[list[Floats]]) -> States:
        """Joins windows and cuts the concatenated heads apart."""
        hidden, tags, arcs, relations, roles = (np.concatenate(p) for p in zip(*parts, strict=True))
        labels = self.weights.labels
        widths = [1, len(labels.upos), len(labels.xpos), len(labels.names), 2]
        sentence, upos, xpos, names, anchor = np.split(tags, np.cumsum(widths)[:-1], axis=1)
        arc, relation, key = (
            (arcs.shape[1] - 1) // 2,
            relations.shape[1] // 2,
            roles.shape[1] - len(labels.roles),
        )
        return States(
            hidden,
            sentence[:, 0],
            upos,
            xpos,
            names,
            anchor,
            arcs[:, :arc],
            arcs[:, arc : 2 * arc],
            arcs[:, 2 * arc],
            relations[:, :relation],
            relations[:, relation:],
            roles[:, :key],
            roles[:, key:],
        )
