"""The steps of the schema, up and down, on either store."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from sayso.errors import LedgerError
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.migration import FIRST, FOLDER, HEAD, VERSIONS, downgrade, find_step, upgrade
from sayso.ledger.schema import metadata
from tests.ledger.sample import URL, make_reading

STEPS = [step.revision for step in ScriptDirectory(FOLDER).walk_revisions()][::-1]


def _list_rows(ledger: Ledger) -> dict[str, list[Any]]:
    with ledger.store.read() as connection:
        return {name: list(connection.execute(table.select())) for name, table in metadata.tables.items()}


def test_the_newest_step_is_the_one_that_is_wanted() -> None:
    """The constants name the ends of the chain of steps."""
    assert (STEPS[0], STEPS[-1]) == (FIRST, HEAD)


def test_the_steps_make_the_schema(ledger: Ledger) -> None:
    """The tables that the migrations make are those that the code works with."""
    own = {VERSIONS, "words", *(f"words_{part}" for part in ("data", "idx", "content", "docsize", "config"))}

    def is_shared(_object: Any, name: str | None, kind: str, *_rest: Any) -> bool:
        return kind != "table" or name not in own

    with ledger.store.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_shared})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("step", STEPS[:-1])
def test_going_back_and_forth_keeps_all_rows(ledger: Ledger, step: str) -> None:
    """Each downgrade and the upgrade after it leave all rows as they are."""
    ledger.add(make_reading(), reader="test")
    before = _list_rows(ledger)
    downgrade(ledger.store, step)
    assert _list_rows(ledger) == before
    upgrade(ledger.store)
    assert _list_rows(ledger) == before
    assert ledger.read(URL) == make_reading()


def test_an_upgrade_fills_the_index_of_words(ledger: Ledger) -> None:
    """Claims that were stored before there was an index are found by it."""
    ledger.add(make_reading(), reader="test")
    downgrade(ledger.store, FIRST)
    upgrade(ledger.store)
    match = "words MATCH 'dead'" if ledger.store.is_sqlite else "passage @@ to_tsquery('english', 'dead')"
    with ledger.store.read() as connection:
        assert connection.scalar(text(f"SELECT count(*) FROM words WHERE {match}")) == 1


def test_an_older_ledger_is_upgraded_when_it_is_opened(address: str) -> None:
    """Opening brings a ledger to the newest step."""
    with open_ledger(address) as ledger:
        downgrade(ledger.store, FIRST)
    with open_ledger(address) as ledger, ledger.store.read() as connection:
        assert find_step(connection, "") == HEAD


def test_a_newer_ledger_is_refused(address: str) -> None:
    """A ledger of a later sayso is left alone, and the error says what to do."""
    with open_ledger(address) as ledger, ledger.store.write() as connection:
        connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '9999'"))
    with pytest.raises(LedgerError, match=r"LDG003.*upgrade sayso"):
        open_ledger(address)


def test_below_the_first_step_there_is_nothing(ledger: Ledger) -> None:
    """The step that would drop the tables is refused, and they stay."""
    ledger.add(make_reading(), reader="test")
    with pytest.raises(LedgerError, match="LDG006"):
        downgrade(ledger.store, "base")
    assert ledger.read(URL) == make_reading()


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    """An SQLite file with tables of others is left alone."""
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    with pytest.raises(LedgerError, match="LDG002"):
        open_ledger(path)


def test_processes_that_open_a_new_ledger_at_once_make_one(nowhere: Callable[[], str]) -> None:
    """Whoever comes second waits, and finds the tables made."""
    code = "import sys; from sayso.ledger import open_ledger; open_ledger(sys.argv[1]).close()"
    address = nowhere()
    processes = [subprocess.Popen([sys.executable, "-c", code, address]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
