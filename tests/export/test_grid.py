"""Rows under their columns."""

from __future__ import annotations

import csv
from io import StringIO

from rich.console import Console

from sayso.export.grid import Column, print_grid, write_rows

COLUMNS = (Column(name="who"), Column(name="said", share=1), Column(name="how many", is_number=True))


def _print(rows: list[list[str]], width: int = 40) -> list[str]:
    stream = StringIO()
    print_grid(Console(file=stream, width=width, markup=False), COLUMNS, rows)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def test_numbers_stand_to_the_right() -> None:
    """Words begin below the name of their column, numbers end there."""
    assert _print([["Ana", "nine", "9"], ["Åse", "twelve", "1,012"]]) == [
        "who  said                       how many",
        "Ana  nine                              9",
        "Åse  twelve                        1,012",
    ]


def test_long_cells_go_on_below() -> None:
    """Nothing is cut off that has room in further lines."""
    lines = _print([["Ana", "the mill in Orlo burned down to the ground", "9"]], width=30)
    assert len(lines) > 2
    assert " ".join(word for line in lines[1:] for word in line.split() if word not in ("Ana", "9")) == (
        "the mill in Orlo burned down to the ground"
    )


def test_what_could_steer_a_terminal_is_disarmed() -> None:
    """Control characters of an article do not reach the terminal."""
    assert "\x1b" not in "".join(_print([["\x1b[31mAna", "[bold]nine", "9"]]))


def test_rows_are_csv() -> None:
    """Fields of a record within a record get columns of their own; what is missing is an empty cell."""
    stream = StringIO()
    write_rows([{"id": "A1", "cited": {"id": "x", "day": None}}, {"id": "A2", "links": ["a", "é"]}], stream)
    assert list(csv.reader(StringIO(stream.getvalue()))) == [
        ["id", "cited_id", "day", "links"],
        ["A1", "x", "", ""],
        ["A2", "", "", '["a", "é"]'],
    ]


def test_no_rows_are_no_lines() -> None:
    """Without rows there is no header, for there are no columns."""
    stream = StringIO()
    write_rows([], stream)
    assert stream.getvalue() == ""
