"""`sayso claims`."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.question import ask
from tests.ledger.sample import URL

pytestmark = pytest.mark.usefixtures("hand_ledger")


def test_prints_a_table() -> None:
    """A row has date, speaker, act, passage, outlet, headline, article and claim."""
    result = ask("claims", "--speaker", "brodnik", "--words", "nine")
    assert result.exit_code == 0
    for words in ("2026-05-04", "Ana Brodnik", "state", "Nine are dead", "Orlo Courier", "Mill burns", "A1"):
        assert words in result.stdout
    assert result.stdout.endswith("rows 1–1\n")


def test_prints_json() -> None:
    """The whole answer is one object on one line."""
    result = ask("claims", "--act", "deny", "--format", "json")
    answer = json.loads(result.stdout)
    assert [row["citation"]["passage"] for row in answer["rows"]] == [
        "Ana Brodnik did nothing wrong",
        "any guilt",
    ]
    assert not answer["has_more"]


def test_prints_csv() -> None:
    """A row of the answer is a row of the table, with its citation in columns."""
    result = ask("claims", "--published", "2026-05", "--format", "csv")
    rows = list(csv.DictReader(StringIO(result.stdout)))
    assert [row["passage"] for row in rows] == ["Nine are dead", "Nine"]
    assert {row["url"] for row in rows} == {URL}


def test_pages_follow_each_other() -> None:
    """A page says which rows it has, and how to see more."""
    assert "rows 1–3; --page 2 shows more" in ask("claims", "--limit", "3").stdout
    assert "rows 7–8\n" in ask("claims", "--limit", "3", "--page", "3").stdout
    assert "no more rows" in ask("claims", "--limit", "3", "--page", "4").stdout


def test_nothing_found_is_no_failure() -> None:
    """An empty answer suggests names, and its exit code is 0."""
    result = ask("claims", "--speaker", "Brodnick")
    assert result.exit_code == 0
    assert "nothing found" in result.stdout
    assert "did you mean Ana Brodnik?" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [("--act", "shout"), ("--published", "May"), ("--sort", "best"), ("--limit", "0"), ("--words", "…")],
)
def test_what_cannot_be_asked_is_misuse(arguments: tuple[str, str]) -> None:
    """The exit code is 2, and the message says what there is."""
    result = ask("claims", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_ledger_must_be_named() -> None:
    """Without an option and a variable nothing is guessed."""
    result = ask("claims", ledger=None)
    assert result.exit_code == 2
    assert "SAYSO_LEDGER" in result.stderr


def test_a_ledger_that_is_not_there_is_not_made() -> None:
    """A misspelt path is an error and leaves no file."""
    result = ask("claims", ledger="nowhere.db")
    assert result.exit_code == 1
    assert "LDG001" in result.stderr
    assert not Path("nowhere.db").exists()
