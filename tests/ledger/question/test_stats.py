"""How much there is."""

from __future__ import annotations

from sayso.ledger import Ledger
from sayso.ledger.question.stats import Reader, Stats, Year
from sayso.model import Reading, Rejection
from tests.ledger.question.sample import VERSION
from tests.ledger.sample import make_reading


def test_counts_what_is_there(asked: Ledger) -> None:
    """Articles, claims by kind, and the first and last day."""
    stats = asked.stats()
    assert (stats.articles, stats.revisions, stats.readings, stats.outlets) == (4, 4, 4, 2)
    assert (stats.claims, stats.named, stats.role, stats.anonymous, stats.unresolved) == (8, 4, 2, 1, 1)
    assert (stats.figures, stats.events, stats.first, stats.last) == (3, 1, "2026-05-04", "2026-06-01")


def test_counts_by_year_and_reader(asked: Ledger) -> None:
    """Articles without a date come last."""
    stats = asked.stats()
    assert stats.years == (Year(year="2026", articles=2, claims=5), Year(year=None, articles=2, claims=3))
    assert stats.readers == (Reader(version=VERSION, articles=4),)


def test_counts_the_newest_readings(ledger: Ledger) -> None:
    """What was read again counts once; what was rejected counts by itself."""
    ledger.add(make_reading(), reader="old")
    ledger.add(make_reading(title="Mill burns, nine dead"), reader="old")
    ledger.reject(
        [Rejection(path="a.txt", line=None, code="ING004", message="there is no text", hint="none")]
    )
    stats = ledger.stats()
    assert (stats.articles, stats.revisions, stats.claims, stats.rejections) == (1, 2, 2, 1)


def test_an_empty_ledger_holds_nothing(ledger: Ledger) -> None:
    """All counts are zero, and there is no first day."""
    stats = ledger.stats()
    assert (stats.articles, stats.claims, stats.first, stats.years) == (0, 0, None, ())


def test_is_what_the_readings_add_up_to(library: Ledger, current: list[Reading]) -> None:
    """The sample corpus, read through one by one, gives the same counts."""
    stats = library.stats()
    assert stats.articles == len(current)
    assert stats.claims == sum(len(reading.attributions) for reading in current)
    assert stats.events == sum(len(reading.events) for reading in current)


def test_an_answer_comes_back_from_json(asked: Ledger) -> None:
    """The JSON form of an answer has all of it."""
    assert Stats.from_dict(asked.stats().to_dict()) == asked.stats()
