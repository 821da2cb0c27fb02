"""`sayso figures`."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from tests.cli.question import ask

pytestmark = pytest.mark.usefixtures("hand_ledger")


def test_prints_a_table() -> None:
    """A row has the value with its bound, the measure, who counts, and where it was read."""
    result = ask("figures", "--counter", "odegard")
    assert result.exit_code == 0
    for words in ("2026-06-01", "≥ 12", "(killed)", "Åse Ødegård", "Varn Post", "Toll rises", "F1"):
        assert words in result.stdout


def test_draws_a_plot() -> None:
    """A line for each figure has its date, its bar and its value."""
    lines = ask("figures", "--plot", "--sort", "oldest").stdout.splitlines()
    assert lines[0].startswith("2026-05-03  ██")
    assert "░→" in lines[1]
    assert "40" in lines[2]


def test_prints_json_and_csv() -> None:
    """Both have the bounds of each figure."""
    answer = json.loads(ask("figures", "-f", "json").stdout)
    rows = list(csv.DictReader(StringIO(ask("figures", "-f", "csv").stdout)))
    assert [(row["low"], row["high"]) for row in answer["rows"]] == [(12, None), (40, 40), (9, 9)]
    assert [(row["low"], row["high"]) for row in rows] == [("12", ""), ("40", "40"), ("9", "9")]
