"""How many, and by whose count."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ledger import Ledger
from sayso.ledger.question.answer import widen
from sayso.ledger.question.figure import Figures
from sayso.model import Reading
from sayso.vocab import load_table


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({}, ["At least 12", "40", "Nine"]),
        ({"measure": "injured"}, []),
        ({"place": "orlo"}, ["Nine"]),
        ({"published": "2026-06"}, ["At least 12", "40"]),
        ({"time": "2026-06-02"}, ["40"]),
        ({"time": "2026-05"}, ["At least 12", "Nine"]),
        ({"bound": "at_least"}, ["At least 12"]),
        ({"counter": "odegard"}, ["At least 12"]),
        ({"counter": "brod"}, ["Nine", "40"]),
        ({"speaker": "brodnik"}, ["Nine"]),
        ({"outlet": "courier"}, ["Nine"]),
    ],
)
@pytest.mark.parametrize("few", [0, 10_000])
def test_figures_are_found(
    asked: Ledger, monkeypatch: pytest.MonkeyPatch, wanted: dict[str, Any], words: list[str], few: int
) -> None:
    """Each condition holds, whether few are looked up or many are walked."""
    monkeypatch.setitem(load_table("question"), "few", few)
    assert sorted(row.words for row in asked.figures(**wanted).rows) == sorted(words)


def test_a_row_tells_the_figure(asked: Ledger) -> None:
    """A row has bounds, measure, place, dates, counter, and the claim that carries it."""
    (row,) = asked.figures(place="orlo").rows
    assert (row.low, row.high, row.bound, row.measure, row.place, row.country) == (
        9,
        9,
        "exact",
        "killed",
        "Orlo",
        "NO",
    )
    assert (row.as_of, row.counter, row.claim, row.speaker, row.kind) == (
        "2026-05-03",
        "Ana Brodnik",
        "A1",
        "Ana Brodnik",
        "named",
    )


def test_a_row_cites_the_sentence(asked: Ledger) -> None:
    """The passage is the sentence around the figure, and stands where the row says."""
    citation = asked.figures(place="orlo").rows[0].citation
    assert citation.passage == "“Nine are dead,” said Ana Brodnik."
    text = asked.read(citation.url or "").article.text
    assert text[citation.start : citation.end] == citation.passage


def test_the_largest_may_come_first(asked: Ledger) -> None:
    """Figures are ordered by what they are at least."""
    assert [row.low for row in asked.figures(sort="largest").rows] == [40, 12, 9]
    assert [row.low for row in asked.figures(sort="smallest").rows] == [9, 12, 40]


def test_the_newest_come_first(asked: Ledger) -> None:
    """Figures of one article keep the order of the text."""
    assert [row.low for row in asked.figures().rows] == [12, 40, 9]
    assert [row.low for row in asked.figures(sort="oldest").rows] == [9, 12, 40]


def test_pages_follow_each_other(asked: Ledger) -> None:
    """Pages together are the whole."""
    pages = [asked.figures(limit=2, offset=offset) for offset in (0, 2)]
    assert tuple(row for page in pages for row in page.rows) == asked.figures().rows
    assert [page.has_more for page in pages] == [True, False]


def test_an_unknown_place_is_an_empty_answer(asked: Ledger) -> None:
    """A place that is not there comes with those that may have been meant."""
    assert asked.figures(place="Orloo").hint == "the ledger knows no place Orloo: did you mean Orlo or Orlø?"


def test_a_long_sentence_is_cut() -> None:
    """Words further away than some characters are left out."""
    most = load_table("question")["passage"]
    text = "a " * 500 + "12 dead" + " b" * 500
    start, end = widen(text, 1000, 1007)
    assert 1000 - most <= start < 1000
    assert 1007 < end <= 1007 + most


def test_an_answer_comes_back_from_json(asked: Ledger) -> None:
    """The JSON form of an answer has all of it."""
    answer = asked.figures()
    assert Figures.from_dict(answer.to_dict()) == answer


def test_answers_are_those_of_the_readings(library: Ledger, current: list[Reading]) -> None:
    """The sample corpus, read through one by one, gives the same figures as the ledger."""
    rows = library.figures(measure="killed", limit=10_000).rows
    wanted = {(r.article.id, f.id) for r in current for f in r.figures if f.measure == "killed"}
    assert {(row.citation.article, row.id) for row in rows} == wanted
    assert all(row.words in row.citation.passage for row in rows)
