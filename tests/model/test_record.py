from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ModelError
from sayso.model import Article, Reading, Relation, Span
from sayso.model.record import Record


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_reading_survives_its_json(text: str, title: str) -> None:
    """What is written as JSON is read back equal, whatever the characters."""
    reading = Reading(article=Article.of(text, title=title))
    assert Reading.from_json(reading.to_json()) == reading


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_reading_is_one_line(text: str) -> None:
    """JSONL holds a reading a line, whatever line breaks its text has."""
    assert len(Reading(article=Article.of(text)).to_json().splitlines()) == 1


def test_a_key_leaves_the_underscore_out() -> None:
    """A field named for a keyword loses its underscore in JSON."""
    relation = Relation(from_="A1", to="A2", type="denies")
    assert relation.to_dict() == {"from": "A1", "to": "A2", "type": "denies"}


@pytest.mark.parametrize(
    "data",
    [
        {"start": 0, "end": 1},
        {"start": 0, "end": 1, "text": "a", "more": 1},
        {"start": "0", "end": 1, "text": "a"},
        {"start": True, "end": 1, "text": "a"},
        [],
    ],
    ids=["missing", "unknown", "wrong type", "a truth value is no number", "no object"],
)
def test_refuses_malformed_records(data: Any) -> None:
    """A record with missing, unknown or ill-typed keys is an error that says where."""
    with pytest.raises(ModelError, match=r"MDL004: Span"):
        Span.from_dict(data)


@pytest.mark.parametrize("line", ["", "{", "[" * 100_000, "null"])
def test_refuses_lines_that_are_no_reading(line: str) -> None:
    """A line that is not the JSON of a reading is an error with a code."""
    with pytest.raises(ModelError, match="MDL004"):
        Reading.from_json(line)


def test_refuses_words_outside_of_a_vocabulary() -> None:
    """A type that the model does not know is refused."""
    with pytest.raises(ModelError, match="not one of"):
        Relation.from_dict({"from": "A1", "to": "A2", "type": "likes"})


def test_writes_plain_json() -> None:
    """The JSON form is what any JSON reader takes."""
    assert json.loads(Reading(article=Article.of("x")).to_json())["article"]["text"] == "x"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lamp(Record):
    """A record with a truth value and a number."""

    is_lit: bool
    watts: int


def test_a_truth_value_is_no_number() -> None:
    """Truth values and numbers come back as what they are, and neither is taken for the other."""
    lamp = Lamp(is_lit=True, watts=1)
    assert Lamp.from_dict(lamp.to_dict()) == lamp
    for data in ({"is_lit": 1, "watts": 1}, {"is_lit": True, "watts": True}):
        with pytest.raises(ModelError, match="not of type"):
            Lamp.from_dict(data)
