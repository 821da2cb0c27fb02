"""Links between actors."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import ActorKind, Span
from sayso.reconcile.actor import ActorSketch, compare_actors, find_links, group_actors, list_keys
from sayso.reconcile.actor.sketch import split_name

NAMES = [
    "Ines Kubiak",
    "Inés M. Kubiak",
    "Kubiak",
    "Jan Kubiak",
    "National Storm Fund",
    "NSF",
    "Storm Fund",
    "Police",
]
KINDS: list[ActorKind] = ["person", "organisation"]


def sketch(
    name: str, article: str = "a", kind: ActorKind = "person", nouns: str = "", company: str = ""
) -> ActorSketch:
    span = Span(start=0, end=len(name), text=name)
    acronyms = frozenset({name.lower()} if name.isupper() else ())
    return ActorSketch(
        article,
        name,
        span,
        kind,
        split_name(name, kind),
        acronyms,
        frozenset(nouns.split()),
        company=frozenset(company.split()),
    )


SKETCHES = st.builds(
    sketch,
    st.sampled_from(NAMES),
    st.sampled_from("abcd"),
    st.sampled_from(KINDS),
    st.sampled_from(["", "mayor", "pilot"]),
    st.sampled_from(["", "kral", "kral dunmore"]),
)
LISTS = st.lists(SKETCHES, unique_by=lambda s: s.id, max_size=10)
NEAR = {("a", "b"): 0.4, ("b", "c"): 0.1}


def test_a_surname_is_the_full_name_within_a_story() -> None:
    """Articles on one story mean the same by a surname."""
    link = compare_actors(sketch("Kubiak"), sketch("Ines Kubiak", "b"), 0.4)
    assert link is not None
    assert link.score > 0.5


def test_a_surname_is_nobody_else_where_nothing_is_shared() -> None:
    """A surname in another story, without a role that fits, stays apart."""
    assert compare_actors(sketch("Kubiak"), sketch("Ines Kubiak", "b")) is None


def test_a_role_that_fits_lets_a_surname_be_compared() -> None:
    """An office that both articles name is enough to compare at all."""
    one, other = sketch("Kubiak", nouns="mayor"), sketch("Ines Kubiak", "b", nouns="mayor")
    assert compare_actors(one, other) is not None


def test_namesakes_without_shared_context_stay_apart() -> None:
    """The same full name in two stories that share nobody is no link."""
    assert compare_actors(sketch("Ines Kubiak"), sketch("Ines Kubiak", "b")) is None


def test_two_full_names_are_two_people_in_one_story() -> None:
    """However near the articles are."""
    assert compare_actors(sketch("Ines Kubiak"), sketch("Jan Kubiak", "b"), 1.0) is None


def test_a_body_of_one_full_name_is_one_in_any_story() -> None:
    """The name of a body in several words tells it from others."""
    fund = sketch("National Storm Fund", kind="organisation")
    link = compare_actors(fund, sketch("National Storm Fund", "b", "organisation"))
    assert link is not None
    assert link.score > 0.5


def test_a_link_says_its_evidence_and_where_it_stands() -> None:
    """Each piece of evidence has its part in the log-odds, and both names their spans."""
    link = compare_actors(sketch("Ines Kubiak", "b"), sketch("Ines Kubiak"), 0.4)
    assert link is not None
    assert link.pair == ("a#Ines Kubiak", "b#Ines Kubiak")
    assert "full_person" in dict(link.evidence)
    assert [span.text for span in link.spans] == ["Ines Kubiak"] * 2


@given(SKETCHES, SKETCHES, st.floats(0, 1))
def test_comparing_is_symmetric(one: ActorSketch, other: ActorSketch, near: float) -> None:
    """Whichever comes first."""
    assert compare_actors(one, other, near) == compare_actors(other, one, near)


@given(SKETCHES, SKETCHES, st.floats(0, 1))
def test_who_may_be_one_shares_a_key(one: ActorSketch, other: ActorSketch, near: float) -> None:
    """No link is missed for want of a key."""
    if compare_actors(one, other, near) is not None:
        assert {*list_keys(one)} & {*list_keys(other)}


@settings(max_examples=50)
@given(LISTS.flatmap(lambda s: st.tuples(st.just(s), st.permutations(s))))
def test_groups_are_the_same_in_any_order(orders: tuple[list[ActorSketch], list[ActorSketch]]) -> None:
    """The order of arrival changes nothing."""
    one, other = (group_actors((s.id for s in order), find_links(order, NEAR)) for order in orders)
    assert one == other


@settings(max_examples=50)
@given(LISTS)
def test_links_are_those_of_all_pairs(sketches: list[ActorSketch]) -> None:
    """Keys find what a comparison of all pairs of different articles finds."""
    links = find_links(sketches, NEAR)
    for i, one in enumerate(sketches):
        for other in sketches[:i]:
            articles = (min(one.article, other.article), max(one.article, other.article))
            link = compare_actors(one, other, NEAR.get(articles, 0.0))
            if one.article != other.article and link is not None and link.score >= 0.05:
                assert links[link.pair] == link
