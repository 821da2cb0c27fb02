"""Tables as CSV and Parquet."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from sayso.errors import ExportError
from sayso.export.exchange import write_csv, write_parquet
from sayso.export.exchange.table import Table, load_tables
from sayso.model import Reading

GUIDE = Path(__file__).parents[3] / "docs" / "export.md"
NAMES = [table.name for table in load_tables()]


@pytest.fixture
def folder(tmp_path: Path, corpus: tuple[Reading, ...], sample: Reading) -> Path:
    """The sample corpus and the sample as CSV and as Parquet."""
    write_csv((*corpus, sample), tmp_path)
    write_parquet((*corpus, sample), tmp_path)
    return tmp_path


def read_csv(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_parquet(folder: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(folder / f"{name}.parquet").to_pylist()
    return rows


def test_tables_hold_every_record(folder: Path, corpus: tuple[Reading, ...], sample: Reading) -> None:
    """Each kind of record has as many rows as there are records."""
    readings = (*corpus, sample)
    kinds = ("attributions", "figures", "events", "times", "places", "actors", "relations")
    for kind in kinds:
        assert len(read_parquet(folder, kind)) == sum(len(getattr(reading, kind)) for reading in readings)
    spans = sum(len(claim.content) for reading in readings for claim in reading.attributions)
    assert len(read_parquet(folder, "contents")) == spans


@pytest.mark.parametrize("name", NAMES)
def test_both_formats_say_the_same(folder: Path, name: str) -> None:
    """CSV and Parquet have the same columns and the same values, a null being an empty field."""
    told = [
        {key: "" if value is None else str(value) for key, value in row.items()}
        for row in read_parquet(folder, name)
    ]
    assert read_csv(folder, name) == told


@pytest.mark.parametrize("name", NAMES)
def test_columns_have_their_types(folder: Path, name: str) -> None:
    """The types of Parquet are those of the schema, and every column says what it is."""
    types = {"string": "string", "integer": "int64", "number": "double"}
    table = next(table for table in load_tables() if table.name == name)
    schema = pyarrow.parquet.read_schema(folder / f"{name}.parquet")
    assert [(f.name, str(f.type)) for f in schema] == [(c.name, types[c.type]) for c in table.columns]
    assert [f.metadata[b"description"].decode() for f in schema] == [c.what for c in table.columns]


@pytest.mark.parametrize("name", NAMES)
def test_offsets_point_into_the_text(folder: Path, name: str) -> None:
    """Every pair of start and end cuts its text out of the article."""
    texts = {row["id"]: row["text"] for row in read_parquet(folder, "articles")}
    for row in read_parquet(folder, name):
        for key in row:
            if key.endswith("start") and row[key] is not None and key != "date_start":
                stem = key.removesuffix("start")
                assert texts[row["article"]][row[key] : row[f"{stem}end"]] == row[f"{stem}text"]


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_unique_and_links_lead_somewhere(folder: Path, name: str) -> None:
    """The key of a table tells its rows apart, and each link finds its row."""
    table = next(table for table in load_tables() if table.name == name)
    rows = read_parquet(folder, name)
    assert len({tuple(row[key] for key in table.key) for row in rows}) == len(rows)
    for column, target, key in table.links:
        home = "id" if target == "articles" else "article"
        known = {(row[home], row[key]) for row in read_parquet(folder, target)}
        used = {(row["article"], row[column]) for row in rows if row[column] is not None}
        assert used <= known


def test_folder_describes_itself(tmp_path: Path, sample: Reading) -> None:
    """A data package beside the files names them and their columns."""
    write_csv([sample], tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert {resource["path"] for resource in package["resources"]} == {f"{name}.csv" for name in NAMES}
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        header = (tmp_path / resource["path"]).read_text("utf-8").partition("\n")[0]
        assert header.split(",") == fields


@pytest.mark.parametrize("table", load_tables(), ids=lambda table: table.name)
def test_columns_are_documented(table: Table) -> None:
    """The guide lists every table with its columns in their order."""
    columns = ", ".join(f"`{column.name}`" for column in table.columns)
    assert f"| `{table.name}` | {table.what} | {columns} |" in GUIDE.read_text("utf-8")


def test_no_reading_gives_empty_tables(tmp_path: Path) -> None:
    """Without readings every table is there and has no row."""
    write_parquet([], tmp_path)
    assert all(read_parquet(tmp_path, name) == [] for name in NAMES)


def test_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow Parquet is refused with what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"EXP001.*sayso\[export\]"):
        write_parquet([], tmp_path)
