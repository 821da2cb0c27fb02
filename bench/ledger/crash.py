"""Crash: writers that are killed or that race; does the ledger then hold each article, whole and once?"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import text

from bench.ledger.worker import READER
from sayso.ledger import Ledger, open_ledger
from sayso.model import Reading

BREATH = 0.02
"""Longest time in seconds between the last reading that a writer tells of and its end."""


def write_readings(path: Path, readings: Iterable[Reading]) -> None:
    """Writes readings to the file that writers are given."""
    with path.open("w", encoding="utf8") as file:
        file.writelines(reading.to_json() + "\n" for reading in readings)


def crash_writer(address: str, path: Path, kills: int, dice: random.Random) -> int:
    """Kills a writer again and again, each time started anew with the same command, then lets one finish.

    Args:
        address: the ledger.
        path: the readings that it adds.
        kills: how often it is killed at most; a writer that finishes is not killed.
        dice: decides when.

    Returns:
        How often it was killed.
    """
    with path.open(encoding="utf8") as file:
        most = max(2 * sum(1 for _ in file) // (kills + 1), 1)
    done = 0
    while done < kills:
        with _start(address, path) as writer:
            assert writer.stdout is not None
            for _ in range(dice.randrange(most)):
                writer.stdout.readline()
            time.sleep(dice.random() * BREATH)
            if writer.poll() is not None:
                break
            writer.kill()
        done += 1
    with _start(address, path) as writer:
        writer.communicate()
    assert writer.returncode == 0
    return done


def race_writers(address: str, paths: Sequence[Path]) -> int:
    """Lets writers add at once, and reads meanwhile.

    Returns:
        How many readings were read back while they wrote.
    """
    read = 0
    writers = [_start(address, path, stdout=subprocess.DEVNULL) for path in paths]
    with open_ledger(address) as ledger:
        while any(writer.poll() is None for writer in writers):
            read += sum(1 for _ in ledger.read_all())
            time.sleep(BREATH)
    assert [writer.returncode for writer in writers] == [0] * len(writers)
    return read


def find_faults(address: str, readings: Sequence[Reading]) -> list[str]:
    """Compares a ledger with what should be in it, each reading once and whole, and nothing else."""
    with open_ledger(address) as ledger:
        lost = [reading for reading in readings if not _is_whole(ledger, reading)]
        faults = [f"{reading.article.id} is not there as it was given" for reading in lost]
        claims = sum(len(reading.attributions) for reading in readings)
        with_claims = sum(bool(reading.attributions) for reading in readings)
        wanted = {"reading": len(readings), "revision": len(readings), "attribution": claims}
        wanted |= {"words": claims, "meaning": with_claims}
        with ledger.store.read() as connection:
            for table, count in wanted.items():
                found = connection.scalar(text(f"SELECT count(*) FROM {table}"))
                if found != count:
                    faults.append(f"{table} has {found} rows, not {count}")
            if ledger.store.is_sqlite:
                faults += map(str, connection.execute(text("PRAGMA foreign_key_check")))
                faults += [
                    line for (line,) in connection.execute(text("PRAGMA integrity_check")) if line != "ok"
                ]
    return faults


def _is_whole(ledger: Ledger, reading: Reading) -> bool:
    found = ledger.find(reading.article, reader=READER)
    return found is not None and found.to_json() == reading.to_json()


def _start(address: str, path: Path, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bench.ledger.worker", address, str(path)]
    return subprocess.Popen(command, stdout=stdout, cwd=Path(__file__).parent.parent.parent)
