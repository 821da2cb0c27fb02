"""Series: how counts move through the articles of a story."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Place, Span
from sayso.reconcile.count import Count
from sayso.reconcile.group import Group
from sayso.reconcile.series import can_both_hold, compare_counts, find_series, is_disputed
from tests.reconcile.note import count


def _types(*counts: Count) -> list[str]:
    return [step.type for series in find_series(counts) for step in series.steps]


def test_a_later_and_higher_number_updates() -> None:
    """A toll that grew is an update."""
    assert _types(count("a", 6), count("b", 9, 5)) == ["update"]


def test_the_same_number_restates() -> None:
    """The same number again is a restatement."""
    assert _types(count("a", 6), count("b", 6, 5)) == ["restatement"]


def test_a_lower_number_of_the_same_counter_updates() -> None:
    """A counter that revises its number down updates it."""
    assert _types(count("a", 61, by="ministry"), count("b", 58, 6, by="ministry")) == ["update"]


def test_counters_that_differ_at_one_time_contradict() -> None:
    """Two counters whose numbers cannot both hold on one day contradict each other."""
    assert _types(count("a", 31, by="ministry"), count("b", 65, by="volunteers")) == ["contradiction"]


def test_counters_are_kept_apart() -> None:
    """Each count follows the last of its own counter, though another counted in between."""
    first, other = count("a", 31, by="ministry"), count("b", 65, 6, by="volunteers")
    later = count("c", 43, 8, by="ministry")
    (series,) = find_series([first, other, later])
    assert [step.before.value for step in series.steps if step.count == later] == [31]


def test_counters_make_one_picture() -> None:
    """All that is counted of one measure is in one series."""
    (series,) = find_series([count("a", 31, by="ministry"), count("b", 65, 6, by="volunteers")])
    assert [counted.counter.name for counted in series.counts] == ["ministry", "volunteers"]


def test_a_bound_is_respected() -> None:
    """Both "at least 20" and "25" can hold, so that two counters do not contradict each other."""
    low = count("a", 20, by="ministry", high=None, bound="at_least")
    assert _types(low, count("b", 25, by="police")) == ["update"]


def test_a_bound_that_the_number_keeps_restates() -> None:
    """What is at least 12 after it was 15 is nothing new."""
    assert _types(count("a", 15), count("b", 12, 5, high=None, bound="at_least")) == ["restatement"]


def test_other_people_are_of_other_scope() -> None:
    """Men and women are counted apart."""
    men = count("a", 6, group=Group("men", frozenset({"male"})))
    women = count("b", 7, 5, group=Group("women", frozenset({"female"})))
    assert _types(men, women) == ["other_scope"]


def test_some_of_those_counted_are_of_other_scope() -> None:
    """Fewer of a kind than of all are a part of them."""
    assert _types(count("a", 8), count("b", 6, 5, group=Group("sailors"))) == ["other_scope"]


def test_other_places_are_of_other_scope() -> None:
    """Counts that name places far apart do not count the same."""
    here = Place(
        id="P1",
        span=Span(start=0, end=1, text="x"),
        name="Oslo",
        kind="city",
        country="NO",
        lat=59.9,
        lon=10.7,
        geonames=1,
        unresolved=None,
    )
    there = replace(here, name="Bergen", lat=60.4, lon=5.3, geonames=2)
    assert _types(count("a", 6, place=here), count("b", 9, 5, place=there)) == ["other_scope"]


def test_the_dead_are_among_the_struck() -> None:
    """All four who were shot are not the three others who were wounded."""
    struck = count("a", 4, measure="injured", group=Group(toll="struck"))
    others = count("b", 3, 5, measure="injured", group=Group(others=True, toll="harmed"))
    assert _types(struck, others) == ["other_scope"]


def test_a_counter_that_starts_anew_is_reset() -> None:
    """A lower number of the same counter since a later day is a reset."""
    old = count("a", 300, by="ministry", measure="infected", since="2020-11-01", whole=True)
    new = count("b", 12, 9, by="ministry", measure="infected", since="2021-03-01", whole=True)
    assert _types(old, new) == ["counter_reset"]


def test_another_time_is_another_series() -> None:
    """What articles tell of an earlier happening has a series of its own."""
    aside: dict[str, Any] = {"aside": True, "as_of": ("2009-11-05", "2009-11-05")}
    counts = [count("a", 4), count("b", 4, 5), count("a", 13, **aside), count("b", 13, 5, **aside)]
    assert [len(series.counts) for series in find_series(counts)] == [2, 2]


def test_crowds_do_not_grow() -> None:
    """Another number of people at another gathering does not update the first."""
    assert _types(count("a", 78, measure="attending"), count("b", 95, 9, measure="attending")) == [
        "other_scope"
    ]


def test_one_article_that_gives_two_totals_tells_of_a_dispute() -> None:
    """Two totals in one article that cannot both hold contradict each other."""
    assert compare_counts(count("a", 67), count("a", 81)).type == "contradiction"


_COUNTS = st.lists(
    st.builds(
        count,
        st.sampled_from("abcdef"),
        st.integers(1, 40),
        st.integers(1, 28),
        by=st.sampled_from([None, "ministry", "volunteers", "police"]),
        group=st.sampled_from([Group(), Group("men", frozenset({"male"})), Group(others=True)]),
        aside=st.booleans(),
        as_of=st.sampled_from([None, ("2021-03-02", "2021-03-02"), ("2021-02-01", "2021-02-28")]),
    ),
    max_size=8,
    unique_by=lambda counted: counted.article,
)


@settings(deadline=None)
@given(_COUNTS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_series(counts: list[Count], shuffle: Any) -> None:
    """Series do not depend on which article came first."""
    shuffled = list(counts)
    shuffle.shuffle(shuffled)
    assert find_series(shuffled) == find_series(counts)


@given(_COUNTS)
def test_a_dispute_is_mutual(counts: list[Count]) -> None:
    """If one count disputes another, that one disputes it."""
    for one in counts:
        for other in counts:
            assert is_disputed(one, other) == is_disputed(other, one)


@given(_COUNTS)
def test_holding_together_is_mutual(counts: list[Count]) -> None:
    """If a number is allowed by both counts, it is in either order."""
    for one in counts:
        for other in counts:
            assert can_both_hold(one, other) == can_both_hold(other, one)


@pytest.mark.parametrize("bound", ["vague", "about"])
def test_numbers_that_are_not_exact_may_be_the_same(bound: Any) -> None:
    """Counts near each other restate if they are not exact; so do two vague ones."""
    later = count("b", 203, 5, bound=bound)
    assert _types(count("a", 200, bound=bound), later) == ["restatement"]
