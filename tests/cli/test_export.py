"""The command `export`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import create_app
from sayso.cli.batch import Batch
from sayso.export.exchange import Exchange
from sayso.model import Reading, Rejection
from tests.export.exchange.sample import make_sample

BAD = Rejection(path="b.txt", line=None, code="ING004", message="there is no text", hint="leave it out")
STREAMS = [exchange for exchange in Exchange if not exchange.makes_folder]


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read_paths(paths: Sequence[str], processes: int, batch: Batch) -> Iterator[Reading]:
        yield from batch.record([BAD] if "b.txt" in paths else [make_sample() for _ in paths])

    monkeypatch.delenv("SAYSO_PROCESSES", raising=False)
    monkeypatch.setattr("sayso.cli.read.read_paths", read_paths)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.jsonl").write_text(make_sample().to_json() + "\n", "utf-8")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(create_app(), ["export", *arguments])


@pytest.mark.parametrize("exchange", STREAMS)
def test_stream_goes_to_standard_output(exchange: Exchange) -> None:
    """Each format that is a stream is nothing but itself on standard output."""
    result = call("a.txt", "--to", exchange)
    golden = Path(__file__).parents[1] / "export" / "exchange" / "golden" / f"sample.{exchange}"
    assert (result.exit_code, result.stdout) == (0, golden.read_text("utf-8"))
    assert result.stderr == "read 1 article, 4 claims\n"


def test_readings_are_taken_as_they_are() -> None:
    """A file of readings gives what its articles would, and is not read again."""
    assert call("r.jsonl", "--to", "plover").stdout == call("a.txt", "--to", "plover").stdout


def test_readings_and_articles_mix() -> None:
    """Paths of both kinds are written in their order."""
    result = call("a.txt", "r.jsonl", "c.txt", "--to", "gkg")
    assert [line.split("\t")[0][-2:] for line in result.stdout.splitlines()] == ["-0", "-1", "-2"]


def test_jsonl_of_articles_is_read(tmp_path: Path) -> None:
    """A file of articles, a line each, is no file of readings."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "It rained."}) + "\n", "utf-8")
    assert call("a.jsonl", "--to", "gkg").exit_code == 0


def test_bad_line_is_told(tmp_path: Path) -> None:
    """A line that is no valid reading is a rejection with its number; the rest is written."""
    line = make_sample().to_json()
    (tmp_path / "r.jsonl").write_text(f"{line}\n\n{{bad\n{line.replace('“Nobody', '“Anybody')}\n", "utf-8")
    result = call("r.jsonl", "--to", "plover")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
    summary, broken, moved = result.stderr.splitlines()
    assert summary == "read 1 article, 4 claims; rejected 2"
    assert broken.startswith("r.jsonl:3: MDL004: ")
    assert moved.startswith("r.jsonl:4: MDL002: ")


@pytest.mark.parametrize("exchange", ["csv", "parquet"])
def test_folder_is_made(exchange: str, tmp_path: Path) -> None:
    """Tables go into a folder, which is made; nothing else is left behind."""
    result = call("a.txt", "--to", exchange, "--output", "tables")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "tables" / f"figures.{exchange}").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.jsonl", "tables"]


def test_folder_is_filled_anew(tmp_path: Path) -> None:
    """Tables of an earlier run are replaced, and other files stay."""
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "note.txt").write_text("keep")
    (tmp_path / "tables" / "figures.csv").write_text("older")
    assert call("a.txt", "--to", "csv", "--output", "tables").exit_code == 0
    assert (tmp_path / "tables" / "note.txt").read_text() == "keep"
    assert (tmp_path / "tables" / "figures.csv").read_text("utf-8").startswith("article,")


def test_nothing_read_is_a_failure(tmp_path: Path) -> None:
    """If nothing could be read the exit code is 1 and nothing is made."""
    assert call("b.txt", "--to", "csv", "--output", "tables").exit_code == 1
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["a.txt"], "--to"),
        (["a.txt", "--to", "pdf"], "pdf"),
        (["a.txt", "--to", "csv"], "folder"),
        (["a.txt", "--to", "csv", "-o", "r.jsonl"], "is a file"),
        (["a.txt", "--to", "csv", "-o", "no/where"], "no"),
        (["r.jsonl", "--to", "gkg", "-o", "r.jsonl"], "also to be read"),
    ],
)
def test_misuse(arguments: list[str], word: str) -> None:
    """A wrong option is refused before anything is read, with exit code 2."""
    result = call(*arguments)
    assert result.exit_code == 2
    assert word in result.stderr


def test_readings_come_down_a_pipe(tmp_path: Path) -> None:
    """What `sayso read --format json` prints may be piped in."""
    command = [sys.executable, "-c", "from sayso.cli import run; run()", "export", "-", "--to", "acled"]
    line = (tmp_path / "r.jsonl").read_bytes()
    done = subprocess.run(command, input=line, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").splitlines()[1].startswith("sample 1,https://news.example/ferry")
