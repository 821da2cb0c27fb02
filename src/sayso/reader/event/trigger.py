"""Triggers: the words that tell of a happening, from the encoder's types and a lexicon of such words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from sayso.model.event import EventType
from sayso.reader.encoder.sequence import Floats
from sayso.reader.stem import look_up
from sayso.vocab import load_table

GRADES = ("none", "open", "sure")
"""How surely the lexicon says that a word tells of a type: not, in some uses, or as a rule."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words of one happening.

    Attributes:
        start, end: first and past-the-last of the tokens that the encoder saw.
        type: what happens.
        odds: log-odds that anything happens here.
        share: logarithm of the share of the type among all types.
        grade: index in GRADES of what the lexicon says of the words and the type.
    """

    start: int
    end: int
    type: EventType
    odds: float
    share: float
    grade: int


def find_triggers(scores: Floats, labels: Sequence[str], words: Sequence[str]) -> list[Trigger]:
    """Finds the words that may tell of a happening, in text order; neighbours of one type are one trigger.

    Args:
        scores: of each type at each token, shape (n, labels), that of no happening first.
        labels: the types, "O" first.
        words: the tokens in lower case.
    """
    table = load_table("event")
    grades = grade_words(words, labels)
    scores = scores[:, 1:] - scores[:, :1] + np.array(table["bonus"], dtype=np.float32)[grades]
    top = scores.max(1, keepdims=True)
    odds = top[:, 0] + np.log(np.exp(scores - top).sum(1))
    best = scores.argmax(1)
    floor = np.log(table["floor"] / (1 - table["floor"]))
    triggers: list[Trigger] = []
    for start, end in _group(odds > floor, best):
        kind = int(scores[start:end].max(0).argmax())
        peak = start + int(odds[start:end].argmax())
        triggers.append(
            Trigger(
                start,
                end,
                cast("EventType", labels[kind + 1]),
                odds=float(odds[peak]),
                share=float(scores[peak, kind] - odds[peak]),
                grade=int(grades[start:end, kind].max()),
            )
        )
    return triggers


def _group(found: NDArray[np.bool_], kinds: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Groups found tokens that stand side by side and are of one kind."""
    groups: list[tuple[int, int]] = []
    for i in np.flatnonzero(found).tolist():
        if groups and groups[-1][1] == i and kinds[i] == kinds[i - 1]:
            groups[-1] = (groups[-1][0], i + 1)
        else:
            groups.append((i, i + 1))
    return groups


def grade_words(words: Sequence[str], labels: Sequence[str]) -> NDArray[np.int64]:
    """Grades words by the lexicon, shape (words, types): an index in GRADES for each type.

    Args:
        words: lower-case words of a text.
        labels: the types, "O" first.
    """
    grades = np.zeros((len(words), len(labels) - 1), dtype=np.int64)
    columns = {label: i for i, label in enumerate(labels[1:])}
    lexicon = _list_triggers()
    for i in range(len(words)):
        for kind, grade in look_up(words, i, lexicon) or ():
            if kind in columns:
                grades[i, columns[kind]] = grade
    return grades


@cache
def _list_triggers() -> dict[str, list[tuple[str, int]]]:
    """Returns the types that each entry of the lexicon may tell of, with how surely."""
    lexicon: dict[str, list[tuple[str, int]]] = {}
    for kind, grades in load_table("event_trigger").items():
        for grade, entries in grades.items():
            for entry in entries:
                lexicon.setdefault(entry, []).append((kind, GRADES.index(grade)))
    return lexicon


def rate(trigger: Trigger) -> float:
    """Returns the confidence of a trigger: Platt scaling (1999) of its odds and of the share of its type."""
    bias, odds, share = load_table("event_decoding")["confidence"]
    logit = bias + odds * trigger.odds + share * trigger.share
    return round(float(1 / (1 + np.exp(-logit))), 4)
