"""Facts of bytes and characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import IngestError
from sayso.ingest import encoding
from sayso.ingest.encoding import decode, read_bytes

TEXT = "“It went over like a tree,” said Maren Holt of Kara-Köl."
PAGE = '<html><head><meta charset="{}"></head><body>Łąka, Świątek</body></html>'


def code_of(data: bytes) -> str:
    with pytest.raises(IngestError) as caught:
        decode(data)
    return caught.value.code


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_decodes(name: str) -> None:
    """Byte order marks, UTF-8 and Windows-1252 are understood, and no mark is left in the text."""
    assert decode(TEXT.encode(name)) == TEXT


def test_a_page_may_declare_its_character_set() -> None:
    """A page that is not UTF-8 is read as what it says."""
    page = PAGE.format("ISO-8859-2")
    assert decode(page.encode("iso-8859-2"), is_page=True) == page


def test_a_false_declaration_does_not_hurt() -> None:
    """UTF-8 is read as UTF-8, whatever the page declares."""
    page = PAGE.format("ISO-8859-2")
    assert decode(page.encode(), is_page=True) == page


def test_an_unknown_declaration_does_not_hurt() -> None:
    """A character set that nobody knows is passed over."""
    page = PAGE.format("klingon-8").replace("Ł", "L").replace("ą", "ê").replace("Ś", "S")
    assert decode(page.encode("cp1252"), is_page=True) == page


@pytest.mark.parametrize(
    "data", [b"text\0text", b"\x01\x02\x03\x04text", b"%PDF-1.7 text", b"PK\x03\x04", b"\x89PNG"]
)
def test_refuses_binary(data: bytes) -> None:
    """NUL bytes, many control characters and known signatures are ING002."""
    assert code_of(data) == "ING002"


@pytest.mark.parametrize(
    "data",
    [
        "Дамба".encode("koi8-r"),
        b"a\x81\x8d\x8f text with some letters",
        "“Damaged” — “text”".encode().replace(b"\x94 ", b"\xff "),
        b"\xff\xfea",
    ],
)
def test_refuses_what_does_not_decode(data: bytes) -> None:
    """Other encodings and damaged UTF-8 are ING003, never characters that were not written."""
    assert code_of(data) == "ING003"


@pytest.mark.parametrize(
    "data", [b"half \xed\xa0\x80 a pair", b"\xff\xfe" + "half \ud800".encode("utf-16-le", "surrogatepass")]
)
def test_refuses_half_a_surrogate_pair(data: bytes) -> None:
    """Surrogates that were encoded alone are ING011."""
    assert code_of(data) == "ING011"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_kept(text: str) -> None:
    """Text in UTF-8 with a byte order mark comes out character for character."""
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_an_error(data: bytes) -> None:
    """Bytes decode or raise an IngestError, and nothing else happens."""
    try:
        decode(data, is_page=True).encode()
        outcome = "text"
    except IngestError as error:
        outcome = error.code
    assert outcome in {"text", "ING002", "ING003", "ING011"}


def test_a_long_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is checked before the file is read."""
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.truncate(64_000_001)
    monkeypatch.setattr(encoding, "read_stream", pytest.fail)
    with pytest.raises(IngestError) as caught:
        read_bytes(path)
    assert caught.value.code == "ING006"
