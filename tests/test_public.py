from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sayso


def test_exports_what_it_says() -> None:
    """Every public name can be had."""
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)


@pytest.mark.parametrize("room", ["errors", "export", "ingest", "ledger", "model", "reader", "vocab"])
def test_rooms_need_no_import_of_their_own(room: str) -> None:
    """`sayso.model.load_schema()` works after `import sayso` alone."""
    code = f"import sayso; print(sayso.{room}.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"sayso.{room}"


def test_knows_no_other_name() -> None:
    """A name that is not public is an error."""
    with pytest.raises(AttributeError, match="nothing"):
        _ = sayso.nothing


def test_reads_a_file(tmp_path: Path) -> None:
    """`sayso.read(path).attributions` works on a text file."""
    path = tmp_path / "mill.txt"
    path.write_text("The mill is closed\n\n“We are done,” said Ana Brodnik, who owned the mill.\n", "utf8")
    assert [a.quotation for a in sayso.read(path).attributions] == ["direct"]


@pytest.mark.parametrize("source", [None, 3, b"mill.txt", ["mill.txt"]])
def test_what_is_no_source_is_named(source: object) -> None:
    """What is neither a path nor an Article is a TypeError that says what is taken."""
    with pytest.raises(TypeError, match="takes the path of a file or an Article, not"):
        sayso.read(source)  # type: ignore[arg-type]


def test_importing_it_is_light() -> None:
    """Importing sayso loads neither spaCy nor the network nor SQLAlchemy."""
    heavy = {"spacy", "onnxruntime", "numpy", "sqlalchemy"}
    code = f"import sys, sayso; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
