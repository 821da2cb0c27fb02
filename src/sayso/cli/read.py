"""The command `read`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from sayso.cli.failure import FAILED, MISUSED, complain, report_failures
from sayso.cli.ledger import read_into
from sayso.cli.misuse import explain
from sayso.cli.output import check_output, open_output
from sayso.export.format import Format

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from sayso.cli.batch import Batch
    from sayso.model import Reading
    from sayso.settings import Settings

_REPORT = Path("sayso-report.html")


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders (walked to their depth), or - for standard input."),
]
Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="text for the eye, json for a reading a line, html for one page. [default: text]",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.")
]
Processes = Annotated[
    int | None, typer.Option("--processes", "-p", min=1, help="How many processes read. [default: 1]")
]
Keeper = Annotated[
    str | None,
    typer.Option("--ledger", "-l", help="Keep what is read in this SQLite file or postgresql:// URL."),
]


def read(
    paths: Paths,
    format: Form = None,
    output: Output = None,
    processes: Processes = None,
    ledger: Keeper = None,
) -> None:
    """Reads articles and tells who said what in them, on whose word.

    A page goes to standard output where that is piped, else to ./sayso-report.html. What was read and what
    was rejected, with the reason, is told on standard error.

    The exit code is 0 if anything was read, 1 if nothing could be or the run failed on its way, 2 if the
    command was misused, 130 if it was interrupted, 141 if whoever took its output went away.

    An output file is replaced when all is read; a run that fails leaves it as it was.

    With a ledger, what it has of this reader already is taken from it and not read again, so that the same
    command finishes a run that was killed.

    The variables SAYSO_FORMAT, SAYSO_PROCESSES, SAYSO_LEDGER and SAYSO_DOUBTFUL_BELOW (claims of a lower
    confidence are marked; 0.5) set defaults.
    """
    from sayso.cli.batch import Batch

    settings = _load_settings(format=format, processes=processes, ledger=ledger)
    if output is None and settings.format is Format.HTML and is_terminal(sys.stdout):
        output = _REPORT
    if output is not None:
        check_output(output, paths if settings.ledger is None else [*paths, settings.ledger])
    batch = Batch()
    with report_failures():
        try:
            _run(paths, output, settings, batch)
        finally:
            complain(batch.summarise())
    if not batch.read:
        raise typer.Exit(FAILED)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sees what is written to the stream as it comes; a closed one is null."""
    return stream is not None and stream.isatty()


def _load_settings(**given: object) -> Settings:
    """Returns the settings of the environment with the options of the command before them."""
    from pydantic import ValidationError

    from sayso.settings import Settings

    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        for fault in error.errors():
            complain(f"error SAYSO_{str(fault['loc'][0]).upper()}: {explain(fault)}")
        raise typer.Exit(MISUSED) from error


def _run(paths: Sequence[str], output: Path | None, settings: Settings, batch: Batch) -> None:
    from sayso.cli.progress import show_progress

    readings = (
        read_paths(paths, settings.processes, batch)
        if settings.ledger is None
        else read_into(settings.ledger, paths, settings.processes, batch)
    )
    is_silent = output is not None or not is_terminal(sys.stdout)
    if is_silent and is_terminal(sys.stderr):
        readings = show_progress(readings, batch)
    with closing(readings):
        first = next(readings, None)
        if first is None:
            return
        with open_output(output) as stream:
            _write(chain((first,), readings), stream, settings)
    if output is not None:
        complain(f"wrote {output}")


def read_paths(paths: Sequence[str], processes: int, batch: Batch) -> Generator[Reading, None, None]:
    """Reads the articles under these paths one after the other; rejections stay in the batch."""
    from sayso.ingest import ingest_located

    articles = batch.admit(ingest_located(paths))
    first = next(articles, None)
    if first is None:  # the weights are not loaded for nothing
        return
    from sayso.reader import read_all

    yield from batch.record(read_all(chain((first,), articles), processes))


def _write(readings: Iterator[Reading], stream: TextIO, settings: Settings) -> None:
    from sayso import export

    match settings.format:
        case Format.JSON:
            export.write_jsonl(readings, stream)
        case Format.HTML:
            export.write_page(readings, stream, doubtful_below=settings.doubtful_below)
        case Format.TEXT:
            export.write_terminal(readings, stream, doubtful_below=settings.doubtful_below)
