"""What the documentation says must be what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

import sayso.errors
from sayso.cli.app import create_app

ROOT = Path(__file__).parent.parent
SOURCE = "\n".join(path.read_text("utf8") for path in (ROOT / "src").rglob("*.py"))
CODES = set(re.findall(r'"([A-Z]{3}\d{3})"', SOURCE))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")])


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_in_the_tree(code: str) -> None:
    """Each code that is raised stands in the tree that errors.py draws."""
    assert code in (sayso.errors.__doc__ or "")


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained(code: str) -> None:
    """Each code that is raised is explained to users."""
    assert f"| {code} |" in (ROOT / "docs" / "errors.md").read_text("utf8")


def test_no_code_is_explained_that_is_not_raised() -> None:
    """The documentation names no code that nothing raises."""
    assert set(re.findall(r"\| ([A-Z]{3}\d{3}) \|", (ROOT / "docs" / "errors.md").read_text("utf8"))) == CODES


@pytest.mark.parametrize("name", sorted(get_command(create_app()).commands))  # type: ignore[attr-defined]
def test_every_command_is_explained(name: str) -> None:
    """Each command stands in the guide to the command line with all of its options."""
    guide = (ROOT / "docs" / "command-line.md").read_text("utf8")
    command = get_command(create_app()).commands[name]  # type: ignore[attr-defined]
    assert f"## sayso {name}" in guide
    for parameter in command.params:
        assert all(f"`{option}" in guide for option in parameter.opts if option.startswith("--"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """A link to a file of the project leads to a file that is there."""
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf8")):
        assert (path.parent / target).exists(), target
