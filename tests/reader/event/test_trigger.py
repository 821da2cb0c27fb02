from __future__ import annotations

import numpy as np
import pytest

from sayso.reader.event.trigger import Trigger, find_triggers, grade_words, rate

LABELS = ("O", "ASSAULT", "DISASTER", "REQUEST")


def score(*rows: tuple[float, float, float, float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


NOTHING = (6.0, 0.0, 0.0, 0.0)


def test_neighbours_of_one_type_are_one_trigger() -> None:
    """Two tokens of a type that stand side by side make one trigger."""
    scores = score(NOTHING, (0.0, 3.0, 0.0, 0.0), (0.0, 4.0, 0.0, 0.0), NOTHING)
    found = find_triggers(scores, LABELS, ["a", "mass", "shooting", "began"])
    assert [(t.start, t.end, t.type) for t in found] == [(1, 3, "ASSAULT")]


def test_neighbours_of_two_types_are_two_triggers() -> None:
    """Tokens of different types do not merge."""
    scores = score((0.0, 5.0, 0.0, 0.0), (0.0, 0.0, 5.0, 0.0))
    found = find_triggers(scores, LABELS, ["bombing", "fire"])
    assert [(t.start, t.type) for t in found] == [(0, "ASSAULT"), (1, "DISASTER")]


def test_the_lexicon_raises_a_type() -> None:
    """Of two types that the encoder holds for equally likely, the one that the word stands for wins."""
    scores = score((0.0, 2.0, 2.0, 0.0))
    assert [t.type for t in find_triggers(scores, LABELS, ["earthquake"])] == ["DISASTER"]


def test_what_is_unlikely_is_left_out() -> None:
    """A word that neither encoder nor lexicon hold for a trigger is none."""
    assert find_triggers(score(NOTHING), LABELS, ["window"]) == []


@pytest.mark.parametrize(
    ("words", "grade"),
    [(["bombed"], 2), (["fought"], 1), (["table"], 0)],
)
def test_words_are_graded_by_their_stems(words: list[str], grade: int) -> None:
    """Inflected words have the grade of their stem, regular or not."""
    assert grade_words(words, LABELS)[0, 0] == grade


def test_two_words_are_graded_together() -> None:
    """A verb with its particle is looked up as a whole."""
    assert grade_words(["called", "for"], LABELS)[0].tolist() == [0, 0, 2]


def test_confidence_grows_with_the_odds() -> None:
    """What the encoder holds for likelier is surer."""
    low, high = (Trigger(0, 1, "ASSAULT", odds, -0.1, 2) for odds in (-1.0, 3.0))
    assert 0 < rate(low) < rate(high) < 1
