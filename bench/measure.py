"""Measures: a number, the bar it should clear, and the table that shows many of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured number.

    Attributes:
        name: what was measured; bars are looked up by it.
        value: the number, or null where it could not be measured.
        n: how many things it was measured over.
        unit: "%" for everything that is a share or an F1; else what is counted.
        note: how it was measured, or why it was not.
    """

    name: str
    value: float | None
    n: int | None = None
    unit: str = "%"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a measure should reach: at least `least`, or at most `most`."""

    least: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        return f"≥ {self.least:g}" if self.least is not None else f"≤ {self.most:g}"

    def admits(self, value: float) -> bool:
        """Tells whether a value clears the bar."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


def load_bars(path: Path) -> dict[str, Bar]:
    """Loads the bars of a benchmark by the name of the measure."""
    return {name: Bar(**bar) for name, bar in json.loads(path.read_text("utf8")).items()}


def judge(measure: Measure, bars: Mapping[str, Bar]) -> dict[str, Any]:
    """Returns the measure with its bar and whether it is met; null where there is no bar or no value."""
    bar = bars.get(measure.name)
    met = None if bar is None or measure.value is None else bar.admits(measure.value)
    return {**asdict(measure), "bar": None if bar is None else str(bar), "met": met}


def format_value(value: Any) -> str:
    """Writes a cell: numbers to two decimals, yes and no for truth values, a dash for nothing."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "NO"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def format_table(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> str:
    """Lays rows out under their columns, numbers to the right."""
    columns, rows = list(columns), list(rows)
    cells = [columns, *([format_value(row.get(c)) for c in columns] for row in rows)]
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns))]
    numeric = [any(_is_number(row.get(c)) for row in rows) for c in columns]
    lines = [
        "  ".join(
            cell.rjust(w) if right else cell.ljust(w)
            for cell, w, right in zip(line, widths, numeric, strict=True)
        )
        for line in cells
    ]
    lines.insert(1, "  ".join("─" * w for w in widths))
    return "\n".join(line.rstrip() for line in lines)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
