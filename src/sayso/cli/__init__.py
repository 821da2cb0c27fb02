"""The command line, one file per command."""

from __future__ import annotations

__all__ = ["run"]


def run() -> None:
    """Runs the command `sayso`."""
    from sayso.cli.app import create_app

    create_app()(prog_name="sayso")
