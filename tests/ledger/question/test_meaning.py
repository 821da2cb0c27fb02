"""Claims by what they mean."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.ledger import Ledger
from sayso.ledger.question.meaning import UNIT, Meanings
from sayso.reader import Embedded
from sayso.vocab import load_table
from tests.ledger.question.sample import VERSION
from tests.ledger.sample import make_reading


def test_the_nearest_claims_come_first(asked: Ledger) -> None:
    """Claims are in the order of their cosines, which they show."""
    rows = asked.claims(meaning="100 0 0 0", limit=2).rows
    assert [(row.citation.passage, row.cosine) for row in rows] == [
        ("Nine are dead", round(100 * 100 / UNIT**2, 4)),
        ("At least 12 died in Orlo", round(100 * 90 / UNIT**2, 4)),
    ]


@pytest.mark.parametrize("few", [0, 10_000])
@pytest.mark.parametrize("candidates", [1, 4000])
def test_a_meaning_goes_with_other_conditions(
    asked: Ledger, monkeypatch: pytest.MonkeyPatch, few: int, candidates: int
) -> None:
    """Only claims that fulfil the others are ranked, whichever way they are found."""
    monkeypatch.setitem(load_table("question"), "few", few)
    monkeypatch.setitem(load_table("question"), "candidates", candidates)
    rows = asked.claims(meaning="100 0 0 0", speaker="brodnik", limit=1).rows
    assert [row.citation.passage for row in rows] == ["Nine are dead"]
    rows = asked.claims(meaning="100 0 0 0", act="deny").rows
    assert [row.citation.passage for row in rows] == ["any guilt", "Ana Brodnik did nothing wrong"]


def test_pages_follow_each_other(asked: Ledger) -> None:
    """Pages of ranked claims together are the whole; a claim without a vector is in none."""
    whole = asked.claims(meaning="10 20 30 40").rows
    assert len(whole) == 7
    pages = [asked.claims(meaning="10 20 30 40", limit=3, offset=offset) for offset in (0, 3, 6)]
    assert tuple(row for page in pages for row in page.rows) == whole
    assert [page.has_more for page in pages] == [True, True, False]


def test_vectors_of_other_weights_are_left_out(asked: Ledger) -> None:
    """What another network made of the words is not comparable."""
    meanings, asked.meanings = asked.meanings, Meanings(lambda _: (np.ones(4, np.int8), "0.1.0+beef"))
    try:
        answer = asked.claims(meaning="anything")
    finally:
        asked.meanings = meanings
    assert answer.rows == ()
    assert "read the articles again" in (answer.hint or "")


def test_what_is_added_later_is_found(ledger: Ledger) -> None:
    """Vectors that came since the last question are loaded by the next one."""
    ledger.meanings = Meanings(lambda _: (np.array([100, 0], np.int8), VERSION))
    vectors = np.array([[50, 0], [0, 100]], np.int8)
    for number in range(1, 3):
        ledger.add(make_reading(url=f"https://news.example/{number}"), vectors, reader=VERSION)
        rows = ledger.claims(meaning="anything").rows
        assert [row.citation.passage for row in rows] == ["Nine are dead"] * number + ["Nine"] * number


def test_a_reading_that_was_replaced_is_not_found(ledger: Ledger) -> None:
    """Of several readings of an article only the newest answers."""
    ledger.meanings = Meanings(lambda _: (np.array([100, 0], np.int8), VERSION))
    vectors = np.array([[50, 0], [0, 100]], np.int8)
    ledger.add(make_reading(), vectors, reader=VERSION)
    ledger.add(make_reading(title="Mill burns, nine dead"), vectors, reader=VERSION)
    assert [row.citation.revision for row in ledger.claims(meaning="anything").rows] == [2, 2]


def test_the_installed_reader_finds_its_own_words(library: Ledger, corpus: list[Embedded]) -> None:
    """A text that a claim of the sample corpus says is nearest to that claim."""
    reading, _ = corpus[0]
    claim = max(reading.attributions, key=lambda claim: len(claim.content[0].text))
    rows = library.claims(meaning=claim.content[0].text, limit=3).rows
    assert claim.content[0].text in {row.citation.passage for row in rows}
    assert all(-1 <= (row.cosine or 0) <= 1 for row in rows)
