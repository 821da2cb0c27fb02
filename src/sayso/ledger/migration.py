"""Migration: brings the tables of a ledger to the form that this version of sayso works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from sayso.errors import LedgerError
from sayso.ledger.schema import metadata
from sayso.ledger.store import Store, deny_ledger

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0004"
"""The newest step of the migrations."""

FIRST = "0001"
"""The oldest step; below it there is no ledger."""

VERSIONS = "ledger_version"
"""The table in which Alembic keeps the step that a ledger is at."""

FOLDER = Path(__file__).parent / "migrations"


def migrate(store: Store) -> None:
    """Brings a ledger to the newest step, and makes its tables where there are none.

    Raises:
        LedgerError: the database holds something else (LDG002), or a ledger of a newer sayso (LDG003).
    """
    with store.read() as connection:
        if find_step(connection, store.address) == HEAD:
            return
    upgrade(store)


def upgrade(store: Store, step: str = HEAD) -> None:
    """Upgrades a ledger to a step; all its rows stay.

    Raises:
        LedgerError: the database holds something else (LDG002), or a ledger of a newer sayso (LDG003).
    """
    from alembic import command

    with store.write() as connection:
        if find_step(connection, store.address) != step:
            command.upgrade(_configure(connection), step)


def downgrade(store: Store, step: str = FIRST) -> None:
    """Takes a ledger back to an earlier step, for an older sayso; all its rows stay.

    Raises:
        LedgerError: the database holds something else (LDG002), or a ledger of a newer sayso (LDG003).
    """
    from alembic import command

    with store.write() as connection:
        find_step(connection, store.address)
        command.downgrade(_configure(connection), step)


def find_step(connection: Connection, address: str) -> str | None:
    """Returns the step that a ledger is at, or null where the database is empty.

    Raises:
        LedgerError: the database holds something else (LDG002), or a ledger of a newer sayso (LDG003).
    """
    tables = set(inspect(connection).get_table_names())
    if VERSIONS not in tables:
        # A file belongs to sayso alone; a PostgreSQL database may hold tables of others.
        if tables & metadata.tables.keys() or (tables and connection.dialect.name == "sqlite"):
            raise deny_ledger(address)
        return None
    step: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSIONS}"))  # noqa: S608
    if step is not None and step > HEAD:
        raise LedgerError(
            "LDG003",
            f"the ledger {address} was made by a newer version of sayso (step {step}; this one knows {HEAD})",
            "upgrade sayso",
        )
    return step


def _configure(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
