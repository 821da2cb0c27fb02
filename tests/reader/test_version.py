"""The version of a reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import __version__
from sayso.errors import ModelError
from sayso.reader.version import name_version


def test_names_the_package_and_the_weights() -> None:
    """The version is that of sayso and a hash of the weights."""
    version, _, weights = name_version().partition("+")
    assert version == __version__
    assert len(weights) == 8


def test_other_weights_are_another_version(tmp_path: Path) -> None:
    """A change of any file changes the version."""
    versions = set()
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "heads.npz").write_bytes(bytes([number]))
        versions.add(name_version(folder))
    assert len(versions) == 2


def test_weights_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    """A folder that is missing is the error of weights that cannot be read."""
    with pytest.raises(ModelError, match="MDL001"):
        name_version(tmp_path / "nowhere")
