"""Acts: what is done by saying it, from the encoder and from a lexicon of cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

import numpy as np

from sayso.model.attribution import Act
from sayso.reader.encoder.sequence import Floats
from sayso.reader.encoder.session import States
from sayso.reader.encoder.weight import Weights
from sayso.reader.stem import look_up
from sayso.vocab import load_table

_WORD = re.compile(r"\w+")


def find_acts(
    states: States, weights: Weights, anchors: Sequence[int], cues: Sequence[str | None]
) -> list[Act]:
    """Finds the act of each attribution.

    Args:
        states: what the encoder says of the tokens.
        weights: the heads.
        anchors: the token that each attribution hangs on.
        cues: the words of its cue, or None.
    """
    if not anchors:
        return []
    labels = weights.labels.act
    hidden = states.hidden[np.array(anchors, dtype=np.int64)]
    scores = hidden @ weights.heads["act_weight"].T + weights.heads["act_bias"]
    best = weigh_cues(scores, labels, cues).argmax(1)
    return [cast("Act", labels[i]) for i in best.tolist()]


def weigh_cues(scores: Floats, labels: Sequence[str], cues: Sequence[str | None]) -> Floats:
    """Raises the scores of the acts that the cues stand for by the lexicon, shape (n, labels)."""
    weighed = scores.copy()
    for row, cue in enumerate(cues):
        act = None if cue is None else read_cue(cue)
        if act is not None:
            weighed[row, labels.index(act)] += load_table("act")["weight"]
    return weighed


def read_cue(cue: str) -> str | None:
    """Returns the act that a cue stands for by its last word of the lexicon, or None ("said")."""
    words = _WORD.findall(cue.lower())
    acts = (look_up(words, at, _list_cues()) for at in reversed(range(len(words))))
    return next((act for act in acts if act is not None), None)


@cache
def _list_cues() -> dict[str, str]:
    return {word: act for act, words in load_table("act")["cues"].items() for word in words}
