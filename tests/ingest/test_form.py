"""Facts of forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import IngestError
from sayso.ingest.form import find_form, sniff


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
        ("{sic} he said", "text"),
        ("[Editor’s note] he said", "text"),
        ("<b@packet.example> wrote", "text"),
        ("", "text"),
    ],
)
def test_characters_tell_the_form(text: str, form: str) -> None:
    """Without a name the first characters decide."""
    assert sniff(text) == form
