"""Coreference: which earlier mention a mention refers back to, as the encoder scores it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.reader.encoder.frame import bucket_distances
from sayso.reader.encoder.session import States
from sayso.reader.encoder.weight import Weights

REACH = 300
"""How many tokens back an antecedent may stand."""
LEAST = 0.02
"""Less likely links are left out."""
BLOCK = 256
"""How many mentions are scored at a time, so that a long text takes no more memory than a short one."""

Links = list[tuple[int, float]]


def link_mentions(states: States, weights: Weights, heads: NDArray[np.int64]) -> list[Links]:
    """Returns for each mention the earlier ones that it may refer back to, with their probabilities.

    What their sum lacks to 1 is the probability that it refers to nothing before it (Lee et al. 2017).

    Args:
        states: what the encoder says of the tokens.
        weights: the heads.
        heads: the head token of each mention, ascending, shape (n,).
    """
    blocks = range(0, len(heads), BLOCK)
    return [links for low in blocks for links in _link_block(states, weights, heads, low)]


def _link_block(states: States, weights: Weights, heads: NDArray[np.int64], low: int) -> list[Links]:
    mentions = heads[low : low + BLOCK]
    first = int(np.searchsorted(heads, mentions[0] - REACH))
    others = heads[first : low + len(mentions)]
    scores = states.link_mention[mentions] @ states.link_antecedent[others].T
    distance = others[None] - mentions[:, None]
    scores = scores / states.link_mention.shape[1] ** 0.5 + states.link_bias[others]
    scores += weights.heads["link_distance_weight"][bucket_distances(distance), 0]
    scores[(distance >= 0) | (distance < -REACH)] = -np.inf
    top = np.maximum(scores.max(1, initial=-np.inf), 0)[:, None]
    odds = np.exp(scores - top)
    likely = odds / (odds.sum(1, keepdims=True) + np.exp(-top))
    return [[(first + int(j), float(row[j])) for j in np.flatnonzero(row > LEAST)] for row in likely]
