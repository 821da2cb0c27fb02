"""The command `version`."""

from __future__ import annotations

import typer


def version() -> None:
    """Prints the version."""
    from sayso import __version__

    typer.echo(f"sayso {__version__}")
