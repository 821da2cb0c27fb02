"""The command line, one file per command."""

from __future__ import annotations

import sys

__all__ = ["run"]


def run() -> None:
    """Runs the command `sayso`; what ends it early is told without a traceback."""
    try:
        from sayso.cli.app import create_app

        create_app()(prog_name="sayso")
    except (KeyboardInterrupt, OSError) as error:
        from sayso.cli.failure import end

        sys.exit(end(error))
