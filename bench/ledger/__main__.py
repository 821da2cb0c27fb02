"""Prints what a ledger costs and whether it keeps what it is given: python -m bench.ledger --data DATA."""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import text

from bench.ledger.crash import crash_writer, find_faults, race_writers, write_readings
from bench.ledger.derive import Source, derive
from bench.ledger.source import choose_typical, read_sources
from bench.ledger.worker import READER
from bench.measure import Measure, format_table, judge, load_bars
from sayso.ledger import open_ledger

BARS = Path(__file__).parent / "bar.json"
COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")
STEPS = ("keep", "load", "crash", "race")


def measure_keeping(address: str, sources: list[Source]) -> Iterator[Measure]:
    """Measures how many real readings do not come back byte for byte."""
    with open_ledger(address) as ledger:
        started = time.perf_counter()
        ledger.add_all(sources, reader=READER)
        minutes = (time.perf_counter() - started) / 60
        lost = 0
        for reading, _ in sources:
            found = ledger.find(reading.article, reader=READER)
            lost += found != reading or found.to_json() != reading.to_json()
    yield Measure("readings that come back otherwise", float(lost), len(sources), "")
    yield Measure("real readings a minute", len(sources) / minutes, len(sources), "")


def measure_load(address: str, sources: list[Source], count: int) -> Iterator[Measure]:
    """Measures the load of derived readings, and the room that each takes with all its indexes."""
    typical = choose_typical(sources) or sources
    spent = 0.0
    with open_ledger(address) as ledger:
        stream = derive(typical, count)
        while batch := list(islice(stream, 500)):  # made before the clock starts
            started = time.perf_counter()
            ledger.add_all(batch, reader=READER)
            spent += time.perf_counter() - started
        with ledger.store.read() as connection:
            claims = connection.scalar(text("SELECT count(*) FROM attribution")) or 0
    words = sum(len(source.reading.article.text.split()) for source in typical) / len(typical)
    note = f"{words:.0f} words and {claims / count:.1f} claims each"
    yield Measure("derived readings a minute", 60 * count / spent, count, "", note)
    yield Measure("bytes a reading", measure_size(address) / count, count, "B", note)


def measure_size(address: str) -> int:
    """Returns the bytes that a closed ledger takes on the disk, its indexes with it."""
    if "://" not in address:
        return Path(address).stat().st_size
    with open_ledger(address) as ledger, ledger.store.read() as connection:
        return connection.scalar(text("SELECT pg_database_size(current_database())")) or 0


def measure_crash(address: str, sources: list[Source], kills: int) -> Iterator[Measure]:
    """Measures what is wrong after a writer was killed again and again."""
    readings = [reading for reading, _ in derive(sources, 4 * kills)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "readings.jsonl"
        write_readings(path, readings)
        done = crash_writer(address, path, kills, random.Random(0))
    yield Measure("kills of a writer", float(done), len(readings), "")
    yield Measure("faults after the kills", float(len(find_faults(address, readings))), len(readings), "")


def measure_race(address: str, sources: list[Source], each: int) -> Iterator[Measure]:
    """Measures what is wrong after two processes wrote at once while a third one read."""
    readings = [reading for reading, _ in derive(sources, 2 * each)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{half}.jsonl" for half in range(2)]
        for half, path in enumerate(paths):
            write_readings(path, readings[half::2])
        read = race_writers(address, paths)
    note = f"{read} readings were read meanwhile"
    yield Measure("faults after the race", float(len(find_faults(address, readings))), 2 * each, "", note)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--cache", type=Path, help="folder that keeps the readings of the real articles")
    parser.add_argument("--real", type=int, default=1_000, help="how many real articles")
    parser.add_argument("--derived", type=int, default=100_000, help="how many derived readings are loaded")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--each", type=int, default=2_000, help="how many readings each of two writers adds")
    parser.add_argument("--only", nargs="*", default=STEPS, choices=STEPS)
    parser.add_argument("--postgresql", help="address of an empty database, with {} for the name of the step")
    arguments = parser.parse_args()
    sources = read_sources(arguments.data, arguments.real, arguments.cache)
    steps = {
        "keep": (measure_keeping, ()),
        "load": (measure_load, (arguments.derived,)),
        "crash": (measure_crash, (arguments.kills,)),
        "race": (measure_race, (arguments.each,)),
    }
    bars = load_bars(BARS)
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.only:
            function, rest = steps[name]
            where = arguments.postgresql or str(Path(folder) / "{}.db")
            rows = [
                {"measure": measure.name, **judge(measure, bars)}
                for measure in function(where.format(name), sources, *rest)  # type: ignore[operator]
            ]
            print(format_table(rows, COLUMNS), flush=True)


if __name__ == "__main__":
    main()
