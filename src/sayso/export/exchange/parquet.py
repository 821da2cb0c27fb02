"""Parquet: every table as a file of columns, beside a description of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.errors import ExportError
from sayso.export.exchange.csv import write_description
from sayso.export.exchange.table import Table, load_tables
from sayso.model import Reading

_BATCH = 1000
"""Readings to a row group."""


def write_parquet(readings: Iterable[Reading], folder: Path) -> None:
    """Writes the tables into a folder that exists, compressed, a row group for each thousand readings.

    Raises:
        ExportError: pyarrow is not installed (EXP001).
    """
    arrow, parquet = _import_arrow()
    schemas = [(table, _make_schema(arrow, table)) for table in load_tables()]
    with ExitStack() as stack:
        writers = [
            stack.enter_context(
                parquet.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd")
            )
            for table, schema in schemas
        ]
        for batch in _batch(readings):
            for (table, schema), writer in zip(schemas, writers, strict=True):
                rows = [row for reading in batch for row in table.list_rows(reading)]
                columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
                arrays = [
                    arrow.array(list(column), field.type)
                    for column, field in zip(columns, schema, strict=True)
                ]
                writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
    write_description(folder, "parquet")


def _batch(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    rest = iter(readings)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _make_schema(arrow: Any, table: Table) -> Any:
    types = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64()}
    return arrow.schema(
        [
            arrow.field(column.name, types[column.type], metadata={"description": column.what})
            for column in table.columns
        ],
        metadata={"description": table.what},
    )


def _import_arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ExportError(
            "EXP001", "Parquet needs pyarrow, which is not installed", "pip install 'sayso[export]'"
        ) from error
    return pyarrow, pyarrow.parquet
