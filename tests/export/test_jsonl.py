"""Readings as JSONL."""

from __future__ import annotations

import io
from collections.abc import Iterator

from sayso.export import write_jsonl
from sayso.model import Reading
from tests.export.sample import make_reading


def test_lines_are_readings_again(reading: Reading) -> None:
    """Each line gives its reading back."""
    stream = io.StringIO()
    other = make_reading(title="Another\u2028 one")
    write_jsonl([reading, other], stream)
    assert list(map(Reading.from_json, stream.getvalue().splitlines())) == [reading, other]


def test_lines_are_written_as_they_come(reading: Reading) -> None:
    """The first line is written before the second reading is asked for."""
    stream = io.StringIO()

    def give() -> Iterator[Reading]:
        yield reading
        assert stream.getvalue().endswith("}\n")

    write_jsonl(give(), stream)
