"""What the tests of the ledger share: an empty ledger on each of the two stores."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger, open_ledger
from tests.ledger.server import Server, find_programs

STORES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL that runs as long as the tests do."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'sayso[postgres]'")
    if find_programs() is None:
        pytest.skip("PostgreSQL is not installed: tests on it are skipped. Install it: make postgresql")
    with Server.start() as running:
        yield running


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger, to be copied: migrations take their time."""
    path = tmp_path_factory.mktemp("ledger") / "empty.db"
    open_ledger(path).close()
    return path


@pytest.fixture(scope="session")
def template(server: Server) -> str:
    """The name of a database that holds an empty ledger, to be copied."""
    address = server.create()
    open_ledger(address).close()
    return server.name(address)


@pytest.fixture(params=STORES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty ledger on each store."""
    if request.param == "sqlite":
        path = tmp_path / "ledger.db"
        shutil.copy(request.getfixturevalue("empty"), path)
        return os.fspath(path)
    server: Server = request.getfixturevalue("server")
    return server.create(request.getfixturevalue("template"))


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """An empty ledger on each store."""
    with open_ledger(address) as opened:
        yield opened


@pytest.fixture(params=STORES)
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives addresses at which there is nothing yet, on each store."""
    if request.param == "sqlite":
        numbers = iter(range(100))
        return lambda: os.fspath(tmp_path / f"{next(numbers)}.db")
    server: Server = request.getfixturevalue("server")
    return server.create
