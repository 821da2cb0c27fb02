"""Frames: which tokens around an anchor play which role for it, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.reader.encoder.sequence import Floats, cut_spans, follow, forbid_steps

if TYPE_CHECKING:
    from sayso.reader.encoder.session import States
    from sayso.reader.encoder.weight import Weights

BEFORE, AFTER = 96, 128
"""How many tokens before and after an anchor may belong to its frame, at most."""
REACH = {"attribution": (BEFORE, AFTER), "event": (40, 40)}
"""The same for each kind of frame; within 40 tokens stand 99.7 % of the participants of events."""
BUCKETS = 64
ROLES = {
    "attribution": ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"),
    "event": ("O", "B-actor", "I-actor", "B-recipient", "I-recipient"),
}
"""What the tokens around an anchor may be, by what hangs on the anchor."""
SCORER = (
    "query_weight",
    "query_bias",
    "hidden_weight",
    "hidden_bias",
    "role_weight",
    "role_bias",
    "distance_weight",
)
CHUNK = 64
"""How many anchors are scored at a time, so that a long text takes no more memory than a short one."""
FAR = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Frame:
    """The best sequence of roles around one anchor.

    Attributes:
        anchor: token that the frame hangs on.
        spans: role (source, cue …) with first and past-the-last token of each span, in text order.
        probability: of this whole sequence among all sequences, 0 to 1.
    """

    anchor: int
    spans: tuple[tuple[str, int, int], ...]
    probability: float


def bucket_distances(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Buckets signed distances: exact near zero, logarithmic further out; values 0 … BUCKETS - 1."""
    half = BUCKETS // 2
    size = np.abs(distance)
    log = 12 + (np.log2(np.maximum(size, 12) / 12) * 4).astype(np.int64)
    bucket = np.minimum(np.where(size < 12, size, log), half - 1)
    return np.where(distance < 0, bucket, bucket + half)


def decode_frames(states: States, weights: Weights, kind: str, anchors: NDArray[np.int64]) -> list[Frame]:
    """Finds the best roles around each anchor: Viterbi over a linear chain (Lafferty et al. 2001).

    Args:
        states: what the encoder says of the tokens.
        weights: the heads.
        kind: what hangs on the anchors, a key of ROLES.
        anchors: the tokens that frames are looked for around, shape (n,).
    """
    chunks = [anchors[i : i + CHUNK] for i in range(0, len(anchors), CHUNK)]
    return [frame for chunk in chunks for frame in _decode_chunk(states, weights, kind, chunk)]


def _decode_chunk(states: States, weights: Weights, kind: str, anchors: NDArray[np.int64]) -> list[Frame]:
    before, after = REACH[kind]
    at = anchors[:, None] + np.arange(-before, after + 1)
    # Columns that lie outside of the text for all anchors are cut off.
    columns = ((at >= 0) & (at < len(states))).any(0)
    at = at[:, columns]
    scores = _score_roles(states, weights, kind, anchors, at)
    steps = np.where(forbid_steps(ROLES[kind]), FAR, weights.heads[f"{kind}_step"])
    paths, best = follow(scores, steps)
    total = _sum_paths(scores, steps)
    probability = np.exp(np.minimum(best - total, 0))
    return [
        Frame(int(anchor), tuple(cut_spans([ROLES[kind][i] for i in path], int(row[0]))), float(p))
        for anchor, path, row, p in zip(anchors, paths, at, probability, strict=True)
    ]


def _score_roles(
    states: States, weights: Weights, kind: str, anchors: NDArray[np.int64], at: NDArray[np.int64]
) -> Floats:
    """Scores all roles of all tokens near each anchor, shape (anchors, tokens, roles)."""
    heads = {name: weights.heads[f"{kind}_{name}"] for name in SCORER}
    inside = np.clip(at, 0, len(states) - 1)
    query = states.hidden[anchors] @ heads["query_weight"].T + heads["query_bias"]
    gate, shift = np.split(query, 2, axis=1)
    distance = heads["distance_weight"][bucket_distances(at[0] - anchors[0])]
    hidden = states.role_key[kind][inside] * (1 + gate[:, None]) + shift[:, None] + distance
    np.maximum(hidden, 0, out=hidden)
    deeper = hidden.reshape(-1, hidden.shape[2]) @ heads["hidden_weight"].T + heads["hidden_bias"]
    np.maximum(deeper, 0, out=deeper)
    hidden += deeper.reshape(hidden.shape)
    scores: Floats = hidden @ heads["role_weight"].T + heads["role_bias"] + states.role_bias[kind][inside]
    scores[at != inside] = FAR
    scores[at != inside, 0] = 0
    return scores


def _sum_paths(scores: Floats, steps: Floats) -> Floats:
    """Returns the logarithm of the summed weight of all paths of each row, computed with rescaled sums."""
    top = scores.max(2, keepdims=True)
    weight = np.exp(scores - top)
    step = np.exp(steps)
    total = top.sum((1, 2)).astype(np.float64)
    forward = weight[:, 0] * step[0]
    for i in range(1, scores.shape[1]):
        forward = (forward @ step) * weight[:, i]
        scale = forward.sum(1, keepdims=True)
        total += np.log(scale[:, 0])
        forward /= scale
    result: Floats = total + np.log(forward.sum(1))
    return result
