"""Links between events."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reconcile.event import EventSketch, compare_events, find_links, group_events
from sayso.reconcile.event.evidence import compare_words
from tests.reconcile.event.sample import sketch

SHOT = "Ines Kubiak shot the poacher near Brackmoor pier, officers said."
SHOOTS = "Warden Ines Kubiak shoots the poacher at Brackmoor pier."
FLED = "The crowd fled from Dunmore after 12 minutes."
SENTENCES = [(SHOT, "shot"), (SHOOTS, "shoots"), (FLED, "fled"), (FLED, "minutes"), (SHOT, "said")]
SKETCHES = st.builds(
    lambda made, article, event: replace(sketch(*SENTENCES[made], article=article), event=f"E{event}"),
    st.integers(0, len(SENTENCES) - 1),
    st.sampled_from("abcd"),
    st.integers(1, 9),
)
LISTS = st.lists(SKETCHES, unique_by=lambda s: s.id, max_size=8)
NEAR = {("a", "b"): 0.4, ("b", "c"): 0.1, ("a", "c"): 0.3, ("c", "d"): 0.2}


def test_the_same_happening_is_likelier_than_another() -> None:
    """One word and the same people outweigh another word of the same story."""
    one, other = sketch(SHOT, "shot"), sketch(SHOOTS, "shoots", "b")
    assert (
        compare_events(one, other, 0.4).score
        > 0.3
        > compare_events(one, sketch(FLED, "fled", "b"), 0.4).score
    )


def test_inflections_are_one_word() -> None:
    """Forms of one verb are one, "shot" and "shoots"."""
    assert compare_words(sketch(SHOT, "shot"), sketch(SHOOTS, "shoots", "b")) == "same_word"


def test_derived_words_are_alike() -> None:
    """A verb and the noun made of it begin alike."""
    verb, noun = sketch("They announced it.", "announced"), sketch("An announcement.", "announcement", "b")
    assert compare_words(verb, noun) == "like_word"


def test_a_link_says_its_evidence_and_spans() -> None:
    """The triggers stand on both sides, and the evidence adds up to the score's log-odds."""
    link = compare_events(sketch(SHOOTS, "shoots", "b"), sketch(SHOT, "shot"), 0.4)
    assert link.pair == ("a#E1", "b#E1")
    assert [span.text for span in link.spans] == ["shot", "shoots"]
    assert {"same_word", "story"} <= dict(link.evidence).keys()


def test_articles_of_other_stories_are_not_compared() -> None:
    """Only articles that may be on one story have links."""
    pair = [sketch(SHOT, "shot", "a"), sketch(SHOT, "shot", "d")]
    assert find_links(pair, NEAR) == {}


@settings(max_examples=50)
@given(SKETCHES, SKETCHES, st.floats(0, 1))
def test_comparing_is_symmetric(one: EventSketch, other: EventSketch, near: float) -> None:
    """Whichever comes first."""
    if one.id != other.id:
        assert compare_events(one, other, near) == compare_events(other, one, near)


@settings(max_examples=30)
@given(LISTS.flatmap(lambda s: st.tuples(st.just(s), st.permutations(s))))
def test_groups_are_the_same_in_any_order(orders: tuple[list[EventSketch], list[EventSketch]]) -> None:
    """The order of arrival changes nothing."""
    one, other = (group_events((s.id for s in order), find_links(order, NEAR)) for order in orders)
    assert one == other
