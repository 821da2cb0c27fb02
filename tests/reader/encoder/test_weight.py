from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.reader.encoder.session import Encoder
from sayso.reader.encoder.weight import DECODING, GRAPH, HEADS, LABELS, SHIPPED, TOKENIZER, load_weights


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped weights, to be broken."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "weights"))


def test_loads_what_ships() -> None:
    """The shipped folder holds together."""
    weights = load_weights()
    assert weights.labels.names[0] == "O"
    assert 0 < weights.decoding.keep < 1


@pytest.mark.parametrize("name", [DECODING, GRAPH, HEADS, LABELS, TOKENIZER])
def test_a_missing_file_is_an_error_with_a_code(folder: Path, name: str) -> None:
    """Each file is needed, and its absence is told."""
    (folder / name).unlink()
    with pytest.raises(ModelError, match="MDL001"):
        Encoder(folder)


@pytest.mark.parametrize("name", [DECODING, GRAPH, HEADS, LABELS, TOKENIZER])
def test_a_damaged_file_is_an_error_with_a_code(folder: Path, name: str) -> None:
    """A file that does not hold what it should is told."""
    (folder / name).write_bytes(b"\x00 not what it was")
    with pytest.raises(ModelError, match="MDL001"):
        Encoder(folder)
