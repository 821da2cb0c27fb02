"""CSV: every table as a file of comma-separated values, beside a description of them all."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from sayso.export.exchange.table import describe_tables, load_tables
from sayso.model import Reading

DESCRIPTION = "datapackage.json"


def write_csv(readings: Iterable[Reading], folder: Path) -> None:
    """Writes the tables into a folder that exists, UTF-8; a null is an empty field."""
    tables = load_tables()
    with ExitStack() as stack:
        writers = []
        for table in tables:
            path = folder / f"{table.name}.csv"
            stream = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(column.name for column in table.columns)
            writers.append(writer)
        for reading in readings:
            for table, writer in zip(tables, writers, strict=True):
                writer.writerows(table.list_rows(reading))
    write_description(folder, "csv")


def write_description(folder: Path, suffix: str) -> None:
    """Writes what the files of a folder hold, column by column."""
    text = json.dumps(describe_tables(suffix), ensure_ascii=False, indent=1)
    (folder / DESCRIPTION).write_text(text + "\n", "utf-8")
