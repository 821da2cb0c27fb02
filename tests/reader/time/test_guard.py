"""Facts about guards: what looks like an expression of time and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.model import Time
from sayso.reader.time import find_times

Find = Callable[..., tuple[Time, ...]]
Tree = Callable[[str], Doc]


@pytest.mark.parametrize(
    "text",
    [
        "In his late 30s he moved inland.",
        "The pumps run 24 hours a day, seven days a week.",
        "It is a matter of weeks.",
        "The film was called High Noon.",
    ],
)
def test_no_time(find: Find, text: str) -> None:
    """Ages in decades, rates without pause, matters of weeks and titles are no times."""
    assert find(text) == ()


def test_count_after_day(find: Find) -> None:
    """A number after a day and a comma is a count: "As of May 14, 12 had died"."""
    assert [time.value for time in find("As of May 14, 12 had died.")] == ["2024-05-14"]


def test_count_after_and(tree: Tree) -> None:
    """A number that counts a noun is no day, even after "and"."""
    doc = tree(
        "On/ADP/IN/case/1 May/PROPN/NNP/obl/6 14/NUM/CD/nummod/1 and/CCONJ/CC/cc/5 12/NUM/CD/nummod/5"
        " boats/NOUN/NNS/conj/1 sank/VERB/VBD/root/6"
    )
    assert [time.span.text for time in find_times(doc, "2024-05-15")] == ["May 14"]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("It/PRON/PRP/nsubj/2 soon/ADV/RB/advmod/2 closed/VERB/VBD/root/2", []),
        ("It/PRON/PRP/nsubj/3 will/AUX/MD/aux/3 soon/ADV/RB/advmod/3 close/VERB/VB/root/3", ["FUTURE_REF"]),
    ],
)
def test_soon(tree: Tree, line: str, values: list[str]) -> None:
    """What soon happened in the past lies in no future."""
    assert [time.value for time in find_times(tree(line), None)] == values


def test_month_before_noun(tree: Tree) -> None:
    """A month that could be a name or a verb is one before a common noun."""
    doc = tree("A/DET/DT/det/2 June/PROPN/NNP/compound/2 deal/NOUN/NN/nsubj/3 failed/VERB/VBD/root/3")
    assert [time.value for time in find_times(doc, "2019-12-01")] == ["2019-06"]
