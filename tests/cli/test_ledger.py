"""`sayso read --ledger`, with a reader that gives readings made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import create_app
from sayso.ledger import open_ledger
from sayso.model import Article, Reading
from sayso.reader import Embedded

TEXT = "The mill in Orlo burned on 3 May, said Ana Brodnik, who owned it for many years."


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Lets a reader that finds nothing read two files of news."""

    def embed_all(articles: Iterable[Article], processes: int) -> Iterator[Embedded]:
        for article in articles:
            yield Embedded(Reading(article=article), np.zeros((0, 4), np.int8))

    for name in ("FORMAT", "PROCESSES", "LEDGER"):
        monkeypatch.delenv(f"SAYSO_{name}", raising=False)
    monkeypatch.setattr("sayso.reader.embed_all", embed_all, raising=False)
    monkeypatch.setattr("sayso.ledger.ledger.name_reader", lambda: "test")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for number in range(2):
        (tmp_path / "news" / f"{number}.txt").write_text(f"{TEXT} {number}\n", "utf8")


def _read(*arguments: str) -> Result:
    return CliRunner().invoke(create_app(), ["read", "news", "--format", "json", *arguments])


def test_keeps_what_it_reads() -> None:
    """What is printed is in the ledger afterwards."""
    result = _read("--ledger", "sayso.db")
    assert result.exit_code == 0
    with open_ledger("sayso.db") as ledger:
        assert [r.to_json() for r in ledger.read_all()] == result.stdout.splitlines()


def test_tells_how_much_was_new() -> None:
    """The summary says what was added and what was there."""
    assert "sayso.db: added 2, 0 were there" in _read("--ledger", "sayso.db").stderr
    assert "sayso.db: added 0, 2 were there" in _read("--ledger", "sayso.db").stderr


def test_prints_the_same_when_it_runs_again() -> None:
    """What was not read again is printed all the same."""
    assert _read("--ledger", "sayso.db").stdout == _read("--ledger", "sayso.db").stdout


def test_the_environment_presets_a_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    """SAYSO_LEDGER names the ledger of every run."""
    monkeypatch.setenv("SAYSO_LEDGER", "desk.db")
    assert "desk.db: added 2" in _read().stderr


def test_keeps_rejections(tmp_path: Path) -> None:
    """What was rejected is in the ledger with its reason, once."""
    (tmp_path / "news" / "empty.txt").write_text("")
    _read("--ledger", "sayso.db")
    _read("--ledger", "sayso.db")
    with open_ledger("sayso.db") as ledger:
        assert [rejection.code for rejection in ledger.rejections()] == ["ING004"]


def test_does_not_read_itself() -> None:
    """A ledger in a folder that is read is no article that was rejected."""
    result = _read("--ledger", "news/sayso.db")
    assert "rejected" not in result.stderr + _read("--ledger", "news/sayso.db").stderr


def test_the_output_may_not_be_the_ledger() -> None:
    """A ledger is not written over."""
    result = _read("--ledger", "sayso.db", "--output", "sayso.db")
    assert result.exit_code == 2
    assert not Path("sayso.db").exists()


def test_a_ledger_that_cannot_be_opened_ends_the_run() -> None:
    """The error has its code, and nothing is read."""
    result = _read("--ledger", "nowhere/sayso.db")
    assert result.exit_code == 1
    assert "LDG001" in result.stderr
