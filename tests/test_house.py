"""The house stays in order: short modules, short functions, no file that could hold anything."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(p for room in ("src", "training", "bench") for p in (ROOT / room).rglob("*.py"))
MODULE_LINES, FUNCTION_LINES = 400, 40
VAGUE = {"utils", "util", "helpers", "helper", "manager", "core", "misc", "common"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short(path: Path) -> None:
    """A module holds one noun and stays under its length."""
    assert len(path.read_text("utf8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_function_is_short(path: Path) -> None:
    """A function does one thing and stays under its length, its docstring aside."""
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0  # type: ignore[operator]
            assert lines <= FUNCTION_LINES, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_a_name_that_says_something(path: Path) -> None:
    """No file is named for being useful."""
    assert path.stem not in VAGUE
