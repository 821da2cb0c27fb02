"""Ledger: how a run reads into a ledger."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from sayso.cli.batch import Batch
from sayso.cli.failure import complain
from sayso.model import Article, Reading, Rejection

_BESIDE = ("", "-wal", "-shm", "-journal")
"""What follows the name of an SQLite file in those of the files that belong to it."""

Located = tuple[str, int | None, Article | Rejection]


def read_into(
    address: str, paths: Sequence[str], processes: int, batch: Batch
) -> Generator[Reading, None, None]:
    """Reads the articles under these paths into a ledger, which keeps the rejections as well."""
    from sayso.ingest import ingest_located
    from sayso.ledger import Intake, open_ledger

    with open_ledger(address) as ledger:
        intake = Intake(ledger)
        articles = batch.admit(leave_out(address, ingest_located(paths)))
        try:
            yield from batch.record(intake.read(articles, processes))
        finally:
            ledger.reject(batch.rejections)
            complain(f"{ledger.store.address}: added {intake.added}, {intake.known} were there")


def leave_out(address: str, items: Iterator[Located]) -> Iterator[Located]:
    """Leaves out what was said of the ledger itself, where it stands in a folder that is read."""
    own = {Path(address + end).resolve() for end in _BESIDE}
    for path, line, item in items:
        if not isinstance(item, Rejection) or Path(path).resolve() not in own:
            yield path, line, item
