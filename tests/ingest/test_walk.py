"""Facts of files, folders and standard input."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.errors import IngestError
from sayso.ingest import ingest, ingest_located, ingest_one, walk
from sayso.model import Article, Rejection

TEXT = (
    "The ferry office in Varnholm said on Monday that the night boat would not sail before the storm ended."
)
GERMAN = "Die Fähre nach Lund fährt erst wieder, wenn der Sturm vorüber ist, sagte das Hafenamt am Montag."
EMPTY_PAGE = "<!doctype html><html><head></head><body><nav><a href='/'>Home</a></nav></body></html>"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def summarise(items: list[Article | Rejection]) -> list[str]:
    return [item.code if isinstance(item, Rejection) else item.text for item in items]


def send(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> list[Article | Rejection]:
    data = content if isinstance(content, bytes) else content.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return list(ingest(["-"]))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"\x00\x01", "ING002"),
        ("a.txt", "Дамба".encode("koi8-r"), "ING003"),
        ("a.txt", " \n", "ING004"),
        ("a.txt", GERMAN, "ING005"),
        ("a.txt", "word " * 1_000_000, "ING006"),
        ("a.jsonl", "{}", "ING007"),
        ("a.html", EMPTY_PAGE, "ING008"),
        ("a.docx", TEXT, "ING009"),
        ("a", TEXT, "ING009"),
        ("a.txt", b"half \xed\xa0\x80 of a pair", "ING011"),
    ],
)
def test_each_fault_has_its_code(tmp_path: Path, name: str, content: str | bytes, code: str) -> None:
    """A file that is no article is one rejection with its path, a code and a hint."""
    path = write(tmp_path / name, content)
    (item,) = ingest([path])
    assert isinstance(item, Rejection)
    assert (item.code, item.path, bool(item.hint)) == (code, str(path), True)


@pytest.mark.parametrize("path", ["/nowhere/at/all.txt", "", "with\0nul.txt"])
def test_a_missing_path_is_named(path: str) -> None:
    """A path that leads nowhere is ING001."""
    assert summarise(list(ingest([path]))) == ["ING001"]


@pytest.mark.parametrize("path", ["The mill is closed, said Ana Brodnik.", "The mill is closed. " * 50])
def test_a_text_is_no_path(path: str) -> None:
    """Who gives a text in place of a path is told how a text is read, whatever its length."""
    (item,) = ingest([path])
    assert isinstance(item, Rejection)
    assert item.code == "ING001"
    assert "Article.of(text)" in item.hint
    assert len(item.message) < 300


def test_what_is_no_path_is_named() -> None:
    """What is no path at all is the caller's mistake, and not a rejection."""
    with pytest.raises(TypeError, match="a path is a str or a Path, not of the type int"):
        list(ingest([3]))  # type: ignore[list-item]


def test_a_closed_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is ING010."""
    path = write(tmp_path / "a.txt", TEXT)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (item,) = ingest([path])
    assert str(item).endswith(
        "ING010: " + f"{path} cannot be opened: permission denied. check that you may read it"
    )


def test_closed_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a shell closed standard input that is ING010."""
    monkeypatch.setattr(sys, "stdin", None)
    assert summarise(list(ingest(["-"]))) == ["ING010"]


def test_a_file_that_vanishes_is_named(tmp_path: Path) -> None:
    """A file that is gone when its turn comes is ING001, and the rest is read."""
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path / name, TEXT)
    items = ingest([tmp_path])
    first = next(items)
    (tmp_path / "b.txt").unlink()
    assert summarise([first, *items]) == [TEXT, "ING001", TEXT]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    """A named pipe is refused, not waited for."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert summarise(list(ingest([tmp_path]))) == ["ING009"]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    """Files and folders come by name, hidden ones not at all, and unknown endings are rejections."""
    write(tmp_path / "b.txt", f"Two. {TEXT}")
    write(tmp_path / "a" / "z.jsonl", json.dumps({"text": f"One. {TEXT}"}))
    write(tmp_path / "c.png", b"\x89PNG")
    write(tmp_path / "d.HTM", f"<html><body><article><p>Three. {TEXT}</p></article></body></html>")
    write(tmp_path / ".hidden.txt", TEXT)
    write(tmp_path / ".git" / "e.txt", TEXT)
    assert summarise(list(ingest([tmp_path]))) == [f"One. {TEXT}", f"Two. {TEXT}", "ING009", f"Three. {TEXT}"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    """A folder that holds itself is walked once, and a link to itself is a rejection."""
    write(tmp_path / "a.txt", TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "void.txt").symlink_to(tmp_path / "gone.txt")
    assert summarise(list(ingest([tmp_path]))) == [TEXT, "ING010", "ING001"]


def test_an_empty_folder_is_not_passed_over(tmp_path: Path) -> None:
    """A folder without files is ING004."""
    assert summarise(list(ingest([tmp_path]))) == ["ING004"]


def test_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """The articles around a bad file are read."""
    good, bad = write(tmp_path / "a.txt", TEXT), tmp_path / "gone.txt"
    assert summarise(list(ingest([good, bad, good]))) == [TEXT, "ING001", TEXT]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    """Articles come one by one."""
    stream = ingest(path for path in [write(tmp_path / "a.txt", TEXT), pytest.fail])
    assert isinstance(next(stream), Article)


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    """The path of a rejection holds characters only."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(" ")
    (item,) = ingest([tmp_path])
    assert str(item).encode()


def test_a_page_in_a_text_file_is_a_page(tmp_path: Path) -> None:
    """Pages that were saved with another ending are read as pages."""
    path = write(
        tmp_path / "a.txt", f"<!DOCTYPE html><html><body><article><p>{TEXT}</p></article></body></html>"
    )
    assert ingest_one(path).text == TEXT


def test_lines_in_a_json_file_are_jsonl(tmp_path: Path) -> None:
    """JSONL that was saved as .json is read as JSONL."""
    path = write(tmp_path / "a.json", f"{json.dumps({'text': TEXT})}\n" * 2)
    assert summarise(list(ingest([path]))) == [TEXT, TEXT]


def test_one_article_is_returned(tmp_path: Path) -> None:
    """A file that holds one article gives it."""
    assert ingest_one(str(write(tmp_path / "a.txt", TEXT))).text == TEXT


def test_one_error_is_raised(tmp_path: Path) -> None:
    """A file that holds one bad line raises its error, with the line."""
    with pytest.raises(IngestError) as caught:
        ingest_one(write(tmp_path / "a.jsonl", "\n{}"))
    assert (caught.value.code, caught.value.context["line"]) == ("ING007", 2)


def test_more_than_one_article_is_an_error(tmp_path: Path) -> None:
    """Two articles are ING012 where one was asked for."""
    path = write(tmp_path / "a.jsonl", f"{json.dumps({'text': TEXT})}\n" * 2)
    with pytest.raises(IngestError, match="more than one article") as caught:
        ingest_one(path)
    assert caught.value.code == "ING012"


@pytest.mark.parametrize(
    "content",
    [
        TEXT,
        f"<html><body><article><p>{TEXT}</p></article></body></html>",
        json.dumps({"text": TEXT}),
        json.dumps({"text": TEXT}, indent=1),
        json.dumps([{"text": TEXT}], indent=1),
        TEXT.encode("utf-16"),
        json.dumps({"text": TEXT}).encode("utf-16"),
    ],
)
def test_standard_input_may_have_any_form(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    """Text, a page, JSONL and JSON are told apart by what they look like."""
    assert summarise(send(monkeypatch, content)) == [TEXT]


def test_a_bad_line_of_standard_input_has_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines from standard input are counted like those of a file."""
    good = json.dumps({"text": TEXT})
    items = send(monkeypatch, f"\n{good}\nbroken\n{good}\n")
    assert [(item.path, item.line) for item in items if isinstance(item, Rejection)] == [("-", 3)]
    assert len(items) == 3


def test_empty_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on standard input is ING004."""
    assert summarise(send(monkeypatch, "")) == ["ING004"]


def test_a_bad_first_line_of_standard_input_is_one_bad_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSONL whose first line is broken is still JSONL."""
    items = send(monkeypatch, f'{{"text": "cut off\n{json.dumps({"text": TEXT})}\n')
    assert summarise(items) == ["ING007", TEXT]
    assert isinstance(items[0], Rejection)
    assert items[0].line == 1


def test_broken_json_on_standard_input_is_no_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON that does not parse is ING007, in whatever lines and encoding it is written."""
    assert summarise(send(monkeypatch, '{\n "text": "cut off\n}')) == ["ING007"]
    lines = f'{{"text": "cut off\n{json.dumps({"text": TEXT})}\n'
    assert summarise(send(monkeypatch, lines.encode("utf-16"))) == ["ING007", TEXT]


def test_prose_that_opens_with_a_bracket_is_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a key in quotation marks makes a bracket JSON."""
    assert summarise(send(monkeypatch, f"{{sic}} {TEXT}")) == [f"{{sic}} {TEXT}"]


@pytest.mark.parametrize("line", [json.dumps({"text": TEXT}), '{"text": "cut off'])
def test_a_feed_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    """The first line of a feed that goes on is given at once, good or bad."""

    class Feed(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            return super().readline(size) or pytest.fail("the feed was waited for")

        def read(self, size: int | None = -1) -> bytes:
            pytest.fail("the feed was read to its end")

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Feed(f"\n{line}\n".encode())))
    path, number, _ = next(ingest_located(["-"]))
    assert (path, number) == ("-", 2)


def test_standard_input_that_breaks_off_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken pipe is ING010, and what came before it is read."""

    class Torn(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            if line := super().readline(size):
                return line
            raise OSError(5, "Input/output error")

    for content, expected in ((json.dumps({"text": TEXT}), [TEXT, "ING010"]), ("", ["ING010"])):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Torn(content.encode())))
        assert summarise(list(ingest(["-"]))) == expected


def test_an_address_that_is_none_does_not_stop_the_run(tmp_path: Path) -> None:
    """A page whose canonical link is an unfilled template is read."""
    head = '<link rel="canonical" href="https://[[site]]/2026/04/09/ferry">'
    page = f"<html><head>{head}</head><body><article><p>{TEXT}</p></article></body></html>"
    assert ingest_one(write(tmp_path / "a.html", page)).url is None


def test_an_unforeseen_failure_is_a_rejection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that fails in a way that nobody foresaw is ING013, and the files around it are read."""

    def fail(_: str) -> Article:
        raise ZeroDivisionError("division by zero")

    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.html", "<html>")
    write(tmp_path / "c.txt", TEXT)
    monkeypatch.setattr(walk, "read_page", fail)
    items = list(ingest([tmp_path]))
    assert summarise(items) == [TEXT, "ING013", TEXT]
    assert isinstance(items[1], Rejection)
    assert items[1].path == str(tmp_path / "b.html")
    assert "ZeroDivisionError: division by zero" in items[1].message


def test_each_item_comes_with_its_place(tmp_path: Path) -> None:
    """An article has the path of its file, and its line where the file holds one article a line."""
    good = json.dumps({"text": TEXT})
    files = [
        write(tmp_path / "a.json", f"[{good}, 5]"),
        write(tmp_path / "b.jsonl", f"{good}\n\nbroken\n{good}\n"),
        write(tmp_path / "c.txt", TEXT),
        write(tmp_path / "d.txt", " "),
    ]
    a, b, c, d = map(str, files)
    items = list(ingest_located([tmp_path]))
    assert [(path, line) for path, line, _ in items] == [
        (a, None),
        (a, None),
        (b, 1),
        (b, 3),
        (b, 4),
        (c, None),
        (d, None),
    ]
    assert [item for _, _, item in items] == list(ingest([tmp_path]))


def test_a_rejection_carries_its_place(tmp_path: Path) -> None:
    """The place that comes with a rejection is the one that it names itself."""
    write(tmp_path / "a.jsonl", "broken\n{}")
    write(tmp_path / "b.docx", TEXT)
    (tmp_path / "c").mkdir()
    for path, line, item in ingest_located([tmp_path, tmp_path / "c", tmp_path / "gone.txt", ""]):
        assert isinstance(item, Rejection)
        assert (path, line) == (item.path, item.line)


def test_an_address_is_told_that_it_is_not_fetched() -> None:
    """Who gives an address learns to save the page first."""
    (rejection,) = ingest(["https://example.org/dam.html"])
    assert isinstance(rejection, Rejection)
    assert "not fetched" in rejection.hint
