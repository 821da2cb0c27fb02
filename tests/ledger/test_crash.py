"""Writers that are killed and writers at once; `bench.ledger` does the same with more of them."""

from __future__ import annotations

import random
from pathlib import Path

from bench.ledger.crash import crash_writer, find_faults, race_writers, write_readings
from sayso.model import Reading
from tests.ledger.sample import URL, make_reading

KILLS, READINGS = 4, 60


def _make_readings(first: int, count: int) -> list[Reading]:
    return [make_reading(url=f"{URL}/{n}", publisher=f"Courier {n % 5}") for n in range(first, first + count)]


def test_a_killed_writer_leaves_whole_articles(address: str, tmp_path: Path) -> None:
    """After many kills the same command finishes the work; no article is lost, half or double."""
    readings = _make_readings(0, READINGS)
    path = tmp_path / "readings.jsonl"
    write_readings(path, readings)
    assert crash_writer(address, path, KILLS, random.Random(3)) > 0
    assert find_faults(address, readings) == []


def test_two_writers_and_a_reader_work_at_once(address: str, tmp_path: Path) -> None:
    """Two processes that write at once lose nothing, and who reads meanwhile sees whole articles."""
    halves = [_make_readings(0, READINGS), _make_readings(READINGS // 2, READINGS)]
    paths = [tmp_path / f"{n}.jsonl" for n in range(2)]
    for path, half in zip(paths, halves, strict=True):
        write_readings(path, half)
    race_writers(address, paths)
    assert find_faults(address, [*halves[0], *halves[1][READINGS // 2 :]]) == []
