"""The progress bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.cli.batch import Batch
from sayso.cli.progress import show_progress
from sayso.model import Reading
from tests.export.sample import make_reading

if TYPE_CHECKING:
    import pytest


def run(count: int) -> int:
    batch = Batch()
    articles = batch.admit(("a.txt", None, make_reading().article) for _ in range(count))
    readings = batch.record(Reading(article=article) for article in articles)
    return len(list(show_progress(readings, batch)))


def test_readings_pass(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """All readings pass the bar, which is on standard error alone."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run(5) == 5
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "articles" in shown.err


def test_one_reading_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A single article has no bar."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run(1) == 1
    assert "articles" not in capsys.readouterr().err
