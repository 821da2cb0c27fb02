"""Passives of telling, on trees made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.reader.draft import Draft
from sayso.reader.figure.word import Words
from sayso.reader.passive import find_hearer, is_passive, turn_passives
from sayso.reader.span import Range

TOLD = """
The DET DT 2 det
mayor NOUN NN 4 nsubj:pass
was AUX VBD 4 aux:pass
told VERB VBN 0 root
by ADP IN 7 case
the DET DT 7 det
inspector NOUN NN 4 obl:agent
that SCONJ IN 11 mark
mills NOUN NNS 11 nsubj
were AUX VBD 11 cop
unsafe ADJ JJ 4 ccomp
"""
SAID = """
Mills NOUN NNS 3 nsubj:pass
were AUX VBD 3 aux:pass
sold VERB VBN 0 root
"""
TELLS = """
Kral PROPN NNP 3 nsubj
had AUX VBD 3 aux
told VERB VBN 0 root
them PRON PRP 3 obj
"""


@pytest.fixture
def told(plant: Callable[[str], Words]) -> Words:
    return plant(TOLD)


def _find(words: Words, text: str) -> Range:
    start = words.text.index(text)
    return start, start + len(text)


def _turn(words: Words, source: str | None, content: list[str]) -> Draft:
    draft = Draft(
        source=None if source is None else _find(words, source),
        cue=_find(words, "was told"),
        content=[_find(words, piece) for piece in content],
        evidence=(),
        confidence=0.9,
        token=3,
    )
    turn_passives(words, [draft])
    return draft


def test_the_agent_speaks(told: Words) -> None:
    """Who follows "by" is the source, and who was told is no part of the content."""
    draft = _turn(told, None, ["The mayor", "mills were unsafe"])
    assert draft.source == _find(told, "the inspector")
    assert draft.content == [_find(told, "mills were unsafe")]


def test_the_hearer_does_not_speak(plant: Callable[[str], Words]) -> None:
    """Without an agent there is no source."""
    rows = TOLD.strip().splitlines()
    words = plant(
        "\n".join([*rows[:4], "mills NOUN NNS 7 nsubj", "were AUX VBD 7 cop", "unsafe ADJ JJ 4 ccomp"])
    )
    assert _turn(words, "The mayor", ["mills were unsafe"]).source is None


def test_the_hearer_is_who_was_told(told: Words) -> None:
    """The subject of the passive is to whom it was said."""
    assert find_hearer(told, _find(told, "was told")) == _find(told, "The mayor")


@pytest.mark.parametrize(("rows", "cue"), [(SAID, "were sold"), (TELLS, "had told")])
def test_other_verbs_have_no_hearer(plant: Callable[[str], Words], rows: str, cue: str) -> None:
    """A passive of another verb tells nobody, and an active verb has its hearer behind it."""
    words = plant(rows)
    assert find_hearer(words, _find(words, cue)) is None


def test_a_perfect_is_no_passive(plant: Callable[[str], Words]) -> None:
    """“Had told” is active, “was told” is not."""
    assert not is_passive(plant(TELLS), 2)
    assert is_passive(plant(TOLD), 3)
