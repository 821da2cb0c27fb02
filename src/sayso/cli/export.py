"""The command `export`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import closing, nullcontext
from io import BufferedReader
from itertools import chain, groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from sayso.cli.failure import FAILED, complain, report_failures
from sayso.cli.output import check_folder, check_output, open_folder, open_output
from sayso.export.exchange.exchange import Exchange, write_files, write_stream

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from sayso.cli.batch import Batch
    from sayso.model import Reading, Rejection

_STANDARD_INPUT = "-"
_OPENING = re.compile(rb'\s*\{\s*"article"\s*:\s*\{')
_SUFFIXES = (".jsonl", ".ndjson")
_HEAD = 64  # bytes

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Articles: files, folders (walked to their depth), or - for standard input. "
        "Or readings: JSONL that `sayso read --format json` wrote, which is not read again.",
    ),
]
To = Annotated[
    Exchange,
    typer.Option(
        "--to",
        "-t",
        help="csv and parquet: a folder of tables. annotation: W3C Web Annotation. claim: schema.org. "
        "plover: events, with CAMEO codes. gkg: GDELT. ucdp, ibc, acled: casualties by a rule book. "
        "hxl: casualties with hashtags.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="Write to this file instead of standard output; csv and parquet need a folder.",
    ),
]
Processes = Annotated[
    int,
    typer.Option(
        "--processes",
        "-p",
        min=1,
        envvar="SAYSO_PROCESSES",
        show_envvar=False,
        help="How many processes read.",
    ),
]


def export(paths: Paths, to: To, output: Output = None, processes: Processes = 1) -> None:
    """Writes what articles say in a format that other programs take.

    The exit code is 0 if anything was written, 1 if nothing could be or the run failed on its way, 2 if the
    command was misused, 130 if it was interrupted, 141 if whoever took its output went away.
    """
    from sayso.cli.batch import Batch

    _check(paths, to, output)
    batch = Batch()
    with report_failures():
        try:
            _run(find_readings(paths, processes, batch), to, output)
        finally:
            complain(batch.summarise())
    if not batch.read:
        raise typer.Exit(FAILED)


def find_readings(paths: Sequence[str], processes: int, batch: Batch) -> Generator[Reading, None, None]:
    """Gives the readings of all paths in their order: made of articles, or taken as they are.

    What is no article and no valid reading stays in the batch.
    """
    for is_made, group in groupby(paths, _holds_readings):
        if is_made:
            for path in group:
                yield from batch.record(_take_readings(path))
        else:
            from sayso.cli.read import read_paths

            yield from read_paths(list(group), processes, batch)


def _check(paths: Sequence[str], to: Exchange, output: Path | None) -> None:
    if output is None:
        if to.makes_folder:
            raise typer.BadParameter(f"{to} makes a folder of files: say which", param_hint="--output")
        return
    (check_folder if to.makes_folder else check_output)(output, paths)


def _run(readings: Generator[Reading, None, None], to: Exchange, output: Path | None) -> None:
    with closing(readings):
        first = next(readings, None)
        if first is None:
            return
        found = chain((first,), readings)
        if to.makes_folder and output is not None:
            with open_folder(output) as folder:
                write_files(found, to, folder)
        else:
            with open_output(output) as stream:
                write_stream(found, to, stream)
    if output is not None:
        complain(f"wrote {output}")


def _holds_readings(path: str) -> bool:
    """Tells readings from articles by how the first line opens."""
    try:
        if path == _STANDARD_INPUT:
            stream = sys.stdin.buffer
            return isinstance(stream, BufferedReader) and _OPENING.match(stream.peek(_HEAD)) is not None
        if Path(path).suffix.lower() not in _SUFFIXES:
            return False
        with Path(path).open("rb") as file:
            return _OPENING.match(file.read(_HEAD)) is not None
    except (OSError, ValueError):
        return False  # whoever reads articles tells why


def _take_readings(path: str) -> Iterator[Reading | Rejection]:
    from sayso.errors import SaysoError
    from sayso.model import Reading, Rejection

    is_standard = path == _STANDARD_INPUT
    with nullcontext(sys.stdin.buffer) if is_standard else Path(path).open("rb") as stream:
        for number, line in _list_lines(stream):
            try:
                reading = Reading.from_json(line.decode("utf-8", errors="replace"))
                reading.validate()
            except SaysoError as error:
                yield Rejection.of(error, path=path, line=number)
            else:
                yield reading


def _list_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(stream, start=1) if line.strip())
