"""Walk: goes through files, folders and standard input, in order, and never stops at a bad one."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from sayso.errors import IngestError, SaysoError
from sayso.ingest.encoding import (
    closed,
    decode,
    missing,
    open_file,
    read_bytes,
    read_stream,
    show,
    take_line,
)
from sayso.ingest.failure import code_error
from sayso.ingest.form import Form, find_form, is_page, opens_object, sniff
from sayso.ingest.html import read_page
from sayso.ingest.jsonl import read_json, read_jsonl
from sayso.ingest.text import read_text
from sayso.model import Article, Rejection
from sayso.vocab import load_table

STANDARD_INPUT = "-"

Located = tuple[str, int | None, Article | Rejection]


def ingest(paths: Iterable[str | Path]) -> Iterator[Article | Rejection]:
    """Reads articles from files, folders and standard input, one after the other, as they are asked for.

    Folders are walked in the order of their names, hidden entries are left out, and a folder that is reached
    twice, by a link, is walked once.

    Args:
        paths: files, folders, or "-" for standard input.

    Yields:
        Each article, or the rejection of a file, or of a line or item of one, that is none.
    """
    for _, _, item in ingest_located(paths):
        yield item


def ingest_located(paths: Iterable[str | Path]) -> Iterator[Located]:
    """Reads articles as `ingest` does, each with the place that it came from.

    Args:
        paths: files, folders, or "-" for standard input.

    Yields:
        The path of the file in characters that can be printed, "-" for standard input; the line, from 1,
        where the file holds one article a line, else null; and the article or rejection. Path and line of a
        rejection are those that it carries itself.

    Raises:
        TypeError: what is given is no path.
    """
    if isinstance(paths, str | os.PathLike):
        paths = [paths]
    for path in paths:
        if not isinstance(path, str | os.PathLike):
            raise TypeError(f"a path is a str or a Path, not of the type {type(path).__name__}")
        yield from _guard(str(path), None)


def ingest_one(path: str | Path) -> Article:
    """Reads the one article that a file, a folder or standard input holds.

    Raises:
        IngestError: it does not become an article, or holds another number of them than one (ING012).
    """
    items = list(islice(ingest([path]), 2))
    if len(items) != 1:
        count = "more than one article" if items else "no article"
        raise IngestError(
            "ING012",
            f"{show(path)} holds {count}",
            "read it with sayso.ingest.ingest, which takes any number",
            path=show(path),
        )
    item = items[0]
    if isinstance(item, Rejection):
        raise IngestError(item.code, item.message, item.hint, path=item.path, line=item.line)
    return item


def _guard(path: str, seen: set[tuple[int, int]] | None) -> Iterator[Located]:
    """Reads one path; whatever error it raises becomes its rejection.

    Args:
        path: a file, a folder or "-".
        seen: the folders walked so far, or null for a path that was asked for and stands in no folder.
    """
    try:
        if path == STANDARD_INPUT:
            yield from _read_standard_input()
        elif _is_folder(path):
            yield from _walk_root(Path(path)) if seen is None else _walk(Path(path), seen)
        else:
            yield from _read_file(Path(path))
    except Exception as error:
        yield _reject(path, code_error(error))


def _reject(path: str | Path, error: SaysoError) -> Located:
    rejection = Rejection.of(error, path=show(path))
    return rejection.path, None, rejection


def _is_folder(path: str) -> bool:
    """Tells a folder from a regular file, and refuses everything else."""
    if not path:
        raise missing('""')
    try:
        mode = Path(path).stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise missing(path) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise missing(path) from error
        raise closed(path, error) from error
    if stat.S_ISDIR(mode):
        return True
    if not stat.S_ISREG(mode):
        raise IngestError(
            "ING009",
            f"{show(path)} is a device or a pipe, not a file",
            "pipe it in and read -",
            path=show(path),
        )
    return False


def _walk_root(folder: Path) -> Iterator[Located]:
    is_empty = True
    for item in _walk(folder, set()):
        is_empty = False
        yield item
    if is_empty:
        raise IngestError(
            "ING004", f"the folder {show(folder)} holds no file to read", "check the path", path=show(folder)
        )


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Located]:
    try:
        status = folder.stat()
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield _reject(folder, closed(folder, error))
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for name in names:
        yield from _guard(str(folder / name), seen)


def _read_file(path: Path) -> Iterator[Located]:
    form = find_form(path)
    if form == "jsonl":
        with open_file(path) as stream:
            yield from _place_lines(read_jsonl(stream, show(path)), show(path))
        return
    data = read_bytes(path)
    text = decode(data, is_page=form == "html")
    if form == "text" and is_page(text):
        form = "html"
    elif form == "json" and sniff(text) == "jsonl":
        form = "jsonl"
    yield from _read_form(form, text, show(path))


def _read_form(form: Form, text: str, path: str) -> Iterator[Located]:
    if form == "jsonl":
        yield from _place_lines(read_jsonl(io.BytesIO(text.encode("utf-8")), path), path)
    elif form == "json":
        for item in read_json(text, path):
            yield path, None, item
    else:
        yield path, None, read_page(text) if form == "html" else read_text(text)


def _place_lines(lines: Iterator[tuple[int, Article | Rejection]], path: str) -> Iterator[Located]:
    for number, item in lines:
        yield path, number, item


def _read_standard_input() -> Iterator[Located]:
    """Reads JSONL line by line as it comes, and everything else at its end."""
    stream: IO[bytes] | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise IngestError("ING010", "standard input is closed", "pipe something in, or give a path")
    head = _read_first_line(stream)
    if opens_object(head):
        yield from _place_lines(read_jsonl(stream, STANDARD_INPUT, head), STANDARD_INPUT)
        return
    data = read_stream(stream, head)
    text = decode(data, is_page=True)
    yield from _read_form(sniff(text), text, STANDARD_INPUT)


def _read_first_line(stream: IO[bytes]) -> bytes:
    """Takes the lines up to the first that is not blank."""
    limit: int = load_table("limit")["jsonl_line_bytes"]
    head = b""
    while len(head) < limit and (line := take_line(stream, limit + 1)):
        head += line
        if line.strip():
            break
    return head
