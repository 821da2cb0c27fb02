"""HXL: casualties as CSV with the hashtags of the Humanitarian Exchange Language."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from sayso.export.exchange.casualty import Row, describe_figure
from sayso.model import Figure, Reading
from sayso.vocab import load_table

_DATES = ("published", "as_of", "since")


def write_hxl(readings: Iterable[Reading], stream: TextIO) -> None:
    """Writes a row of headers, a row of hashtags, and a row for each figure of casualties."""
    table = load_table("hxl")
    tags: dict[str, str] = dict(table["columns"])
    for measure, tag in table["measures"].items():
        tags |= {f"{measure} min": f"{tag}+min", f"{measure} max": f"{tag}+max"}
    writer = csv.DictWriter(stream, list(tags), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerow(tags)
    for reading in readings:
        for figure in reading.figures:
            if figure.measure in table["measures"]:
                writer.writerow(_describe(reading, figure))


def _describe(reading: Reading, figure: Figure) -> Row:
    row = describe_figure(reading, figure)
    for column in _DATES:
        row[column] = _read_date(row[column])
    row["passage"] = " ".join(str(row["passage"]).split())
    return row | {f"{figure.measure} min": figure.low, f"{figure.measure} max": figure.high}


def _read_date(date: str | int | float | None) -> str | None:
    """Returns a date that HXL takes: one whose year is not known is none."""
    return date if isinstance(date, str) and not date.startswith("X") else None
