"""Mentions of one thing, merged."""

from __future__ import annotations

from sayso.export.merged import Merged, merge
from sayso.model import Reading


def test_records_of_one_key_are_one(toll: Reading) -> None:
    """Records of one key stand together, numbered by their first mention."""
    merged = list(merge(toll.places[::-1], lambda place: place.name))
    assert [(number, [place.id for place in places]) for number, places in merged] == [
        (1, ["P1", "P2"]),
        (2, ["P3"]),
        (3, ["P4"]),
    ]


def test_mentions_are_counted(toll: Reading) -> None:
    """What is merged knows where it is mentioned, and how often."""
    both = Merged(number=1, records=toll.places[:2])
    assert ([span.text for span in both.spans], both.mentions) == (["Rotterdam", "ROTTERDAM"], "2 mentions")
