"""Facts of JSONL and JSON files."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import IngestError
from sayso.ingest import admission, jsonl
from sayso.ingest.jsonl import read_json, read_jsonl, read_record
from sayso.model import Article, Rejection

TEXT = (
    "The ferry office in Varnholm said on Monday that the night boat would not sail before the storm ended."
)


def read(data: bytes) -> list[Article | Rejection]:
    return [item for _, item in read_jsonl(io.BytesIO(data), "wire.jsonl")]


def codes(items: list[Article | Rejection]) -> list[tuple[int | None, str] | None]:
    return [(item.line, item.code) if isinstance(item, Rejection) else None for item in items]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(str.strip))
def test_text_is_kept_character_for_character(text: str) -> None:
    """Any text without surrogates comes out as it went in."""
    for ascii_only in (True, False):
        line = json.dumps({"text": text, "language": "en"}, ensure_ascii=ascii_only).encode()
        (article,) = read(line + b"\n")
        assert isinstance(article, Article)
        assert article.text == text


def test_facts_are_taken_over() -> None:
    """Every fact that an article has comes from its key, and other keys are ignored."""
    facts = {
        "id": "p1",
        "url": "https://packet.example/1",
        "publisher": "The Varnholm Packet",
        "title": "Night ferry cancelled",
        "byline": "Ilse Brandt",
        "published": "2026-04-09T22:41:00+06:00",
        "retrieved": "2026-04-10",
        "language": "en",
        "text": TEXT,
    }
    assert read_record({**facts, "section": "Sea"}).to_dict() == facts


def test_blank_facts_are_null() -> None:
    """An empty string says nothing."""
    assert read_record({"text": TEXT, "title": " ", "url": ""}) == read_record({"text": TEXT})


def test_a_number_may_be_an_id() -> None:
    """Ids from databases are often numbers."""
    assert read_record({"text": TEXT, "id": 7}).id == "7"


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("2026-04-09T22:41:00Z", "2026-04-09T22:41:00Z"),
        ("2026-04-09 22:41:00+0600", "2026-04-09T22:41:00+06:00"),
        ("20260409", "2026-04-09"),
        ("2026-04-09T22:41:00", "2026-04-09"),
    ],
)
def test_dates_are_iso(given_: str, kept: str) -> None:
    """Spellings of ISO 8601 become the usual one; a time without offset is left out."""
    assert read_record({"text": TEXT, "published": given_}).published == kept


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ([], "a list, not an object"),
        ({}, '"text" is missing'),
        ({"text": None}, '"text" is null'),
        ({"text": TEXT, "title": 5}, '"title" is a number'),
        ({"text": TEXT, "published": "last Monday"}, "not an ISO date"),
        ({"text": TEXT, "published": "2026-02-30"}, "not an ISO date"),
    ],
)
def test_what_is_no_article_is_refused(record: Any, fault: str) -> None:
    """ING007 says which key is wrong."""
    with pytest.raises(IngestError, match=fault) as caught:
        read_record(record)
    assert caught.value.code == "ING007"


def test_a_bad_line_does_not_stop_the_rest() -> None:
    """Each bad line is a rejection with its number, and blank lines are counted and passed over."""
    good = json.dumps({"text": TEXT}).encode()
    lines = [
        good,
        b"",
        b'{"text": ',
        b'{"text": "\\ud800 and more"}',
        b'{"text": "\xff"}',
        b'{"text": " "}',
        good,
    ]
    assert codes(read(b"\r\n".join(lines))) == [
        None,
        (3, "ING007"),
        (4, "ING011"),
        (5, "ING003"),
        (6, "ING004"),
        None,
    ]


def test_a_long_line_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line over the limit is ING006, is not read to its end, and the next one is read."""
    limits = {"limit": {"jsonl_line_bytes": 200, "line_characters": 1000, "file_bytes": 1000}}
    monkeypatch.setattr(jsonl, "load_table", limits.__getitem__)
    good = json.dumps({"text": TEXT}).encode()
    assert codes(read(b'{"text": "' + b"x" * 999 + b'"}\n' + good)) == [(1, "ING006"), None]


def test_deep_nesting_is_refused() -> None:
    """JSON that would exhaust the stack is one bad line."""
    assert codes(read(b"[" * 100_000)) == [(1, "ING007")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_dropped(encoding: str) -> None:
    """UTF-8 and UTF-16 with a byte order mark are read."""
    (article,) = read(json.dumps({"text": TEXT}).encode(encoding))
    assert isinstance(article, Article)


@pytest.mark.parametrize(("data", "code"), [(b" \n\n", "ING004"), (b"\x00\x01\x02", "ING002")])
def test_a_file_without_lines_of_text_is_refused(data: bytes, code: str) -> None:
    """An empty or binary file is one rejection."""
    with pytest.raises(IngestError) as caught:
        read(data)
    assert caught.value.code == code


def test_json_may_be_a_list() -> None:
    """A list gives its articles, and a rejection that names the item for each bad one."""
    items = list(read_json(json.dumps([{"text": TEXT}, 5]), "wire.json"))
    assert isinstance(items[0], Article)
    assert isinstance(items[1], Rejection)
    assert items[1].message.startswith("item 2 of the list")


def test_json_may_be_one_article() -> None:
    """An object, over as many lines as it likes, is one article."""
    (item,) = read_json(json.dumps({"text": TEXT}, indent=2), "wire.json")
    assert isinstance(item, Article)


def test_lines_are_numbered() -> None:
    """Each item comes with the number of its line, blank ones counted."""
    good = json.dumps({"text": TEXT}).encode()
    stream = io.BytesIO(b"\n".join([good, b"", b"broken", good]))
    assert [number for number, _ in read_jsonl(stream, "wire.jsonl")] == [1, 3, 4]


def test_a_stream_that_breaks_off_is_named() -> None:
    """What came before a stream broke off is given, and then ING010 is raised."""

    class Torn(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            line = super().readline(size)
            if not line:
                raise OSError(5, "Input/output error")
            return line

    items = read_jsonl(Torn(json.dumps({"text": TEXT}).encode() + b"\n"), "wire.jsonl")
    assert isinstance(next(items)[1], Article)
    with pytest.raises(IngestError, match="the input breaks off: input/output error") as caught:
        next(items)
    assert caught.value.code == "ING010"


def test_an_unforeseen_failure_is_one_bad_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that fails in a way that nobody foresaw is ING013, and the next one is read."""
    admit = admission.admit

    def fail_once(text: str, **facts: str | None) -> Article:
        if text == "odd":
            raise ZeroDivisionError
        return admit(text, **facts)

    monkeypatch.setattr(jsonl, "admit", fail_once)
    good = json.dumps({"text": TEXT}).encode()
    assert codes(read(b'{"text": "odd"}\n' + good)) == [(1, "ING013"), None]
    (item, _) = read_json(json.dumps([{"text": "odd"}, {"text": TEXT}]), "wire.json")
    assert isinstance(item, Rejection)
    assert item.code == "ING013"


def test_a_long_first_line_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line over the limit is one bad line too where its beginning was taken from the stream before."""
    limits = {"limit": {"jsonl_line_bytes": 200, "line_characters": 1000, "file_bytes": 1000}}
    monkeypatch.setattr(jsonl, "load_table", limits.__getitem__)
    line = b'{"text": "' + b"x" * 999 + b'"}\n'
    stream = io.BytesIO(line[201:] + json.dumps({"text": TEXT}).encode())
    assert codes([item for _, item in read_jsonl(stream, "-", line[:201])]) == [(1, "ING006"), None]
