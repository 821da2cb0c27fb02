"""Times as the views show them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sayso.export.time import list_moments
from sayso.model import Reading
from tests.export.sample import TOLL, date, find


def test_same_words_for_the_same_time_are_merged(toll: Reading) -> None:
    """A time that is named twice is one, with its mentions counted."""
    assert [(each.words, each.value, each.mentions) for each in list_moments(toll)] == [
        ("Tuesday", "2026-03-03", "2 mentions"),
        ("last week", "XXXX-WXX", "1 mention"),
    ]


def test_same_words_for_other_times_are_not_merged(toll: Reading) -> None:
    """The same weekday of another week is another time."""
    first, second, _ = toll.times
    assert len(list_moments(replace(toll, times=(first, replace(second, value="2026-02-24"))))) == 2


@pytest.mark.parametrize(
    ("anchor", "facts", "told"),
    [
        ("published", {}, "from publication"),
        ("text", {}, "from the text"),
        ("none", {}, "given in full"),
        ("none", {"value": "XXXX-WXX", "start": None, "end": None}, "unanchored"),
        ("none", {"value": "1994-WI", "start": None, "end": None}, "given in full"),
        ("none", {"value": "2019", "start": None, "end": None}, "given in full"),
        ("none", {"value": "PRESENT_REF", "start": None, "end": None}, "in general terms"),
        ("none", {"type": "DURATION", "start": None, "end": None}, "duration"),
        ("none", {"type": "SET", "start": None, "end": None}, "recurring"),
    ],
)
def test_anchor_is_told(anchor: str, facts: dict[str, Any], told: str, toll: Reading) -> None:
    """What a time was reckoned from is told; only one that needs an anchor and has none is unanchored."""
    time = date("T1", find(TOLL, "Tuesday"), **({"value": "2026-03-03", "anchor": anchor} | facts))
    assert list_moments(replace(toll, times=(time,)))[0].anchor == told


@pytest.mark.parametrize(
    ("value", "start", "end", "told"),
    [
        ("2026-03-03", "2026-03-03", "2026-03-03", None),
        ("2026-W10", "2026-03-02", "2026-03-08", "2026-03-02 to 2026-03-08"),
        ("2026-03-03TEV", "2026-03-03", "2026-03-03", "2026-03-03"),
        ("XXXX-WXX", None, None, None),
    ],
)
def test_interval_is_told_once(value: str, start: str, end: str, told: str | None, toll: Reading) -> None:
    """The interval is left out where the value says it already or it is unknown."""
    time = date("T1", find(TOLL, "Tuesday"), value, start=start, end=end)
    assert list_moments(replace(toll, times=(time,)))[0].interval == told
