"""Counters: who counts."""

from __future__ import annotations

import pytest

from sayso.model import Actor, Span
from sayso.reconcile.counter import Counter, find_counter
from tests.reconcile.note import attribution, reading

TEXT = "Six people died, ministry spokeswoman Ines Lund said. Police confirmed that nine had drowned."


def test_a_person_counts_for_a_body() -> None:
    """A spokeswoman counts for the ministry that she speaks for."""
    lund = Actor(
        id="C1",
        name="Ines Lund",
        kind="person",
        mentions=(Span.of(TEXT, 38, 47),),
        role="ministry spokeswoman",
    )
    read = reading(TEXT, ("Six", 6, {"of": "people", "counter": "Ines Lund"}), actors=(lund,))
    assert find_counter(read, read.figures[0]).words == {"ministry"}


def test_who_confirms_a_number_counts_it() -> None:
    """Whoever confirms a number is its counter."""
    confirmed = attribution(TEXT, "nine had drowned", source="Police", cue="confirmed", act="confirm")
    read = reading(TEXT, ("nine", 9, {"counter": "a paper"}), attributions=(confirmed,))
    assert find_counter(read, read.figures[0]).name == "Police"


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [("police", "police", "same"), ("police", "rescue", "other"), ("police", None, "unknown")],
)
def test_counters_are_compared(one: str, other: str | None, likeness: str) -> None:
    """Two counters are the same, others, or it is not known."""
    counters = [Counter(name, frozenset({name}) if name else frozenset()) for name in (one, other)]
    assert counters[0].compare(counters[1]) == counters[1].compare(counters[0]) == likeness
