"""Claims: what claims of different articles do to one another."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reconcile.claim import ClaimLink, find_links, link_claims
from sayso.reconcile.statement import Statement, weigh_stems
from tests.reconcile.note import content, statement

BURIED = "the harbour company had buried the inspection records"


def _type(one: Statement, other: Statement) -> str | None:
    link = link_claims(one, other)
    return None if link is None else link.type


def test_a_denial_finds_what_it_denies() -> None:
    """A denial denies the claim of another article that says what it denies."""
    denial = statement("b", BURIED, "lund", stance="denies", act="deny")
    assert _type(denial, statement("a", BURIED, "brand")) == "denies"


def test_a_denial_is_known_by_what_it_means() -> None:
    """A denial of "it" denies what its own article says that it means."""
    denial = statement("b", "it", "lund", stance="denies", act="deny", meant=content(BURIED))
    assert _type(denial, statement("a", BURIED, "brand")) == "denies"


def test_nobody_denies_himself() -> None:
    """A denial does not answer the same speaker."""
    denial = statement("b", BURIED, "lund", stance="denies", act="deny")
    assert _type(denial, statement("a", BURIED, "lund")) is None


def test_a_denial_of_any_telling_denies_those_who_told() -> None:
    """Who denies that an official of a ministry spoke denies what an official of that ministry told."""
    denial = statement(
        "b", "any official of the transport ministry spoke to reporters", "lund", stance="denies", act="deny"
    )
    told = statement(
        "a",
        "the captain telephoned his company",
        source=frozenset(weigh_stems("a transport ministry official")),
    )
    assert _type(denial, told) == "denies"


def test_a_confirmation_finds_what_it_confirms() -> None:
    """A confirmation confirms an earlier claim of somebody else that says the same."""
    confirmed = statement("b", BURIED, "lund", stance="confirms", act="confirm", day=date(2021, 3, 9))
    assert _type(confirmed, statement("a", BURIED, "brand")) == "confirms"


def test_a_confirmation_confirms_nothing_later() -> None:
    """What is said after a confirmation was not confirmed by it."""
    confirmed = statement("b", BURIED, "lund", stance="confirms", act="confirm", day=date(2021, 3, 1))
    assert _type(confirmed, statement("a", BURIED, "brand")) != "confirms"


def test_the_same_claim_restates() -> None:
    """Two articles that say the same restate each other."""
    assert _type(statement("b", BURIED), statement("a", BURIED)) == "restates"


def test_the_contrary_contradicts() -> None:
    """One that says what the other says is not so contradicts it."""
    contrary = statement("b", "the harbour company had not buried the inspection records", "lund")
    assert _type(contrary, statement("a", BURIED, "brand")) == "contradicts"


def test_other_numbers_do_not_restate() -> None:
    """Claims that give different numbers do not say the same."""
    one = statement("a", "the flood in the harbour drowned 31 sailors")
    assert _type(statement("b", "the flood in the harbour drowned 33 sailors"), one) is None


def test_an_article_is_not_linked_to_itself() -> None:
    """Claims of one article are related by the reader."""
    assert link_claims(statement("a", BURIED), statement("a", BURIED)) is None


def test_a_link_has_its_evidence() -> None:
    """A link names its rule and score and the passages on both sides."""
    link = link_claims(statement("b", BURIED), statement("a", BURIED))
    assert link is not None
    assert (link.rule, link.score, link.spans[0].text, link.to_spans[0].text) == (
        "says the same",
        1.0,
        BURIED,
        BURIED,
    )


_TEXTS = (
    BURIED,
    "the harbour company had not buried the inspection records",
    "the company buried its records",
    "the flood drowned 31 sailors",
    "the flood in the harbour drowned 33 sailors",
)
_STATEMENTS = st.lists(
    st.builds(
        statement,
        st.sampled_from("abcde"),
        st.sampled_from(_TEXTS),
        st.sampled_from([None, "lund", "brand"]),
        stance=st.sampled_from(["affirms", "denies", "confirms"]),
        day=st.sampled_from([None, date(2021, 3, 4), date(2021, 3, 9)]),
        attribution=st.sampled_from(["A1", "A2", "A3"]),
    ),
    max_size=8,
    unique_by=lambda made: (made.article, made.attribution),
)


@settings(deadline=None)
@given(_STATEMENTS)
def test_a_pair_is_judged_alike_in_either_order(statements: list[Statement]) -> None:
    """What two claims do to each other does not depend on which came first."""
    for one in statements:
        for other in statements:
            assert link_claims(one, other) == link_claims(other, one)


@settings(deadline=None)
@given(_STATEMENTS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_links(statements: list[Statement], shuffle: Any) -> None:
    """Links do not depend on which article came first."""
    shuffled = list(statements)
    shuffle.shuffle(shuffled)
    assert find_links(shuffled) == find_links(statements)


@settings(deadline=None)
@given(_STATEMENTS)
def test_links_go_one_way(statements: list[Statement]) -> None:
    """No two claims do the same to each other."""
    links: tuple[ClaimLink, ...] = find_links(statements)
    pairs = {(link.from_, link.to) for link in links}
    assert not any((to, from_) in pairs for from_, to in pairs)
