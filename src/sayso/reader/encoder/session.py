"""Runs the encoder over a text, window by window, and joins what it says of each token."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.reader.encoder.frame import ROLES
from sayso.reader.encoder.piece import Pieces, cut_pieces
from sayso.reader.encoder.sequence import Floats
from sayso.reader.encoder.weight import SHIPPED, Weights, guard, load_weights
from sayso.reader.encoder.window import Window, cut_windows

UNKNOWN, CLS, SEP = 100, 101, 102
OUTPUTS = ("hidden", "tags", "arcs", "relations", "roles", "links")
COVER = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class States:
    """What the graph gives for each of n tokens.

    Attributes:
        hidden: the token's vector, shape (n, 384).
        sentence: log-odds that a sentence starts here, shape (n,).
        upos, xpos, names, coarse, event, measure: a score for each label, shape (n, labels).
        anchor: log-odds that an attribution hangs on this token by its cue, or without one, shape (n, 2).
        cover: log-odds that the token is in the source, cue or content of any attribution, shape (n, 3).
        arc_dependent, arc_head, arc_bias: factors of the arc scores.
        relation_dependent, relation_head: factors of the relation scores.
        role_key, role_bias: factors of the role scores of each kind of frame.
        link_mention, link_antecedent, link_bias: factors of the scores of coreference links.
    """

    hidden: Floats
    sentence: Floats
    upos: Floats
    xpos: Floats
    names: Floats
    coarse: Floats
    event: Floats
    measure: Floats
    anchor: Floats
    cover: Floats
    arc_dependent: Floats
    arc_head: Floats
    arc_bias: Floats
    relation_dependent: Floats
    relation_head: Floats
    role_key: dict[str, Floats]
    role_bias: dict[str, Floats]
    link_mention: Floats
    link_antecedent: Floats
    link_bias: Floats

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
        hidden, tags, arcs, relations, roles, links = (np.concatenate(p) for p in zip(*parts, strict=True))
        labels = self.weights.labels
        tagged = (labels.upos, labels.xpos, labels.names, labels.coarse, labels.event, labels.measure)
        sentence, upos, xpos, names, coarse, event, measure, anchor, cover = _cut(
            tags, [1, *map(len, tagged), 2, len(COVER)]
        )
        arc, relation, link = arcs.shape[1] // 2, relations.shape[1] // 2, links.shape[1] // 2
        biases = [len(names) for names in ROLES.values()]
        key = (roles.shape[1] - sum(biases)) // len(biases)
        frames = dict(zip(ROLES, _cut(roles, [key + bias for bias in biases]), strict=True))
        return States(
            hidden,
            sentence[:, 0],
            *(upos, xpos, names, coarse, event, measure, anchor, cover),
            *(arcs[:, :arc], arcs[:, arc : 2 * arc], arcs[:, 2 * arc]),
            *(relations[:, :relation], relations[:, relation:]),
            {kind: values[:, :key] for kind, values in frames.items()},
            {kind: values[:, key:] for kind, values in frames.items()},
            *(links[:, :link], links[:, link : 2 * link], links[:, 2 * link]),
        )


def _cut(joined: Floats, widths: list[int]) -> list[Floats]:
    """Cuts columns into groups of the given widths."""
    return np.split(joined, np.cumsum(widths)[:-1], axis=1)
