"""Sketches of events."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.reconcile.event.sketch import find_sentence, stem_words
from tests.reconcile.event.sample import sketch, span

TEXT = "Rain fell on Lund. Ines Kubiak shot 14 seals near the pier on Monday. She fled."


def test_a_sentence_ends_at_its_mark() -> None:
    """The sentence around a span begins behind the full stop before it and ends behind the one after it."""
    start, end = find_sentence(TEXT, span(TEXT, "shot"))
    assert TEXT[start:end].strip() == "Ines Kubiak shot 14 seals near the pier on Monday."


def test_numbers_are_those_of_the_sentence() -> None:
    """Digits are kept as they stand."""
    assert sketch(TEXT, "shot").numbers == {"14"}


def test_words_without_meaning_are_left_out_of_the_stems() -> None:
    """What is known by "part" is "took part"; "took" alone is known by "take"."""
    assert [min(stems) for stems in stem_words("took part")] == ["part"]
    assert "take" in next(stem_words("took"))


def test_an_actor_is_known_by_the_words_of_the_name() -> None:
    """The article's name counts; who has none is known by the noun."""
    made = sketch(TEXT, "shot", actor="Ines Kubiak", recipient="14 seals")
    assert (made.actors, made.recipients) == ({"ines", "kubiak"}, {"seal"})


def test_a_pronoun_of_nobody_is_nobody() -> None:
    """A pronoun that no actor's mention is names no participant."""
    assert sketch(TEXT.replace("She", "she"), "fled", actor="she").actors == frozenset()


def test_nearby_words_stand_around_the_trigger() -> None:
    """The trigger itself is none of them, nor are words of the next sentence."""
    made = sketch("A gale sank the ferry Brackmoor off Lund.", "sank")
    other = sketch("The ferry Brackmoor burned off Lund.", "burned", "b")
    assert made.nearby.keys() & other.nearby.keys()


@given(st.text(max_size=30), st.text(min_size=1, max_size=10), st.text(max_size=30))
def test_a_sentence_holds_its_span(before: str, word: str, behind: str) -> None:
    """Whatever the characters around it are."""
    text = before + word + behind
    start, end = find_sentence(text, Span.of(text, len(before), len(before) + len(word)))
    assert 0 <= start <= len(before) < len(before) + len(word) <= end <= len(text)
