"""Output: where a run writes, without harm to what it reads or to what an earlier run wrote."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

_OWN_REPORT = '<meta name="generator" content="sayso '
_REPORT_HEAD = 2000  # characters


def check_output(output: Path, paths: Sequence[str]) -> None:
    """Refuses an output that cannot be written, or that is a file which this run may read.

    That is a path that was given, or a file that stands below a folder that was given. A page that sayso
    wrote there is not read, and may be written anew.

    Raises:
        BadParameter: the output is refused.
    """
    if output.is_dir():
        raise _refuse(f"{output} is a folder")
    if not output.parent.is_dir():
        raise _refuse(f"the folder {output.parent} does not exist")
    target = output.resolve()
    for path in paths:
        source = Path(path).resolve()
        if source == target:
            raise _refuse(f"{output} is also to be read")
        if source in target.parents and target.is_file() and not _is_own_report(target):
            raise _refuse(f"{output} is already there, in a folder that is to be read")


@contextmanager
def open_output(output: Path | None) -> Iterator[TextIO]:
    """Opens the output for UTF-8; a file takes its name only at the end, and not if anything fails.

    Args:
        output: a file, a device or a named pipe; or null for standard output, which stays open afterwards.
    """
    if output is None:
        stream: TextIO | None = sys.stdout
        if stream is None:
            raise OSError(errno.EBADF, "Standard output is closed")
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n")
        yield stream
        stream.flush()
    elif output.exists() and not output.is_file():
        with output.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    else:
        with _open_beside(output.resolve()) as stream:
            yield stream


def check_folder(output: Path, paths: Sequence[str]) -> None:
    """Refuses a folder of output that cannot be made, or that is itself to be read.

    Raises:
        BadParameter: the output is refused.
    """
    if output.exists() and not output.is_dir():
        raise _refuse(f"{output} is a file, and a folder is needed")
    if not output.resolve().parent.is_dir():
        raise _refuse(f"the folder {output.parent} does not exist")
    if any(Path(path).resolve() == output.resolve() for path in paths):
        raise _refuse(f"{output} is also to be read")


@contextmanager
def open_folder(output: Path) -> Iterator[Path]:
    """Gives a hidden folder to write into; its files take their places only at the end, if nothing fails."""
    target = output.resolve()
    part = target.with_name(f".sayso-{os.getpid()}.part")
    part.mkdir()
    try:
        yield part
        target.mkdir(exist_ok=True)
        for path in sorted(part.iterdir()):
            path.replace(target / path.name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _open_beside(target: Path) -> Iterator[TextIO]:
    """Opens a hidden file, which no walk through the folder reads, and renames it at the end."""
    part = target.with_name(f".sayso-{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _is_own_report(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as stream:
            return _OWN_REPORT in stream.read(_REPORT_HEAD)
    except OSError:
        return False


def _refuse(reason: str) -> typer.BadParameter:
    return typer.BadParameter(reason, param_hint="--output")
