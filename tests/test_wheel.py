from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in the wheel that is built from the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    assert path.stat().st_size < 60_000_000
    return set(ZipFile(path).namelist())


@pytest.mark.parametrize(
    "name",
    [
        "sayso/py.typed",
        "sayso/model/reading.schema.json",
        "sayso/reader/encoder/weights/encoder.onnx",
        "sayso/reader/encoder/weights/heads.npz",
        "sayso/reader/encoder/weights/decoding.json",
        "sayso/reader/encoder/weights/tokenizer.json",
        "sayso/export/template/page.html",
        "sayso/export/template/section.html",
        "sayso/vocab/map/outline.npz",
        "sayso/vocab/speaker.json",
        "sayso/vocab/meaning.npy",
        "sayso/ledger/migrations/env.py",
        "sayso/ledger/migrations/versions/step_0001_tables.py",
    ],
)
def test_carries_its_data(names: set[str], name: str) -> None:
    """What the package reads at run time is in the wheel."""
    assert name in names


def test_carries_nothing_else(names: set[str]) -> None:
    """Neither the training nor the tests are in the wheel."""
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"sayso"}


def test_weights_are_small() -> None:
    """All weights together stay within 30 MB."""
    folder = ROOT / "src" / "sayso" / "reader" / "encoder" / "weights"
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 30_000_000
