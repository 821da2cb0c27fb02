"""Events as the views show them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.claim import list_claims
from sayso.export.event import Happening, list_happenings
from sayso.export.place import list_sites
from sayso.model import Period, Reading
from tests.export.sample import TEXT, find, happen, locate


def list_all(reading: Reading) -> list[Happening]:
    return list_happenings(reading, list_claims(reading, 0.5), list_sites(reading), 0.5)


def only(reading: Reading, **facts: object) -> Happening:
    return list_all(replace(reading, events=(happen("E1", "ran aground", "DISASTER", **facts),)))[0]


def test_events_stand_in_the_order_of_the_text(denial: Reading) -> None:
    """Events are numbered from 1 in the order of their triggers."""
    assert [(each.number, each.words) for each in list_all(denial)] == [(1, "ran aground"), (2, "mended")]


@pytest.mark.parametrize(
    ("actors", "recipients", "parties"),
    [
        (["the owner"], ["the crew"], "the owner → the crew"),
        (["the owner", "She"], [], "the owner, She"),
        ([], ["A ferry"], "→ A ferry"),
        ([], [], None),
    ],
)
def test_parties_are_told(
    denial: Reading, actors: list[str], recipients: list[str], parties: str | None
) -> None:
    """Who did it and to whom are told as far as they are known."""
    assert only(denial, actors=actors, recipients=recipients).parties == parties


@pytest.mark.parametrize(
    ("end", "told"), [("2026-03-01", "2026-03-01"), ("2026-03-02", "2026-03-01 to 2026-03-02")]
)
def test_date_of_one_day_is_told_once(denial: Reading, end: str, told: str) -> None:
    """A period is told by its first and last day, and by one where they are the same."""
    assert only(denial, date=Period(start="2026-03-01", end=end)).date == told
    assert only(denial).date is None


def test_event_knows_its_claim_and_its_place(denial: Reading) -> None:
    """The claim that carries an event and the name of its place are found by their ids."""
    placed = replace(denial, places=(locate("P1", find(TEXT, "Lismore Point")),))
    happening = only(placed, place="P1", attribution="A1")
    assert (happening.place, happening.claim and happening.claim.number) == ("Lismore Point", 1)


def test_doubt_begins_under_the_threshold(denial: Reading) -> None:
    """An event is doubtful where its confidence is under the threshold."""
    assert [each.is_doubtful for each in list_all(denial)] == [False, True]


def test_factuality_is_told_in_words(denial: Reading) -> None:
    """What did not happen is told without the mark of a code."""
    assert [each.factuality for each in list_all(denial)] == ["happened", "not happened"]
