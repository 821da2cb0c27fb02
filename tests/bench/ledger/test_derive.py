"""Readings derived from others."""

from __future__ import annotations

from itertools import islice

import numpy as np

from bench.ledger.derive import Source, derive, move_years
from tests.ledger.sample import make_reading

SOURCES = [Source(make_reading(), np.ones((2, 4), np.int8))]


def test_derived_readings_hold_together() -> None:
    """Every span of a derived reading lies where its words are."""
    for reading, _ in derive(SOURCES, 20):
        reading.validate()


def test_derived_readings_are_of_different_articles() -> None:
    """No two have the same address or id."""
    articles = [reading.article for reading, _ in derive(SOURCES, 20)]
    assert len({a.url for a in articles}) == len({a.id for a in articles}) == 20


def test_a_name_is_changed_wherever_it_stands() -> None:
    """The actor, the speaker and the text have one and the same new name."""
    (reading, _) = next(iter(derive(SOURCES, 1)))
    (actor,) = reading.actors
    assert actor.name != "Ana Brodnik"
    assert actor.name == actor.mentions[0].text == reading.attributions[0].speaker.name
    assert actor.name in reading.article.text


def test_the_same_seed_gives_the_same_readings() -> None:
    """A benchmark can be repeated."""
    first, second = (list(islice(derive(SOURCES, 9, seed=4), 3)) for _ in range(2))
    assert [s.reading for s in first] == [s.reading for s in second]
    assert all((a.vectors == b.vectors).all() for a, b in zip(first, second, strict=True))


def test_moves_years_of_dates_alone() -> None:
    """What begins with a year is moved; a duration is not."""
    assert [move_years(v, -2) for v in ("2020-05", "2020", "P3D", "2020 people", None)] == [
        "2018-05",
        "2018",
        "P3D",
        "2020 people",
        None,
    ]
