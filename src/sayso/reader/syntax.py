"""Sentences, parts of speech and dependencies from the encoder's scores."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.reader.encoder.sequence import Floats
from sayso.reader.encoder.session import States
from sayso.reader.encoder.weight import Weights

Indices = NDArray[np.int64]
LONGEST = 400


def split_sentences(states: States) -> NDArray[np.bool_]:
    """Tells which tokens start a sentence, shape (n,); the first one does."""
    starts: NDArray[np.bool_] = states.sentence > 0
    starts[:1] = True
    # What goes on for longer is no sentence, and would take a table of its square to parse.
    for low, high in pairwise([*np.flatnonzero(starts).tolist(), len(starts)]):
        starts[low + LONGEST : high : LONGEST] = True
    return starts


def tag(states: States, weights: Weights) -> tuple[list[str], list[str]]:
    """Returns the universal and the Penn part of speech of each token."""
    labels = weights.labels
    upos = [labels.upos[i] for i in states.upos.argmax(1)]
    xpos = [labels.xpos[i] for i in states.xpos.argmax(1)]
    return upos, xpos


def parse(states: States, weights: Weights, sentence_starts: NDArray[np.bool_]) -> tuple[Indices, list[str]]:
    """Finds the head of each token within its sentence, and the relation to it.

    Every sentence becomes one tree: the best-scored head of each token where these form a tree, else, from
    the token that loses least as the root, the maximum spanning arborescence (Edmonds 1967).

    Returns:
        Index of the head of each token, a root its own, shape (n,); Universal Dependencies relations.
    """
    heads = np.arange(len(states), dtype=np.int64)
    bounds = [*np.flatnonzero(sentence_starts).tolist(), len(states)]
    for low, high in pairwise(bounds):
        scores = states.arc_dependent[low:high] @ states.arc_head[low:high].T
        scores = scores / states.arc_head.shape[1] ** 0.5 + states.arc_bias[low:high]
        heads[low:high] = low + _find_tree(scores)
    return heads, _label(states, weights, heads)


def _label(states: States, weights: Weights, heads: Indices) -> list[str]:
    joined = np.maximum(states.relation_dependent + states.relation_head[heads], 0)
    scores = joined @ weights.heads["relation_weight"].T + weights.heads["relation_bias"]
    root = weights.labels.relation.index("root")
    is_root = heads == np.arange(len(heads))
    scores[:, root] = np.where(is_root, np.inf, -np.inf)
    return [weights.labels.relation[i] for i in scores.argmax(1)]


def _find_tree(scores: Floats) -> Indices:
    """Finds a tree with one root; scores[i, j] is that of j as head of i, of i as root where i = j."""
    n = len(scores)
    best: Indices = scores.argmax(1)
    roots = np.flatnonzero(best == np.arange(n))
    if len(roots) == 1 and _reaches_root(best, n):
        return best
    diagonal = np.diagonal(scores)
    # The root is the token that loses least by having no head; the others then find theirs.
    others = np.where(np.eye(n, dtype=bool), -np.inf, scores)
    loss = others.max(1) - diagonal if n > 1 else -diagonal
    root = int(loss.argmin())
    return _span(others, root)


def _reaches_root(heads: Indices, n: int) -> bool:
    """Tells whether every token's chain of heads ends in a root."""
    at = heads
    for _ in range(max(1, n.bit_length())):
        at = at[at]
    return bool((heads[at] == at).all())


def _span(scores: Floats, root: int) -> Indices:
    """Finds the maximum spanning arborescence from a given root by contracting cycles."""
    n = len(scores)
    heads: Indices = scores.argmax(1)
    heads[root] = root
    cycle = _find_cycle(heads, root)
    if cycle is None:
        return heads
    rest = np.array([i for i in range(n) if i not in cycle])
    members = np.array(sorted(cycle))
    inner = scores[members, heads[members]]
    size = len(rest) + 1
    small = np.full((size, size), -np.inf, dtype=scores.dtype)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    entering = scores[np.ix_(members, rest)] - inner[:, None]
    small[-1, :-1] = entering.max(0)
    leaving = scores[np.ix_(rest, members)]
    small[:-1, -1] = leaving.max(1)
    solved = _span(small, int(np.flatnonzero(rest == root)[0]))
    result: Indices = heads.copy()
    for i, token in enumerate(rest.tolist()):
        if token != root:
            head = solved[i]
            result[token] = members[leaving[i].argmax()] if head == size - 1 else rest[head]
    entry = int(solved[-1])
    result[members[entering[:, entry].argmax()]] = rest[entry]
    return result


def _find_cycle(heads: Indices, root: int) -> set[int] | None:
    done = {root}
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while at not in done and at not in path:
            path.append(at)
            at = int(heads[at])
        if at in path:
            return set(path[path.index(at) :])
        done.update(path)
    return None
