"""HXL against the library and the core schema of the standard."""

from __future__ import annotations

import io
from collections.abc import Iterable

import hxl
import pytest

from sayso.export.exchange import write_hxl
from sayso.model import Reading


def load(readings: Iterable[Reading]) -> hxl.Dataset:
    """Reads back what is written, by the library of the standard."""
    stream = io.StringIO()
    write_hxl(readings, stream)
    options = hxl.input.InputOptions(allow_local=True)
    return hxl.data(io.BytesIO(stream.getvalue().encode("utf-8")), options).cache()


def test_sample_is_valid(sample: Reading) -> None:
    """The sample has no error by the core schema, and its tags are read."""
    data = load([sample])
    assert hxl.validate(data, hxl.schema())
    assert "#affected+killed+min" in {column.display_tag for column in data.columns}


def test_corpus_has_no_error(corpus: tuple[Reading, ...]) -> None:
    """Numbers are numbers and dates are dates in all rows of the sample corpus."""
    errors: list[object] = []
    hxl.schema(
        callback=lambda error: errors.append(error) if error.rule.severity == "error" else None
    ).validate(load(corpus))
    assert errors == []


def test_interval_is_kept(sample: Reading) -> None:
    """The ends of the interval are told, and an open end is empty."""
    rows = list(load([sample]))
    killed = [(row.get("#affected+killed+min"), row.get("#affected+killed+max")) for row in rows]
    assert killed[:4] == [("9", "9"), ("12", None), ("21", None), (None, "30")]


def test_date_without_a_year_is_left_out(sample: Reading) -> None:
    """A day of no known year is no date of HXL."""
    assert [row.get("#date+occurred") for row in load([sample])][:2] == ["2026-03-01", None]


@pytest.mark.parametrize("tag", ["#affected+detained+min", "#affected+detained+max"])
def test_measure_has_columns_of_its_own(sample: Reading, tag: str) -> None:
    """Each measure fills its own two columns."""
    assert [row.get(tag) for row in load([sample])] == [None] * 9 + ["2"]
