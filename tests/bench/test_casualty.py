"""Casualty numbers: keys, messages and incidents."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.casualty import (
    Incident,
    Tally,
    Victim,
    is_found,
    read_messages,
    read_templates,
    read_victims,
)
from sayso.model import Figure, Span

KEY = """\
;;; a remark
0.  MESSAGE: ID                     TST1-MUC3-0901
1.  MESSAGE: TEMPLATE               1
18. HUM TGT: NAME                   "ORLA DEVANE"
19. HUM TGT: DESCRIPTION            "MINERS" / "WORKERS"
                                    "GUARDS"
21. HUM TGT: NUMBER                 1: "ORLA DEVANE"
                                    8 -: "MINERS" / "WORKERS"
                                    PLURAL: "GUARDS"
                                    ? 3: "COOKS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "ORLA DEVANE"
                                    DEATH: "MINERS" / "WORKERS"
                                    INJURY: "GUARDS"
                                    INJURY: "COOKS"

0.  MESSAGE: ID                     TST1-MUC3-0902
21. HUM TGT: NUMBER                 11: "PEOPLE"
                                    4: "PEOPLE"
                                    2: "HORSES"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "PEOPLE"
                                    INJURY: "PEOPLE"
                                    NO INJURY: "HORSES"
"""
MESSAGES = """\
TST1-MUC3-0901

   KILMORE, 4 FEB 90 (DPA) -- [TEXT] EIGHT MINERS
DIED TODAY.

   TWO WERE HURT.


TST1-MUC3-0902

   NOTHING ELSE.
"""


def make(low: int | None, high: int | None, measure: str = "killed") -> Figure:
    return Figure(
        id="F1", span=Span(start=0, end=1, text="x"), low=low, high=high, bound="exact", measure=measure,
        of=None, place=None, as_of=None, since=None, counter=None, basis="incident", attribution=None,
        confidence=1.0,
    )  # type: ignore[arg-type]  # fmt: skip


@pytest.fixture
def victims(tmp_path: Path) -> list[Victim]:
    path = tmp_path / "key"
    path.write_text(KEY, "latin1")
    return [victim for template in read_templates([path]) for victim in read_victims(template)]


def test_victims_are_those_killed_or_injured(victims: list[Victim]) -> None:
    """Optional numbers and those of nobody hurt are left out."""
    assert [(v.number, v.kind) for v in victims] == [
        ("1", "named"),
        ("8 -", "bounded"),
        ("PLURAL", "plural"),
        ("11", "plain"),
        ("4", "plain"),
    ]


def test_two_numbers_of_the_same_words_take_their_effects_in_turn(victims: list[Victim]) -> None:
    """The first of two entries for "people" goes with the first effect."""
    assert [sorted(v.measures) for v in victims[-2:]] == [["killed"], ["injured"]]


@pytest.mark.parametrize(
    ("number", "low", "high", "found"),
    [
        ("8", 8, 8, True),
        ("8", 8, None, False),
        ("8 -", 8, None, True),
        ("8-", 9, None, True),
        ("- 15", None, 15, True),
        ("6-8", 6, 8, True),
        ("~100", 100, 100, True),
        ("~100", 90, 90, False),
        ("5/6", 6, 6, True),
        ("PLURAL", 3, None, True),
        ("PLURAL", 1, 1, False),
    ],
)
def test_a_figure_has_the_value_of_a_number(
    number: str, low: int | None, high: int | None, found: bool
) -> None:
    """Bounds, ranges, about-numbers, alternatives and PLURAL are compared as the keys define them."""
    victim = Victim("M", number, frozenset({"killed"}), "plain")
    assert is_found(victim, [make(low, high)]) is found


def test_a_figure_of_another_measure_is_not_found() -> None:
    """The measure has to be right, too."""
    assert not is_found(Victim("M", "8", frozenset({"injured"}), "plain"), [make(8, 8)])


def test_messages_are_unwrapped(tmp_path: Path) -> None:
    """A paragraph becomes one line, without the mark of its start."""
    path = tmp_path / "tst1-muc3"
    path.write_text(MESSAGES, "latin1")
    assert read_messages([path]) == {
        "TST1-MUC3-0901": "KILMORE, 4 FEB 90 (DPA) -- EIGHT MINERS DIED TODAY.\n\nTWO WERE HURT.",
        "TST1-MUC3-0902": "NOTHING ELSE.",
    }


@pytest.mark.parametrize(
    ("wanted", "articles", "found"),
    [
        (2, [[make(1, 1)], [make(2, 2)]], True),
        (2, [[make(2, None)]], False),
        (0, [[]], True),
        (0, [[make(1, 1)]], False),
        (0, [[make(0, 0)]], True),
    ],
)
def test_one_article_is_enough_for_an_incident(
    wanted: int, articles: list[list[Figure]], found: bool
) -> None:
    """Some article yields the number exactly; nobody is what an article says by naming no number."""
    assert Incident("I", {"killed": wanted}, articles).is_found("killed") is found


def test_a_tally_adds_up_kinds() -> None:
    """The share is that of all numbers of the kinds together."""
    tally = Tally()
    for kind, hit in (("plain", True), ("one", False), ("plain", True), ("named", False)):
        tally.add(kind, hit)
    measure = tally.measure("found", ("plain", "one"))
    assert (measure.value, measure.n) == (pytest.approx(200 / 3), 3)
