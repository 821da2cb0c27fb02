"""JSONL: a reading a line, as `Reading.from_json` takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from sayso.model import Reading


def write_jsonl(readings: Iterable[Reading], stream: TextIO) -> None:
    """Writes each reading as one line of JSON as soon as it comes."""
    for reading in readings:
        stream.write(reading.to_json() + "\n")
        stream.flush()
