"""Failure: how a run ends that cannot go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

from sayso.errors import SaysoError
from sayso.export.printable import disarm

FAILED = 1
MISUSED = 2
INTERRUPTED = 130  # 128 + the number of SIGINT, as shells report it
PIPE_CLOSED = 141  # likewise, of SIGPIPE


def complain(message: str) -> None:
    """Prints a message on standard error, with the control characters in it disarmed."""
    typer.echo(disarm(message), err=True)


@contextmanager
def report_failures() -> Iterator[None]:
    """Turns what ends a run into words and an exit code, without a traceback."""
    try:
        yield
    except SaysoError as error:
        complain(f"error {error}")
        raise typer.Exit(FAILED) from error
    except (KeyboardInterrupt, OSError) as error:
        raise typer.Exit(end(error)) from error
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):  # rich leaves in its own way
            raise typer.Exit(PIPE_CLOSED) from error
        raise


def end(error: KeyboardInterrupt | OSError) -> int:
    """Tells what ended a run, and returns its exit code."""
    if isinstance(error, KeyboardInterrupt):
        complain("interrupted")
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _mute_output()
        return PIPE_CLOSED
    name = "" if error.filename is None else f"{error.filename}: "
    complain(f"error {name}{error.strerror or error}")
    return FAILED


def _mute_output() -> None:
    """Sends what is left in the buffer nowhere, so that the interpreter does not trip over it at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
