"""Sequence: JSON values written one after the other as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO


def write_array(items: Iterable[dict[str, Any]], stream: TextIO) -> None:
    """Writes the items as one JSON array, an item a line."""
    before = "["
    for item in items:
        stream.write(f"{before}\n{dump(item)}")
        before = ","
    stream.write("[]\n" if before == "[" else "\n]\n")


def dump(item: dict[str, Any]) -> str:
    """Returns the item as one line of JSON."""
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
