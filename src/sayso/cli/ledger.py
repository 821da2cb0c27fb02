"""Ledger: which ledger a run works with, and how it reads into it."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.batch import Batch
from sayso.cli.failure import complain
from sayso.model import Article, Reading, Rejection

if TYPE_CHECKING:
    from sayso.ledger import Ledger

_BESIDE = ("", "-wal", "-shm", "-journal")
"""What follows the name of an SQLite file in those of the files that belong to it."""

_FILE = "sqlite:///"

Located = tuple[str, int | None, Article | Rejection]


def choose_ledger(given: str | None) -> str:
    """Returns the address that was given, or else the one that SAYSO_LEDGER presets.

    Raises:
        BadParameter: there is neither.
    """
    if address := given or os.environ.get("SAYSO_LEDGER"):
        return address
    raise typer.BadParameter("say which ledger, or set SAYSO_LEDGER", param_hint="--ledger")


def open_known(address: str) -> Ledger:
    """Opens a ledger that is there; a file that is not is no empty ledger.

    Raises:
        LedgerError: there is none, or it cannot be opened (LDG001 to LDG004).
    """
    from sayso.errors import LedgerError
    from sayso.ledger import open_ledger

    path = address.removeprefix(_FILE)
    if "://" not in path and not Path(path).exists():
        raise LedgerError(
            "LDG001", f"there is no ledger {address}", "`sayso read PATH… --ledger FILE` makes one"
        )
    return open_ledger(address)


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
