"""`sayso who`."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from tests.cli.question import ask

pytestmark = pytest.mark.usefixtures("hand_ledger")


def test_prints_both_sides_over_time() -> None:
    """The names that were found, a bar for each month, what they said and what is said of them."""
    result = ask("who", "brodnik")
    assert result.exit_code == 0
    assert result.stdout.startswith("Ana Brodnik\n2026-05")
    said, told = result.stdout.split("said of them\n")[-2:]
    assert "Nine are dead" in said
    assert "Ana Brodnik did nothing wrong" in told


def test_prints_json() -> None:
    """The whole answer is one object."""
    answer = json.loads(ask("who", "brodnik", "--format", "json").stdout)
    assert answer["names"] == ["Ana Brodnik"]
    assert answer["months"][0] == {"month": "2026-05", "said": 1, "told": 0}


def test_prints_csv() -> None:
    """A row says which side it is of."""
    rows = list(csv.DictReader(StringIO(ask("who", "brodnik", "-f", "csv").stdout)))
    assert [row["side"] for row in rows] == ["said", "said", "told"]


def test_nobody_found_suggests_names() -> None:
    """An empty answer is no failure."""
    result = ask("who", "Brodnick")
    assert result.exit_code == 0
    assert "did you mean Ana Brodnik?" in result.stdout
