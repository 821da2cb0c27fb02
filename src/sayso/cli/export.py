"""The command `export`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from io import BufferedReader
from itertools import chain, groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from sayso.cli.failure import FAILED, complain, report_failures
from sayso.cli.ledger import choose_ledger, open_known
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
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Articles: files, folders (walked to their depth), or - for standard input. "
        "Or readings: JSONL that `sayso read --format json` wrote, which is not read again. "
        "With a ledger: URLs or ids of articles in it; all of them if there are none.",
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

Keeper = Annotated[
    str | None,
    typer.Option("--ledger", "-l", help="Write what is in this ledger instead of reading anything."),
]
Corrected = Annotated[
    bool, typer.Option("--corrected", help="Lay over it what people corrected in the ledger.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be written, and how."""

    paths: Paths = None
    to: To
    output: Output = None
    processes: Processes = 1
    ledger: Keeper = None
    corrected: Corrected = False


def export(order: Order) -> None:
    """Writes what articles say in a format that other programs take.

    Without a PATH it writes the ledger that --ledger or the variable SAYSO_LEDGER names: the newest reading
    of each article, as the machine made it unless it is to be corrected.

    The exit code is 0 if anything was written, 1 if nothing could be or the run failed on its way, 2 if the
    command was misused, 130 if it was interrupted, 141 if whoever took its output went away.
    """
    from sayso.cli.batch import Batch

    if not order.paths:
        order = replace(order, ledger=choose_ledger(order.ledger))
    _check(order)
    batch = Batch()
    with report_failures():
        try:
            _run(find_readings(order, batch), order.to, order.output)
        finally:
            complain(batch.summarise())
    if not batch.read:
        raise typer.Exit(FAILED)


def find_readings(order: Order, batch: Batch) -> Generator[Reading, None, None]:
    """Gives the readings that are wanted one by one: out of a ledger, or of all paths in their order.

    What is no article and no valid reading stays in the batch.
    """
    if order.ledger is not None:
        yield from batch.record(_recall(order.ledger, order.paths or (), is_corrected=order.corrected))
        return
    for is_made, group in groupby(order.paths or (), _holds_readings):
        if is_made:
            for path in group:
                yield from batch.record(_take_readings(path))
        else:
            from sayso.cli.read import read_paths

            yield from read_paths(list(group), order.processes, batch)


def _recall(address: str, wanted: Sequence[str], *, is_corrected: bool) -> Iterator[Reading]:
    """Takes readings out of a ledger: those of some articles, or else of all."""
    with open_known(address) as ledger:
        readings = map(ledger.read, wanted) if wanted else ledger.read_all()
        yield from map(ledger.corrected, readings) if is_corrected else readings


def _check(order: Order) -> None:
    if order.corrected and order.ledger is None:
        raise typer.BadParameter("only a ledger has corrections: say which", param_hint="--ledger")
    if order.output is None:
        if order.to.makes_folder:
            raise typer.BadParameter(f"{order.to} makes a folder of files: say which", param_hint="--output")
        return
    read = order.paths or () if order.ledger is None else [order.ledger]
    (check_folder if order.to.makes_folder else check_output)(order.output, read)


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
