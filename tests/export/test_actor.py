"""Actors as the views show them."""

from __future__ import annotations

from dataclasses import replace

from sayso.export.actor import Voice, list_voices
from sayso.export.claim import list_claims
from sayso.model import Reading


def hear(reading: Reading) -> list[Voice]:
    return list_voices(reading, list_claims(reading, 0.5))


def test_most_mentioned_comes_first(denial: Reading) -> None:
    """Actors are listed by how often they are mentioned."""
    assert [(voice.number, voice.name, voice.mentions) for voice in hear(denial)] == [
        (1, "Marit Solheim", "2 mentions"),
        (2, "coastguard", "1 mention"),
    ]


def test_alike_stand_in_the_order_of_the_text(denial: Reading) -> None:
    """Of actors mentioned alike, the one that the article names first comes first."""
    solheim = replace(denial.actors[1], mentions=denial.actors[1].mentions[:1])
    assert [voice.name for voice in hear(replace(denial, actors=(solheim, denial.actors[0])))] == [
        "coastguard",
        "Marit Solheim",
    ]


def test_actor_knows_its_claims(denial: Reading) -> None:
    """The claims of an actor are those that it is the speaker of."""
    assert [voice.claims for voice in hear(denial)] == [(2, 3), ()]


def test_title_tells_role_or_kind(denial: Reading) -> None:
    """An actor is told by its role, or else by its kind."""
    assert [voice.title for voice in hear(denial)] == [
        "Marit Solheim, first officer",
        "coastguard, government",
    ]
