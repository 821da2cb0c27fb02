"""Independence: how many sources stand behind a claim."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.independence import Telling, measure_independence, read_telling
from tests.reconcile.note import attribution, reading, telling


def test_two_named_roots_are_two() -> None:
    """Two persons with names are two sources at least and at most."""
    found = measure_independence([telling("a", "Post", "Ada Lund"), telling("b", "Mail", "Tor Brand")], [])
    assert (found.at_least, found.at_most, found.single_rooted) == (2, 2, False)


def test_one_root_in_two_outlets_is_single() -> None:
    """Two outlets that quote the same person have one root."""
    found = measure_independence([telling("a", "Post", "Ada Lund"), telling("b", "Mail", "Ada Lund")], [])
    assert (found.outlets, found.single_rooted) == (("Mail", "Post"), True)


def test_an_anonymous_root_may_be_any_other() -> None:
    """Somebody without a name adds one at most and none at least."""
    found = measure_independence([telling("a", "Post", "Ada Lund"), telling("b", "Mail", None)], [])
    assert (found.at_least, found.at_most) == (1, 2)


def test_a_copy_corroborates_nothing() -> None:
    """The telling of a copy has no root of its own."""
    tellings = [telling("a", "Post", None), telling("b", "Mail", None)]
    found = measure_independence(tellings, [("a", "b")])
    assert (found.copies, found.at_most, found.single_rooted) == (("b",), 1, True)


def test_a_cited_outlet_is_followed_to_its_root() -> None:
    """A root that is an outlet of the story is what that outlet has for one."""
    found = measure_independence([telling("a", "Post", "Ada Lund"), telling("b", "Mail", "Post")], [])
    assert (found.roots, found.single_rooted) == (("ada lund",), True)


def test_a_circle_is_named() -> None:
    """Outlets that cite each other have no root but one that nobody names."""
    found = measure_independence([telling("a", "Post", "Mail"), telling("b", "Mail", "Post")], [])
    assert (found.circles, found.at_least, found.at_most) == ((("mail", "post"),), 1, 1)


def test_a_circle_may_go_by_way_of_a_copy() -> None:
    """Who cites a copy cites what it is a copy of."""
    tellings = [telling("a", "Post", "Mail"), telling("b", "Mail", "Echo"), telling("c", "Echo", "Mail")]
    found = measure_independence(tellings, [("a", "c")])
    assert found.circles == (("mail", "post"),)


def test_an_outlet_that_speaks_for_itself_is_a_root() -> None:
    """A telling without anybody else rests on the outlet."""
    assert measure_independence([telling("a", "Post")], []).roots == ("post",)


def test_a_telling_is_read_with_its_chain() -> None:
    """The chain of a claim starts at the outlet and ends at the root."""
    text = "The dam leaked, Ada Lund said."
    read = reading(text, attributions=(attribution(text, "The dam leaked", "Ada Lund"),))
    assert [hop.name for hop in read_telling(read, "A1").chain] == [None, "Ada Lund"]


_NAMES = st.sampled_from(["Ada Lund", "Tor Brand", "Post", "Mail", "Echo", None])
_TELLINGS = st.lists(
    st.builds(telling, st.sampled_from("abcdef"), st.sampled_from(["Post", "Mail", "Echo"]), _NAMES),
    min_size=1,
    max_size=6,
    unique_by=lambda told: told.article,
)


@given(_TELLINGS, st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("def"))), st.randoms())
def test_any_order_gives_the_same(tellings: list[Telling], copies: list[Any], shuffle: Any) -> None:
    """What stands behind a claim does not depend on which article came first."""
    shuffled = list(tellings)
    shuffle.shuffle(shuffled)
    assert measure_independence(shuffled, copies[::-1]) == measure_independence(tellings, copies)


@given(_TELLINGS)
def test_least_is_no_more_than_most(tellings: list[Telling]) -> None:
    """There is at least one root, and never more at least than at most."""
    found = measure_independence(tellings, [])
    assert 1 <= found.at_least <= found.at_most
