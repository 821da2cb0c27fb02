"""Schema: the JSON form of a reading, written down as JSON Schema 2020-12."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_schema() -> dict[str, Any]:
    """Loads the JSON Schema of a reading, to be read and not changed."""
    schema: dict[str, Any] = json.loads((files(__package__) / "reading.schema.json").read_text("utf-8"))
    return schema
