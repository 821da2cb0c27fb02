"""Store: the database of a ledger, opened so that one writes at a time and all read what is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from sayso.errors import LedgerError
from sayso.vocab import load_table

WRITER = "sayso_writer"
"""The execution option of a connection that is going to write."""


class Store:
    """A database that holds a ledger.

    Attributes:
        engine: gives connections to it.
        address: where it is, without a password.
        is_sqlite: whether it is an SQLite file, else PostgreSQL.
    """

    def __init__(self, address: str | Path) -> None:
        url = _read_address(address)
        self.address = url.database or "" if url.drivername == "sqlite" else url.render_as_string()
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.engine = _create_sqlite(url) if self.is_sqlite else _create_postgresql(url)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Opens a transaction that waits for other writers and keeps them out; all of it holds or nothing.

        Raises:
            LedgerError: the database cannot be reached or refuses (LDG001).
        """
        with self._guard(), self._connect(**{WRITER: True}) as connection, connection.begin():
            if not self.is_sqlite:
                lock = load_table("ledger")["advisory_lock"]
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock})
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Opens a transaction that sees the ledger as it is at its first look, whatever is written meanwhile.

        Raises:
            LedgerError: the database cannot be reached or refuses (LDG001).
        """
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with self._guard(), self._connect(**options) as connection, connection.begin():
            yield connection

    def _connect(self, **options: Any) -> Connection:
        return self.engine.connect().execution_options(**options)

    def close(self) -> None:
        """Closes all connections."""
        self.engine.dispose()

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Turns what the database says into an error with a code."""
        try:
            yield
        except DBAPIError as error:
            if "file is not a database" in str(error.orig):
                raise deny_ledger(self.address) from error
            raise LedgerError(
                "LDG001",
                f"the ledger {self.address} cannot be used ({str(error.orig).strip()})",
                "check that it is there, that you may write to it and that the disk is not full",
            ) from error


def deny_ledger(address: str) -> LedgerError:
    """Makes the error that a database holds something else than a ledger."""
    return LedgerError(
        "LDG002",
        f"{address} is not a ledger of sayso",
        "name a new file or another database",
        address=address,
    )


def _read_address(address: str | Path) -> URL:
    """Returns the URL of a database; what has no scheme is the path of an SQLite file."""
    if "://" not in str(address):
        return URL.create("sqlite", database=str(address))
    try:
        url = make_url(str(address))
    except ArgumentError as error:
        raise _refuse(str(address)) from error
    drivers = {"sqlite": "sqlite", "postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
    if url.drivername not in drivers:
        raise _refuse(url.render_as_string())
    return url.set(drivername=drivers[url.drivername])


def _refuse(address: str) -> LedgerError:
    return LedgerError(
        "LDG001",
        f"{address} is no address of a ledger",
        "give the path of a file, or postgresql://user@host/database",
    )


def _create_sqlite(url: URL) -> Engine:
    seconds = load_table("ledger")["busy_seconds"]
    engine = create_engine(url, connect_args={"timeout": seconds})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Sets what SQLite asks for on every connection; the size of pages and the journal are set by the first.

    Large pages waste less of the room around a text that no page holds whole.
    """
    connection.isolation_level = None  # transactions are begun below, not by the driver
    pragmas = load_table("ledger")["sqlite"]
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = wal")


def _begin_sqlite(connection: Connection) -> None:
    is_writer = connection.get_execution_options().get(WRITER, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


def _create_postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise LedgerError(
            "LDG004", "the driver for PostgreSQL is not installed", "pip install 'sayso[postgres]'"
        ) from error
