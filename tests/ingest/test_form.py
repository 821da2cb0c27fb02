"""Facts of forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import IngestError
from sayso.ingest.form import find_form, opens_object, sniff


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", "text"), ("a.MD", "text"), ("a.xhtml", "html"), ("a.b.ndjson", "jsonl"), ("a.json", "json")],
)
def test_an_ending_tells_the_form(name: str, form: str) -> None:
    """Endings are known in capitals as well."""
    assert find_form(Path(name)) == form


def test_an_unknown_ending_is_named() -> None:
    """ING009 says which ending it is and which are known."""
    with pytest.raises(IngestError, match=r"\.pdf") as caught:
        find_form(Path("a.pdf"))
    assert ".jsonl" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("\n<!DOCTYPE HTML><p>", "html"),
        ("<?xml version='1.0'?><html>", "html"),
        ('{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        ('{\n"text": "a"\n}', "json"),
        ('{"text": broken', "jsonl"),
        ('{"text": broken\n{"text": "b"}\n', "jsonl"),
        ('{"text": "a"}\nbroken\n{"text": "b"}\n', "jsonl"),
        ('{\n"text": broken\n}', "json"),
        ('{"text": "a",\n"title": broken\n}', "json"),
        ('[{"text": broken}]', "json"),
        ("{sic} he said", "text"),
        ("[Editor’s note] he said", "text"),
        ("<b@packet.example> wrote", "text"),
        ("", "text"),
    ],
)
def test_characters_tell_the_form(text: str, form: str) -> None:
    """Without a name the first characters decide."""
    assert sniff(text) == form


@pytest.mark.parametrize(
    ("line", "is_object"),
    [
        (b'{"text": "a"}\n', True),
        (b'\n \xef\xbb\xbf{"text"', False),
        (b'\xef\xbb\xbf{"text": "a"}\n', True),
        (b'\n{ "text": broken\n', True),
        (b'{"text": "\xff"}\n', True),
        (b"{}\n", True),
        (b"{\n", False),
        (b'[{"text": "a"}]\n', False),
        (b"{sic} he said\n", False),
        (b"", False),
    ],
)
def test_the_first_line_tells_jsonl(line: bytes, is_object: bool) -> None:
    """A line that begins an object with its key is JSONL, whether or not the object is whole."""
    assert opens_object(line) is is_object
