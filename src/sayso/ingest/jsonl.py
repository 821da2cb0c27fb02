"""JSONL: one article a line, as a JSON object; and JSON files that hold one article or a list of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO, Any

from sayso.errors import IngestError
from sayso.ingest.admission import admit
from sayso.ingest.date import parse_iso
from sayso.ingest.encoding import binary, decode, read_stream, take_line, undecodable
from sayso.ingest.failure import code_error
from sayso.model import Article, Rejection
from sayso.vocab import load_table

_FACTS = ("url", "publisher", "title", "byline", "published", "retrieved", "language")
_DATES = ("published", "retrieved")
_MARK_UTF8 = b"\xef\xbb\xbf"
_MARKS_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_jsonl(stream: IO[bytes], path: str, head: bytes = b"") -> Iterator[tuple[int, Article | Rejection]]:
    """Reads a stream line by line, whatever its length; a bad line is a rejection with its number.

    Args:
        stream: lines in UTF-8, with or without a byte order mark, or UTF-16 with one.
        path: where the stream comes from, for the rejections.
        head: the lines that were taken from the stream before.

    Yields:
        The number of each line, from 1, with its article or rejection.

    Raises:
        IngestError: the stream is binary (ING002), has no line (ING004), or breaks off (ING010).
    """
    is_empty = True
    for number, line in enumerate(_read_lines(stream, head), 1):
        if not line.strip():
            continue
        is_empty = False
        try:
            item: Article | Rejection = read_line(line)
        except Exception as error:
            item = Rejection.of(code_error(error), path=path, line=number)
        yield number, item
    if is_empty:
        raise IngestError("ING004", "there is no line with text", "give one JSON object with a text a line")


def read_line(line: bytes) -> Article:
    """Makes an article of one line of JSONL.

    Raises:
        IngestError: the line is too long (ING006), not UTF-8 (ING003) or not an article (ING007), or see
            `admit`.
    """
    limit: int = load_table("limit")["jsonl_line_bytes"]
    if len(line) > limit:
        raise IngestError(
            "ING006", f"the line has more than {limit // 1_000_000} million bytes", "give one article a line"
        )
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise undecodable("JSON is UTF-8, and this line is not") from error
    return read_record(_parse(text))


def read_json(text: str, path: str) -> Iterator[Article | Rejection]:
    """Reads a JSON text that is one article or a list of them; a bad item of a list is a rejection.

    Raises:
        IngestError: it is not JSON (ING007) or an empty list (ING004); one article alone: see `read_record`.
    """
    value = _parse(text)
    if not isinstance(value, list):
        yield read_record(value)
        return
    if not value:
        raise IngestError("ING004", "the list is empty", "give a list of articles")
    for number, item in enumerate(value, 1):
        try:
            article = read_record(item)
        except Exception as error:
            fault = code_error(error)
            placed = IngestError(fault.code, f"item {number} of the list: {fault.message}", fault.hint)
            yield Rejection.of(placed, path=path)
        else:
            yield article


def read_record(record: object) -> Article:
    """Makes an article of a decoded JSON object; its text is kept character for character.

    Facts that are blank are null; keys that an article does not have are ignored.

    Raises:
        IngestError: it is not an object with a text, or a key has a value of another kind (ING007), or see
            `admit`.
    """
    if not isinstance(record, dict):
        raise malformed(f"it is {_name_kind(record)}, not an object")
    if "text" not in record:
        raise malformed('the key "text" is missing')
    text = record["text"]
    if not isinstance(text, str):
        raise malformed(f'"text" is {_name_kind(text)}, not a string')
    facts = {key: _read_fact(record, key) for key in ("id", *_FACTS)}
    for key in _DATES:
        value = facts[key]
        if value is not None and (iso := parse_iso(value)) is None:
            raise malformed(
                f'"{key}" is {value[:40]!r}, not an ISO date such as 2026-04-09 or 2026-04-09T22:41:00+06:00'
            )
        facts[key] = iso if value is not None else None
    return admit(text, **facts)


def _read_fact(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise malformed(f'"{key}" is {_name_kind(value)}, not a string')
    return value if value and value.strip() else None


def malformed(fault: str) -> IngestError:
    """Makes the error of JSON that is not an article (ING007)."""
    hint = 'write an object such as {"text": "…", "title": "…", "published": "2026-04-09"}'
    return IngestError("ING007", f"this is not an article: {fault}", hint)


def _parse(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise malformed(f"it is not JSON, see column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise malformed("its JSON has too long a number or is nested too deep") from error


def _name_kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


def _read_lines(stream: IO[bytes], head: bytes) -> Iterator[bytes]:
    """Gives the lines; of a line that is too long only its beginning, one byte over the limit."""
    limit: int = load_table("limit")["jsonl_line_bytes"]
    taken = io.BytesIO(head)
    is_first = True
    while line := taken.readline() or take_line(stream, limit + 1):
        if is_first and line.startswith(_MARKS_UTF16):
            whole = decode(read_stream(stream, line + taken.read()))
            yield from io.BytesIO(whole.encode("utf-8"))
            return
        if is_first:
            line = line.removeprefix(_MARK_UTF8)
            if b"\0" in line:
                raise binary("NUL bytes", "give JSONL in UTF-8")
        is_first = False
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = take_line(stream, limit + 1)
