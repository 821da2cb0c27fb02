"""`sayso stats`."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from tests.cli.question import ask

pytestmark = pytest.mark.usefixtures("hand_ledger")


def test_prints_counts_and_years() -> None:
    """What there is, from when to when, and a bar for each year."""
    result = ask("stats")
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["claims", "8"] in lines
    assert ["published", "2026-05-04", "to", "2026-06-01"] in lines
    assert any(line[:1] == ["2026"] for line in lines)


def test_prints_json_and_csv() -> None:
    """Both have the same counts."""
    answer = json.loads(ask("stats", "-f", "json").stdout)
    (row,) = csv.DictReader(StringIO(ask("stats", "-f", "csv").stdout))
    assert answer["articles"] == int(row["articles"]) == 4
