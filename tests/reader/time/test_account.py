"""Facts about the periods of accounts and of schools."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.model import Time
from sayso.reader.time import find_times

Find = Callable[..., tuple[Time, ...]]
Tree = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The budget of fiscal 2019 was cut.", "fiscal 2019", "2019"),
        ("The budget of FY2019 was cut.", "FY2019", "2019"),
        ("The budget of the financial year 2019/20 was cut.", "the financial year 2019/20", "2019"),
        ("It was cut in the first quarter of fiscal 2019.", "the first quarter of fiscal 2019", "2019-Q1"),
        ("It fell in the first quarter of FY2019.", "the first quarter of FY2019", "2019-Q1"),
        (
            "It fell in the third quarter of the financial year 2019.",
            "the third quarter of the financial year 2019",
            "2019-Q3",
        ),
        ("It fell in the second quarter of tax year 2019.", "the second quarter of tax year 2019", "2019-Q2"),
        ("It fell in the second half of fiscal 2019.", "the second half of fiscal 2019", "2019-H2"),
        (
            "It fell in the first half of the 2019 fiscal year.",
            "the first half of the 2019 fiscal year",
            "2019-H1",
        ),
        ("Few came in the 2019-20 academic year.", "the 2019-20 academic year", "2019"),
        ("Few came in the 2019–2020 school year.", "the 2019–2020 school year", "2019"),
        ("Few came in the first semester of 2019.", "the first semester of 2019", "2019"),
        ("Few came in the 2019 spring term.", "the 2019 spring term", "2019-SP"),
    ],
)
def test_inexact(find: Find, text: str, span: str, value: str) -> None:
    """A fiscal or academic period has the value of its first year, and no interval: its days are not told."""
    (time,) = find(text)
    assert (time.span.text, time.value, time.start, time.end) == (span, value, None, None)


def test_school_year_untold(find: Find) -> None:
    """Which academic year "this school year" is depends on the country, so it is not told."""
    (time,) = find("Few came this school year.")
    assert (time.value, time.anchor) == ("XXXX", "none")


def test_quarter_not_begun(tree: Tree) -> None:
    """A quarter of which a past tense speaks is one that has begun, however soon the next one is."""
    doc = tree(
        "It/PRON/PRP/nsubj/1 lost/VERB/VBD/root/1 in/ADP/IN/case/5 the/DET/DT/det/5 third/ADJ/JJ/amod/5"
        " quarter/NOUN/NN/obl/1"
    )
    assert find_times(doc, "2024-06-20")[0].value == "2023-Q3"


@pytest.mark.parametrize("text", ["the year ended June 30, 2019", "the year to 30 June 2019"])
def test_year_of_accounts(find: Find, text: str) -> None:
    """A year told by its last day is a length."""
    assert find(f"It lost money in {text}.")[0].value == "P1Y"


@pytest.mark.parametrize("text", ["the year to come", "the year through which he lived"])
def test_year_without_last_day(find: Find, text: str) -> None:
    """A year before "to" or "through" is no length where no date follows."""
    assert find(f"It speaks of {text}.")[0].value == "2024"
