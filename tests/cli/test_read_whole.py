"""The command `read` from the bytes to the view, with nothing replaced."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.model import Reading

TEXT = """Ferry aground off Lismore Point

A ferry with forty passengers ran aground off Lismore Point on Sunday night, the coastguard said.

“Nobody panicked,” first officer Marit Solheim told reporters on the quay. “We sang until the boats came.”

Solheim said that the radar had been repaired in the spring, but a deckhand denied that anybody had seen it.
"""


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from sayso.cli import run; run()", "read", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles and two files that are none."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(
        json.dumps({"text": TEXT, "publisher": "Northern Wire"}) + "\n{not json\n", encoding="utf-8"
    )
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02\xff" * 64)
    return tmp_path


def test_folder_becomes_readings(folder: Path) -> None:
    """A folder gives a valid reading for each article, and a line with a code for all that is none."""
    done = run(str(folder), "--format", "json")
    readings = list(map(Reading.from_json, done.stdout.splitlines()))
    for reading in readings:
        reading.validate()
        assert reading.attributions
    claims = sum(len(reading.attributions) for reading in readings)
    summary, *rejections = done.stderr.splitlines()
    assert summary == f"read 2 articles, {claims} claims; rejected 2"
    assert "b.jsonl:2: ING007: " in rejections[0]
    assert "c.txt: ING002: " in rejections[1]
    assert done.returncode == 0


def test_standard_input_becomes_text() -> None:
    """An article from standard input is read and shown."""
    done = run("-", stdin=TEXT)
    assert done.returncode == 0
    assert "the coastguard (role)" in done.stdout


def test_page_holds_the_article(folder: Path) -> None:
    """The page that comes down a pipe has the claims beside the text."""
    done = run(str(folder / "a.txt"), "--format", "html")
    assert done.stdout.startswith("<!doctype html>")
    assert 'id="r1-c1"' in done.stdout


def test_processes_change_nothing(folder: Path) -> None:
    """Two processes give the same output as one."""
    assert run(str(folder), "-f", "json", "-p", "2").stdout == run(str(folder), "-f", "json").stdout


def test_new_output_in_a_folder_that_is_read(folder: Path) -> None:
    """An output may be made in a folder that is read: the walk does not meet it."""
    output = folder / "d.jsonl"
    done = run(str(folder), "-f", "json", "-o", str(output))
    assert "; rejected 2\n" in done.stderr
    assert len(output.read_text("utf-8").splitlines()) == 2


def test_rejection_by_the_reader_names_file_and_line(tmp_path: Path) -> None:
    """What the reader rejects is told with the path and the line of its article."""
    long = "The harbour was closed on Tuesday, said the mayor of the town.\n" * 32_000
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in (TEXT, long)), encoding="utf-8")
    done = run(str(path), "-f", "json")
    assert f"{path}:2: RDR002: " in done.stderr


def test_missing_file_is_a_failure(tmp_path: Path) -> None:
    """Where nothing can be read the exit code is 1 and the reason is told."""
    done = run(str(tmp_path / "nowhere.txt"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "nowhere.txt: ING001: " in done.stderr
    assert "Traceback" not in done.stderr
