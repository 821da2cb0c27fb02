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


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("a/DET/DT/det/2 2005/NUM/CD/nummod/2 Honda/PROPN/NNP/obj/2", []),
        ("In/ADP/IN/case/1 2005/NUM/CD/obl/3 Honda/PROPN/NNP/nsubj/3 grew/VERB/VBD/root/3", ["2005"]),
    ],
    ids=["a model", "a year before a maker"],
)
def test_model_year(tree: Tree, line: str, values: list[str]) -> None:
    """The year of a car's model says no time."""
    assert [time.value for time in find_times(tree(line), None)] == values


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("It/PRON/PRP/nsubj/1 makes/VERB/VBZ/root/1 90/NUM/CD/nummod/3 boats/NOUN/NNS/obj/1", []),
        ("They/PRON/PRP/nsubj/1 march/VERB/VBP/root/1", ["P1Y"]),
    ],
    ids=["a rate", "what recurs"],
)
def test_rate(tree: Tree, line: str, values: list[str]) -> None:
    """An amount annually is a rate, and no time."""
    doc = tree(f"{line} annually/ADV/RB/advmod/1")
    assert [time.value for time in find_times(doc, None)] == values


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (
            "It/PRON/PRP/nsubj/4 may/AUX/MD/aux/4 one/NUM/CD/nummod/3 day/NOUN/NN/obl/4 open/VERB/VB/root/4",
            "FUTURE_REF",
        ),
        ("It/PRON/PRP/nsubj/1 lasted/VERB/VBD/root/1 one/NUM/CD/nummod/3 day/NOUN/NN/obl/1", "P1D"),
    ],
    ids=["some day", "a length"],
)
def test_one_day(tree: Tree, line: str, value: str) -> None:
    """Before a plain verb "one day" is in the future; elsewhere it is a length."""
    assert [time.value for time in find_times(tree(line), "2024-05-15")] == [value]


def test_year_as_bound(find: Find) -> None:
    """A bound such as "pre-1967" gives its year, and no first and last day."""
    (time,) = find("They met at the pre-1967 line.")
    assert (time.span.text, time.value, time.start) == ("pre-1967", "1967", None)
