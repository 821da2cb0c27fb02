"""What the tests of the commands share: a ledger made by hand."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from sayso.ledger import open_ledger
from tests.ledger.question.sample import VECTORS, VERSION, list_readings


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of articles made by hand, to be copied."""
    path = tmp_path_factory.mktemp("ledger") / "sayso.db"
    with open_ledger(path) as ledger:
        ledger.add_all(zip(list_readings(), VECTORS, strict=True), reader=VERSION)
    return path


@pytest.fixture
def hand_ledger(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the ledger into the working directory as sayso.db."""
    shutil.copy(filled, tmp_path / "sayso.db")
    monkeypatch.chdir(os.fspath(tmp_path))
