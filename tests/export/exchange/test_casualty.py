"""Casualties by the rule books."""

from __future__ import annotations

import csv
import io
from typing import get_args

import pytest

from sayso.export.exchange import write_casualties
from sayso.export.exchange.casualty import code_numbers, list_casualties
from sayso.model import Bound, Reading
from sayso.vocab import load_table

BOOKS = ("ucdp", "ibc", "acled")


@pytest.mark.parametrize(
    ("bound", "ucdp", "ibc", "acled"),
    [
        ("exact", (9, 9, 9), (9, 9), 9),
        ("at_least", (12, 12, 12), (12, 12), 12),
        ("more_than", (21, 21, 21), (21, 21), 21),
        ("at_most", (0, 0, 30), (0, 30), 0),
        ("less_than", (0, 0, 14), (0, 14), 0),
        ("nearly", (1200, 1200, 1200), (1200, 1200), 1200),
        ("about", (200, 200, 200), (200, 200), 200),
        ("range", (36, 36, 40), (36, 40), 36),
        ("vague", (24, 24, 24), (24, 24), 12),
    ],
)
def test_numbers(
    sample: Reading, bound: str, ucdp: tuple[int, ...], ibc: tuple[int, ...], acled: int
) -> None:
    """Each bound becomes the numbers that each rule book asks for."""
    figure = next(figure for figure in sample.figures if figure.bound == bound)
    coded = {book: tuple(code_numbers(figure, book).values()) for book in BOOKS}
    assert coded == {"ucdp": ucdp, "ibc": ibc, "acled": (acled,)}


@pytest.mark.parametrize("book", BOOKS)
def test_every_bound_has_its_rule(book: str) -> None:
    """A rule book has a rule for all bounds of the model, with a term for each of its numbers."""
    rule = load_table("casualty_rule")[book]
    assert rule["bounds"].keys() == set(get_args(Bound))
    assert all(len(terms) == len(rule["numbers"]) for terms in rule["bounds"].values())


@pytest.mark.parametrize("book", BOOKS)
def test_numbers_rise_and_are_never_missing(book: str, corpus: tuple[Reading, ...]) -> None:
    """On the sample corpus no number is null, and none is above the one after it."""
    for reading in corpus:
        for figure in reading.figures:
            numbers = [number for number in code_numbers(figure, book).values() if number is not None]
            assert len(numbers) == len(load_table("casualty_rule")[book]["numbers"])
            assert numbers == sorted(numbers)


@pytest.mark.parametrize("book", BOOKS)
def test_rows_cite_their_characters(book: str, corpus: tuple[Reading, ...], sample: Reading) -> None:
    """A row gives article, offsets, words and a passage that holds them."""
    for reading in (*corpus, sample):
        for row in list_casualties(reading, book):
            assert row["article"] == reading.article.id
            assert reading.article.text[row["start"] : row["end"]] == row["words"]  # type: ignore[misc]
            assert row["words"] in row["passage"]  # type: ignore[operator]


@pytest.mark.parametrize(("book", "measures"), [("ucdp", {"killed"}), ("acled", {"killed"})])
def test_fatalities_alone_count(book: str, measures: set[str], corpus: tuple[Reading, ...]) -> None:
    """UCDP and ACLED count the dead."""
    rows = [row for reading in corpus for row in list_casualties(reading, book)]
    assert {row["measure"] for row in rows} == measures


def test_parts_are_marked(sample: Reading) -> None:
    """A figure that is a part of another names it, so that nobody adds both."""
    assert [row["part_of"] for row in list_casualties(sample, "ucdp")][:2] == [None, "F1"]


def test_header_names_the_columns(sample: Reading) -> None:
    """The file is CSV with a header."""
    stream = io.StringIO()
    write_casualties([sample], stream, "ibc")
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert (rows[7]["minimum"], rows[7]["maximum"], rows[7]["bound"]) == ("36", "40", "range")
