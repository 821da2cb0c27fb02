"""A PostgreSQL of the tests' own, which nobody outside reaches and which leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

USER = "postgres"
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses=")


def find_programs() -> Path | None:
    """Finds the folder of initdb and pg_ctl, which Debian does not put on the path."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


class Server:
    """A running PostgreSQL that is reached by a socket in its own folder.

    Attributes:
        folder: the folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    @classmethod
    @contextmanager
    def start(cls) -> Iterator[Self]:
        """Starts a server and stops it at the end."""
        programs = find_programs()
        assert programs is not None
        with tempfile.TemporaryDirectory(prefix="sayso-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            if os.geteuid() == 0:  # PostgreSQL refuses to run as root
                shutil.chown(folder, USER)
            data = folder / "data"
            _run(programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")
            options = " ".join(f"-c {option}" for option in (*FAST, f"unix_socket_directories={folder}"))
            _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
            try:
                yield cls(folder)
            finally:
                _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")

    def create(self, template: str = "template0") -> str:
        """Creates a database, empty or as a copy of another one, and returns its address."""
        import psycopg

        self._count += 1
        name = f"ledger_{self._count}"
        with psycopg.connect(
            f"host={self.folder} user={USER} dbname=postgres", autocommit=True
        ) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'".encode())
        return f"postgresql://{USER}@/{name}?host={self.folder}"

    @staticmethod
    def name(address: str) -> str:
        """Returns the name of the database at an address."""
        return address.partition("@/")[2].partition("?")[0]


def _run(*command: Any) -> None:
    """Runs a program of PostgreSQL, as its own user where this is root."""
    user = USER if os.geteuid() == 0 else None
    done = subprocess.run(
        [os.fspath(part) for part in command],
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if "initdb" in os.fspath(command[0]) else subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert done.returncode == 0, (done.stdout or b"").decode()
