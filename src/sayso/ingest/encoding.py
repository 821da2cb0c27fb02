"""Encoding: from a file's bytes to characters, without a guess that could alter them."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path
from typing import IO

from sayso.errors import IngestError
from sayso.vocab import load_table

_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")


def read_bytes(path: Path) -> bytes:
    """Reads a whole file after a look at its size.

    Raises:
        IngestError: it is longer than the limit (ING006) or cannot be opened (ING010).
    """
    with open_file(path) as stream:
        check_size(os.fstat(stream.fileno()).st_size)
        return read_stream(stream)


def open_file(path: Path) -> IO[bytes]:
    """Opens a file for reading.

    Raises:
        IngestError: it does not exist (ING001) or cannot be opened (ING010).
    """
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        raise closed(path, error) from error


def read_stream(stream: IO[bytes], head: bytes = b"") -> bytes:
    """Reads a stream to its end, after a head that was read before.

    Raises:
        IngestError: it is longer than the limit (ING006) or breaks off (ING010).
    """
    limit: int = load_table("limit")["file_bytes"]
    try:
        data = head + stream.read(max(limit + 1 - len(head), 0))
    except OSError as error:
        raise broken_off(error) from error
    check_size(len(data))
    return data


def take_line(stream: IO[bytes], most: int) -> bytes:
    """Takes the next line of a stream, or its beginning where it has more bytes than asked for.

    Raises:
        IngestError: the stream breaks off (ING010).
    """
    try:
        return stream.readline(most)
    except OSError as error:
        raise broken_off(error) from error


def check_size(size: int) -> None:
    """Refuses a file that is longer than the limit (ING006)."""
    limit: int = load_table("limit")["file_bytes"]
    if size > limit:
        raise IngestError(
            "ING006",
            f"the file has more than the {limit // 1_000_000} million bytes that are read at once",
            "split it, or write it as JSONL with one article a line, which may have any length",
        )


def missing(path: str | Path) -> IngestError:
    """Makes the error of a path that leads nowhere (ING001)."""
    shown = show(path)
    most: int = load_table("limit")["reason_characters"]
    name = f"{shown[:most]}…" if len(shown) > most else shown
    return IngestError("ING001", f"there is no file or folder {name}", _advise(shown), path=shown)


def _advise(path: str) -> str:
    """Returns the hint for a path that leads nowhere, which may be an address or a text."""
    if "://" in path:
        return "save the page as a file: addresses are not fetched"
    if " " in path and not Path(path).suffix[1:].isalnum():
        return "check the path; a text itself is read as sayso.Article.of(text), or from standard input (-)"
    return "check the path"


def show(path: str | Path) -> str:
    """Returns a path in characters that can be printed, even where its name is not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def closed(path: str | Path, error: OSError) -> IngestError:
    """Makes the error of a path that does not open (ING010)."""
    shown = show(path)
    hint = "check that you may read it"
    return IngestError("ING010", f"{shown} cannot be opened: {_name_reason(error)}", hint, path=shown)


def broken_off(error: OSError) -> IngestError:
    """Makes the error of an input that stops before its end (ING010)."""
    return IngestError("ING010", f"the input breaks off: {_name_reason(error)}", "read it again")


def _name_reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def decode(data: bytes, *, is_page: bool = False) -> str:
    """Decodes bytes; a byte order mark is dropped.

    Tried in this order: the byte order mark, UTF-8, the character set that a page declares, and
    Windows-1252 where the bytes look like text and not like damaged UTF-8.

    Args:
        data: the whole file.
        is_page: whether it is HTML, which may declare its character set.

    Raises:
        IngestError: it is binary (ING002), does not decode (ING003), or holds half a surrogate pair (ING011).
    """
    _refuse_signature(data)
    text = _decode_marked(data)
    if text is None:
        if b"\0" in data:
            raise binary(
                "NUL bytes", "save it as UTF-8; UTF-16 is read where it begins with a byte order mark"
            )
        text = _decode_as(data, "utf-8")
    if text is None and is_page:
        text = _decode_declared(data)
    if text is None:
        text = _decode_windows(data)
    limit: float = load_table("limit")["control_share"]
    if "\0" in text or len(_CONTROL.findall(text)) > limit * len(text):
        raise binary("control characters", "give a text, an HTML page or JSONL")
    return text


def binary(what: str, hint: str) -> IngestError:
    """Makes the error of a file that is not text (ING002)."""
    return IngestError("ING002", f"the file is binary, not text: it holds {what}", hint)


def _refuse_signature(data: bytes) -> None:
    for signature, kind in load_table("encoding")["signatures"].items():
        if data.startswith(bytes.fromhex(signature)):
            raise IngestError(
                "ING002",
                f"the file is binary, not text: it is {kind}",
                "take the text out of it and give that",
            )


def _decode_marked(data: bytes) -> str | None:
    """Decodes what begins with a byte order mark; null where none stands."""
    for mark, name in load_table("encoding")["marks"]:
        if data.startswith(bytes.fromhex(mark)):
            body = data[len(mark) // 2 :]
            text = _decode_as(body, name)
            if text is None:
                raise undecodable(f"its byte order mark says {name.upper()}, which the rest is not")
            return text
    return None


def _decode_as(data: bytes, name: str) -> str | None:
    """Decodes strictly; null where the bytes do not fit."""
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        pass
    if name.startswith("utf"):
        try:
            data.decode(name, "surrogatepass")
        except UnicodeDecodeError:
            return None
        raise surrogate()
    return None


def surrogate() -> IngestError:
    """Makes the error of a text that holds half a surrogate pair (ING011)."""
    return IngestError(
        "ING011",
        "the text holds half of a surrogate pair, which is no character",
        "mend it where it was written",
    )


def undecodable(reason: str) -> IngestError:
    """Makes the error of bytes that are no characters (ING003)."""
    return IngestError("ING003", f"the bytes are not text in a known encoding: {reason}", "save it as UTF-8")


def _decode_declared(data: bytes) -> str | None:
    """Decodes by the character set that a page declares, as browsers understand its name."""
    table = load_table("encoding")
    head = data[: table["declared_within"]].decode("latin-1")
    found = re.search(table["declared"], head, re.IGNORECASE)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1] or found[2]).name
        return data.decode(table["synonyms"].get(name, name))
    except (LookupError, UnicodeError, ValueError):
        return None


def _decode_windows(data: bytes) -> str:
    """Decodes as Windows-1252 where that is likely and UTF-8 with some damage is not."""
    high = len(_HIGH_BYTE.findall(data))
    sequences = _MULTIBYTE.findall(data)
    astray = high - sum(map(len, sequences))
    if len(sequences) > astray:
        raise undecodable("it is UTF-8 with damaged bytes")
    limit: float = load_table("limit")["high_byte_share"]
    if high > limit * len(data):
        raise undecodable("neither UTF-8 nor UTF-16 nor Windows-1252")
    text = _decode_as(data, "cp1252")
    if text is None:
        raise undecodable("neither UTF-8 nor UTF-16 nor Windows-1252")
    return text
