"""Settings from the environment."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from sayso.export import Format
from sayso.settings import Settings


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"SAYSO_{name.upper()}", raising=False)


def test_defaults() -> None:
    """Without an environment readings are text, read by one process, doubtful under one half."""
    settings = Settings()
    assert (settings.format, settings.processes, settings.doubtful_below) == (Format.TEXT, 1, 0.5)


def test_environment_presets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable with the prefix SAYSO_ sets its field."""
    monkeypatch.setenv("SAYSO_FORMAT", "json")
    monkeypatch.setenv("SAYSO_PROCESSES", "4")
    assert (Settings().format, Settings().processes) == (Format.JSON, 4)


def test_argument_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a caller gives overrides the variable."""
    monkeypatch.setenv("SAYSO_FORMAT", "json")
    assert Settings(format=Format.HTML).format is Format.HTML


def test_an_empty_variable_presets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that is set to nothing counts as not set, as in shells."""
    monkeypatch.setenv("SAYSO_FORMAT", "")
    assert Settings().format is Format.TEXT


@pytest.mark.parametrize(
    ("name", "value"), [("FORMAT", "pdf"), ("PROCESSES", "0"), ("PROCESSES", "many"), ("DOUBTFUL_BELOW", "2")]
)
def test_nonsense_is_refused(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that makes no sense is an error, not ignored."""
    monkeypatch.setenv(f"SAYSO_{name}", value)
    with pytest.raises(ValidationError):
        Settings()
