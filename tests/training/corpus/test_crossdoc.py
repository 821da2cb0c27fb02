"""Given mentions as sketches."""

from __future__ import annotations

import pytest

from sayso.reader.reader import share_reader
from training.corpus.crossdoc import Case, is_pronoun, read_cases
from training.corpus.ecbplus import Mention, Page

TEXT = "Mayor Ines Kubiak visited Malta on Monday . Kubiak , who praised the visit , left at noon ."
WORDS = TEXT.split()


def mention(first: int, last: int, tag: str, chain: str) -> Mention:
    return Mention("1_1ecb", tuple(range(first, last + 1)), tag, chain, 0)


@pytest.fixture(scope="module")
def case() -> Case:
    marks = (
        mention(1, 2, "HUMAN_PART_PER", "kubiak"),
        mention(3, 3, "ACTION_OCCURRENCE", "visit"),
        mention(8, 8, "HUMAN_PART_PER", "kubiak"),
        mention(10, 10, "HUMAN_PART_PER", "kubiak"),
        mention(13, 13, "ACTION_OCCURRENCE", "visit"),
    )
    page = Page("1_1ecb", "1", tuple(WORDS), (0,) * len(WORDS), marks)
    (only,) = read_cases([page], share_reader())
    return only


def test_each_given_event_has_a_sketch(case: Case) -> None:
    """The trigger is the given words, whatever the reader finds."""
    assert [event.trigger.text for event in case.events.values()] == ["visited", "visit"]


def test_mentions_of_one_actor_are_one(case: Case) -> None:
    """Name, surname and relative pronoun are of one actor."""
    assert len({*case.holders.values()}) == 1


def test_every_mention_has_its_chain(case: Case) -> None:
    """Chains of events and of actors are kept by the ids of their mentions."""
    assert sorted(case.chains.values()) == ["kubiak"] * 3 + ["visit"] * 2


def test_joined_pronouns_are_pronouns() -> None:
    """ECB+ leaves some words joined."""
    assert [is_pronoun(word) for word in ("she's", "who", "pilot")] == [True, True, False]
