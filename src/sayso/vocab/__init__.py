"""Lexicons, patterns and limits as data files, each with its loader."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load_table"]


@cache
def load_table(name: str) -> Any:
    """Loads the JSON file of this name, without its suffix, once; the value is shared: do not change it."""
    return json.loads((files(__package__) / f"{name}.json").read_text("utf-8"))
