"""`sayso sources`."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from tests.cli.question import ask

pytestmark = pytest.mark.usefixtures("hand_ledger")


def test_prints_shares_roots_and_chains() -> None:
    """Outlets with their anonymous share, roots with their claims, and chains from the page to the mouth."""
    result = ask("sources", "--outlet", "varn")
    assert result.exit_code == 0
    assert "33.3%" in result.stdout
    assert "roots and chains of all claims" in result.stdout
    assert "Varn Post → Orlo Courier → Åse Ødegård" in result.stdout


def test_prints_json() -> None:
    """The whole answer is one object."""
    answer = json.loads(ask("sources", "-f", "json").stdout)
    assert answer["is_complete"]
    assert len(answer["shares"]) == 3


def test_prints_csv() -> None:
    """Each row has the part that it is of, and a name."""
    rows = list(csv.DictReader(StringIO(ask("sources", "--outlet", "varn", "-f", "csv").stdout)))
    assert [row["part"] for row in rows] == ["share", "root", "root", "root", "chain", "chain"]
    assert {row["kind"] for row in rows if row["part"] == "root"} == {"named", "anonymous", "role"}
    assert all(row["name"] for row in rows)
