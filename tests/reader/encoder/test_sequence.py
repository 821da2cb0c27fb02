from __future__ import annotations

import itertools

import numpy as np

from sayso.reader.encoder.sequence import cut_spans, follow, forbid_steps

LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source")


def test_forbids_the_inside_of_what_has_not_begun() -> None:
    """No sequence steps from outside, or from another kind, into the inside of a span."""
    forbidden = forbid_steps(LABELS)
    allowed = {
        (a, b)
        for a, b in itertools.product(LABELS, LABELS)
        if not forbidden[LABELS.index(a), LABELS.index(b)]
    }
    assert {a for a, b in allowed if b == "I-cue"} == {"B-cue", "I-cue"}


def test_follows_the_best_path() -> None:
    """The path found is the best of all that are well-formed."""
    steps = np.where(forbid_steps(LABELS), -1e4, 0).astype(np.float32)
    scores = np.random.default_rng(3).normal(size=(2, 4, len(LABELS))).astype(np.float32)
    paths, best = follow(scores, steps)

    def weigh(row: int, path: tuple[int, ...]) -> float:
        inner = sum(scores[row, i, label] for i, label in enumerate(path))
        return float(inner + sum(steps[a, b] for a, b in itertools.pairwise((0, *path))))

    for row in range(2):
        every = {path: weigh(row, path) for path in itertools.product(range(len(LABELS)), repeat=4)}
        assert tuple(paths[row]) == max(every, key=every.__getitem__)
        assert np.isclose(best[row], max(every.values()), atol=1e-4)


def test_cuts_spans() -> None:
    """A begin starts a span even right after another; places count from where the path starts."""
    path = ("B-cue", "B-cue", "I-cue", "O", "B-source")
    assert cut_spans(path, 10) == [("cue", 10, 11), ("cue", 11, 13), ("source", 14, 15)]
