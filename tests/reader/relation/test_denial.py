"""Which claims are denied and confirmed."""

from __future__ import annotations

from sayso.reader.relation.claim import Claim
from sayso.reader.relation.denial import find_answers, find_pointed
from tests.reader.relation.sample import claim, list_relations

ACCUSATION = claim(0, "Ana Brodnik", "said", "the Lenk mill had dumped oil in the river", "accuse")
ALIEN = (0.0, 1.0)


def _answer(*claims: Claim) -> list[tuple[str, str, str]]:
    return list_relations(list(find_answers("", [ACCUSATION, *claims])))


def test_a_denied_accusation_is_the_one_before() -> None:
    """A content that only points denies the nearest claim of the kind that it points at."""
    between = claim(1, "Olga Ruhm", "hoped", "for rain", "express")
    denial = claim(2, "Ivo Lenk", "rejected", "the claim", "deny", meaning=ALIEN)
    assert _answer(between, denial) == [("A2", "denies", "A0")]


def test_a_denial_answers_the_accusation_that_names_the_denier() -> None:
    """Whoever is accused by name denies that accusation, though its words are other ones."""
    denial = claim(1, "Ivo Lenk", "denied", "any wrongdoing", "deny", meaning=(0.3, 0.95))
    assert _answer(denial) == [("A1", "denies", "A0")]


def test_a_denial_without_its_claim_keeps_an_open_end() -> None:
    """Nothing is denied that the text does not hold."""
    assert _answer(claim(1, "Olga Ruhm", "denied", "any wrongdoing", "deny", meaning=ALIEN)) == []


def test_nobody_denies_what_he_said_himself() -> None:
    """A denial is of somebody else's claim."""
    assert _answer(claim(1, "Ana Brodnik", "denied", "the claim", "deny")) == []


def test_a_confirmation_is_tied_to_the_claim_most_alike() -> None:
    """A confirmation confirms the most alike of the claims before it."""
    confirmation = claim(1, "Ivo Lenk", "confirmed", "oil had been dumped", "confirm")
    assert _answer(confirmation) == [("A1", "confirms", "A0")]


def test_declining_to_comment_denies_nothing() -> None:
    """A refusal to speak is no denial; a declined request is one."""
    request = claim(1, "Olga Ruhm", "asked", "for an inquiry", "demand", meaning=ALIEN)
    comment = claim(2, "Ivo Lenk", "declined", "to comment", "deny")
    refusal = claim(3, "Ivo Lenk", "declined", "the request", "deny")
    assert _answer(request, comment, refusal) == [("A3", "denies", "A1")]


def test_a_specified_claim_says_something() -> None:
    """Denied "claims that it rained" do not only point."""
    assert find_pointed(claim(0, None, "denied", "claims that it rained")) is None
