"""What the tests of the commands that ask a ledger share."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from sayso.cli.app import create_app


def ask(*arguments: str, ledger: str | None = "sayso.db") -> Result:
    """Runs a command on a ledger in the working directory, on a terminal of 100 columns."""
    address = [] if ledger is None else ["--ledger", ledger]
    return CliRunner(env={"COLUMNS": "100", "SAYSO_LEDGER": ""}).invoke(create_app(), [*arguments, *address])
