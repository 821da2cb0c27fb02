"""Facts about lexemes: what is one word, and what number it is."""

from __future__ import annotations

import pytest

from sayso.reader.time.lexeme import lex


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seven", 7),
        ("twenty-four", 24),
        ("ninety nine", 99),
        ("two hundred", 200),
        ("three hundred and sixty-five", 365),
        ("two thousand", 2000),
        ("2 1/2", 2.5),
        ("1.5", 1.5),
        ("2,500", 2500),
    ],
)
def test_number(text: str, number: float) -> None:
    """A number in words or digits is one lexeme."""
    lexemes = lex(text)
    assert (lexemes.starts, lexemes.ends) == ([0], [len(text)])
    assert lexemes.values[0]["NUMBER"] == number


@pytest.mark.parametrize(
    ("text", "year"), [("nineteen ninety-seven", 1997), ("two thousand twenty-four", 2024), ("1997", 1997)]
)
def test_year(text: str, year: int) -> None:
    """A year in words is a year."""
    assert lex(text).values[0]["YEAR"] == year


def test_numbers_apart() -> None:
    """Numbers that make no one number stay apart."""
    assert [value["NUMBER"] for value in lex("seven eight").values.values()] == [7, 8]


def test_capitals() -> None:
    """Months and weekdays count with a capital only."""
    assert "MONTH" in lex("May").values[0]
    assert "MONTH" not in lex("may").values.get(0, {})
    assert "SHORT_WEEKDAY" not in lex("sat").values.get(0, {})


@pytest.mark.parametrize("mark", ["’", "‘"])
@pytest.mark.parametrize("text", ["year's", "o'clock", "'89", "the '90s"])
def test_apostrophes(text: str, mark: str) -> None:
    """All apostrophes are one symbol."""
    one, two = lex(text), lex(text.replace("'", mark))
    assert (one.symbols, one.values) == (two.symbols, two.values)


@pytest.mark.parametrize("text", ["7" * 5000, "1" * 400 + ".5", "9" * 5000 + "th", "1" + ",000" * 2000])
def test_long_number(text: str) -> None:
    """A number too long for any time is none."""
    assert lex(text).values == {}


def test_zeroth() -> None:
    """What is counted begins with the first."""
    assert lex("0th").values == {}


def test_dashes() -> None:
    """All dashes are one symbol."""
    assert lex("-").symbols == lex("–").symbols == lex("—").symbols
