"""Facts about the tables of rules: every rule reads its own example."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sayso.reader.time.lexeme import lex, load_lexicon
from sayso.reader.time.pattern import find_starts, translate
from sayso.reader.time.reading import READINGS
from sayso.reader.time.rule import find_expressions
from sayso.vocab import load_table

TABLE: dict[str, Any] = load_table("time_rule")


def name(rule: dict[str, Any]) -> str:
    return str(rule["name"])


@pytest.mark.parametrize("rule", TABLE["rules"], ids=name)
def test_example(rule: dict[str, Any]) -> None:
    """The pattern of a rule finds its example, and begins with a symbol that it may begin with."""
    lexicon = load_lexicon()
    pattern = re.compile(translate(rule["pattern"], TABLE["macros"], lexicon.charset))
    found = pattern.search(lex(rule["example"]).symbols)
    assert found is not None
    assert found.group()[0] in find_starts(rule["pattern"], TABLE["macros"], lexicon.charset)


@pytest.mark.parametrize("rule", TABLE["rules"], ids=name)
def test_reading(rule: dict[str, Any]) -> None:
    """Every rule has a reading, but for those that take away what is no time."""
    assert rule["read"] == "none" or rule["read"] in READINGS


def test_names() -> None:
    """No two rules with the same reading have the same name."""
    names = [rule["name"] for rule in TABLE["rules"]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("compound", TABLE["compounds"], ids=name)
def test_compound(compound: dict[str, Any]) -> None:
    """The example of a compound is one expression, or two of which the second leans on the first."""
    found = find_expressions(lex(compound["example"]), lambda expression: True)
    assert len(found) == (2 if compound["head"] == "apart" else 1)
    assert (
        compound["head"] == "both"
        or found[-1].inside is not None
        or compound["name"]
        in (
            "weekday and date",
            "weekday of a week",
        )
    )
