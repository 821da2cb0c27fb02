"""Numbers in words and digits, the vague ones too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.figure.number import find_numbers, read_number

SMALL = [
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(n: int, joint: str) -> str:
    """Spells a number from 0 to 999,999,999, with `joint` after each hundred."""
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    if n < 1000:
        rest = n % 100
        return f"{SMALL[n // 100]} hundred" + (joint + spell(rest, joint) if rest else "")
    size, name = (1000, "thousand") if n < 1_000_000 else (1_000_000, "million")
    rest = n % size
    link = joint if rest < 100 else " "
    return f"{spell(n // size, joint)} {name}" + (link + spell(rest, joint) if rest else "")


@given(st.integers(0, 999_999_999), st.sampled_from([" and ", " "]))
def test_every_number_in_words_reads_back(n: int, joint: str) -> None:
    """A number spelled in British or American words has its value."""
    assert read_number(spell(n, joint)) == n


@given(st.integers(0, 999_999_999), st.sampled_from(["d", ",d"]))
def test_every_number_in_digits_reads_back(n: int, form: str) -> None:
    """A number in digits, with commas or without, has its value."""
    assert read_number(format(n, form)) == n


@given(st.integers(0, 999_999_999))
def test_a_number_is_found_whole_within_a_sentence(n: int) -> None:
    """A spelled number in a sentence is one number with its own characters."""
    words = spell(n, " and ")
    found = list(find_numbers(f"Then {words} people left."))
    assert [(number.text, number.value) for number in found] == [(words, n)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1.2 million", 1_200_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three-and-a-half million", 3_500_000),
        ("a million and a half", 1_500_000),
        ("three dozen", 36),
        ("half a dozen", 6),
        ("2 lakh", 200_000),
        ("fifteen hundred", 1500),
        ("twenty-two thousand, one hundred and eighty-five", 22_185),
        ("5m", 5_000_000),
        ("15 000", 15_000),
    ],
)
def test_mixed_forms_have_their_value(words: str, value: int) -> None:
    """Fractions, scales, dozens and groups of digits are read."""
    assert read_number(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dozens", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("thousands", 2000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("a few thousand", 3000),
        ("several hundred", 300),
        ("several", 3),
        ("a couple of", 2),
        ("thousands if not tens of thousands", 2000),
    ],
)
def test_vague_numbers_give_their_least(words: str, value: int) -> None:
    """A vague number is worth the least that it can mean."""
    (number,) = find_numbers(f"Today {words} people left.")
    assert (number.value, number.kind) == (value, "vague")


@pytest.mark.parametrize("text", ["at 19:00", "on 2.5", "COVID-19", "$5 million", "the A320", "1/2", "2nd"])
def test_parts_of_other_notations_are_no_numbers(text: str) -> None:
    """Times, decimals, prices and names with digits give no number."""
    assert list(find_numbers(text)) == []
