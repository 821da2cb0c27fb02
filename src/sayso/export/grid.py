"""Grid: rows under their columns, for a terminal or a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from sayso.export.printable import flatten

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a grid.

    Attributes:
        name: what stands above it.
        share: how much of the width it takes beside the others; 0 for no more than it needs.
        is_number: whether its cells stand to the right.
        style: how its cells are printed, in the words of rich.
    """

    name: str
    share: int = 0
    is_number: bool = False
    style: str = ""


def print_grid(console: Console, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Prints rows as a table that fits the terminal; long cells go on in further lines."""
    from rich.table import Table
    from rich.text import Text

    is_wide = any(column.share for column in columns)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=is_wide, header_style="dim")
    for column in columns:
        table.add_column(
            column.name,
            ratio=column.share or None,
            justify="right" if column.is_number else "left",
            style=column.style,
            overflow="fold",
            no_wrap=not column.share,
        )
    for row in rows:
        table.add_row(*(Text("\n".join(map(flatten, cell.split("\n")))) for cell in row))
    console.print(table)


def write_rows(rows: Sequence[Mapping[str, Any]], stream: TextIO) -> None:
    """Writes rows as CSV with a header; what hangs below a row gets columns of its own."""
    flat = [_spread(row) for row in rows]
    names = list(dict.fromkeys(name for row in flat for name in row))
    writer = csv.DictWriter(stream, names, lineterminator="\n")
    if names:
        writer.writeheader()
    writer.writerows(flat)


def _spread(row: Mapping[str, Any]) -> dict[str, Any]:
    """Puts the fields of records inside a record beside its own."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, Mapping):
            flat |= {key if key not in row else f"{name}_{key}": cell for key, cell in _spread(value).items()}
        elif isinstance(value, list):
            flat[name] = json.dumps(value, ensure_ascii=False)
        else:
            flat[name] = value
    return flat
