"""Claims in the order of the views."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.errors import ModelError
from sayso.export.claim import list_claims
from sayso.model import Reading
from tests.export.sample import attribute, make_reading, speak


def test_nested_claim_follows_the_one_around_it(reading: Reading) -> None:
    """A nested claim comes right after its parent, one deeper."""
    shuffled = replace(reading, attributions=reading.attributions[::-1])
    claims = {claim.attribution.id: claim for claim in list_claims(shuffled, 0.5)}
    assert claims["A4"].number == claims["A3"].number + 1
    assert (claims["A4"].depth, claims["A4"].parent) == (1, claims["A3"].number)


def test_no_claim_is_lost(reading: Reading) -> None:
    """Every attribution is listed once, numbered from 1."""
    claims = list_claims(reading, 0.5)
    assert [claim.number for claim in claims] == [1, 2, 3, 4, 5, 6]
    assert {claim.attribution.id for claim in claims} == {each.id for each in reading.attributions}


def test_circle_of_parents_is_an_error(reading: Reading) -> None:
    """Claims that are each other's parents are not dropped in silence."""
    first, second, *_ = reading.attributions
    circle = (replace(first, parent=second.id), replace(second, parent=first.id))
    with pytest.raises(ModelError, match="MDL005"):
        list_claims(replace(reading, attributions=circle), 0.5)


@pytest.mark.parametrize(
    ("kind", "name", "source", "who"),
    [
        ("named", "Marit Solheim", "She", "Marit Solheim"),
        ("named", None, None, "unresolved"),
        ("role", None, "the coastguard", "the coastguard"),
        ("role", None, None, "unresolved"),
        ("anonymous", None, "A deckhand", "A deckhand"),
        ("anonymous", None, None, "anonymous"),
        ("unresolved", None, "She", "She"),
        ("unresolved", None, None, "unresolved"),
    ],
)
def test_who_is_never_blank(kind: str, name: str | None, source: str | None, who: str) -> None:
    """A speaker is given by name, else by the words of the source, else by the kind of unknown."""
    only = replace(make_reading(), attributions=(attribute("A1", speak(name, kind), source=source),))
    assert list_claims(only, 0.5)[0].who == who


def test_phrase_is_given_where_it_differs(reading: Reading) -> None:
    """The words of the source are told only where the speaker's name says something else."""
    assert [claim.phrase for claim in list_claims(reading, 0.5)][:3] == [
        None,
        "Marit Solheim, the first officer",
        "She",
    ]


def test_chain_names_every_hop(reading: Reading) -> None:
    """The chain goes from the outlet to the root; a hop without a name is an unknown with its kind."""
    chains = [[step.name for step in claim.chain] for claim in list_claims(reading, 0.5)]
    assert chains[1] == ["Northern Wire", "the Harbour Post", "Marit Solheim"]
    assert chains[3] == ["Northern Wire", "Marit Solheim", "the owner (unresolved)"]
    assert chains[5] == ["Northern Wire", "anonymous"]


def test_chain_does_not_repeat_an_unknown_outlet() -> None:
    """That the outlet is not known is told once, by the head of the article."""
    claims = list_claims(make_reading(publisher=None), 0.5)
    assert [step.name for step in claims[1].via] == ["the Harbour Post"]
    assert claims[0].via == ()


def test_step_knows_where_it_was_read(reading: Reading) -> None:
    """A speaker stands in the passage of its claim, an audience where it is addressed."""
    claims = list_claims(reading, 0.5)
    told = claims[1].via[1]
    assert (told.role, told.claim, told.told and told.told.text) == ("audience", 2, "the Harbour Post")
    assert [(step.claim, step.told) for step in claims[3].via[1:]] == [(3, None)]


def test_reason_of_an_unresolved_speaker_is_given() -> None:
    """Why a speaker is unresolved is told where the reading says it."""
    speaker = replace(speak(None, "unresolved"), reason="several that it\nmay mean")
    only = replace(make_reading(), attributions=(attribute("A1", speaker, source="She"),))
    assert list_claims(only, 0.5)[0].reason == "several that it may mean"


def test_doubt_begins_under_the_threshold(reading: Reading) -> None:
    """A claim is doubtful where its confidence is under the threshold, not at it."""
    assert [claim.is_doubtful for claim in list_claims(reading, 0.31)] == [False] * 6
    assert [claim.attribution.id for claim in list_claims(reading, 0.32) if claim.is_doubtful] == ["A5"]


def test_attribution_without_spans_starts_at_the_text() -> None:
    """An attribution that points nowhere is placed at the beginning."""
    only = replace(make_reading(), attributions=(attribute("A1", speak(None, "anonymous")),))
    claim = list_claims(only, 0.5)[0]
    assert (claim.start, claim.cue, claim.manner) == (0, "no cue", ("indirect",))
