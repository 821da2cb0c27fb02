"""The command `read`, with a reader that gives readings made by hand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import create_app
from sayso.cli.batch import Batch
from sayso.errors import ModelError
from sayso.model import Reading, Rejection
from tests.export.sample import make_reading

BAD = Rejection(path="b\x1b.txt", line=None, code="ING004", message="there is no text", hint="leave it out")
Items = Sequence[Reading | Rejection | BaseException]


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("FORMAT", "PROCESSES", "DOUBTFUL_BELOW"):
        monkeypatch.delenv(f"SAYSO_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `sayso read a.txt` with more arguments; the reader gives the items, or raises them."""

    def call(items: Items, *arguments: str) -> Result:
        def read_paths(paths: Sequence[str], processes: int, batch: Batch) -> Iterator[Reading]:
            call.seen = (list(paths), processes)  # type: ignore[attr-defined]
            for item in items:
                if isinstance(item, BaseException):
                    raise item
                yield from batch.record([item])

        monkeypatch.setattr("sayso.cli.read.read_paths", read_paths)
        return CliRunner().invoke(create_app(), ["read", "a.txt", *arguments])

    return call


def test_text_goes_to_standard_output(call: Callable[..., Result]) -> None:
    """Without a format readings are text on standard output, and the summary is on standard error."""
    result = call([make_reading()])
    assert (result.exit_code, result.stderr) == (0, "read 1 article, 6 claims\n")
    assert result.stdout.startswith("Ferry aground off Lismore Point\n")


def test_json_is_nothing_but_readings(call: Callable[..., Result]) -> None:
    """Standard output has a reading a line and nothing else, whatever was rejected."""
    result = call([make_reading(), BAD, make_reading()], "--format", "json")
    assert list(map(Reading.from_json, result.stdout.splitlines())) == [make_reading()] * 2


def test_rejections_are_told_without_control_characters(call: Callable[..., Result]) -> None:
    """A rejection is a line of standard error; the exit code is 0 as long as anything was read."""
    result = call([make_reading(), BAD])
    assert result.exit_code == 0
    assert result.stderr == (
        "read 1 article, 6 claims; rejected 1\nb\ufffd.txt: ING004: there is no text. leave it out\n"
    )


@pytest.mark.parametrize("items", [[], [BAD]])
def test_nothing_read_is_a_failure(call: Callable[..., Result], items: Items, tmp_path: Path) -> None:
    """If nothing could be read the exit code is 1 and no output is made."""
    result = call(items, "--format", "html", "--output", "out.html")
    assert result.exit_code == 1
    assert result.stderr.startswith("read 0 articles, 0 claims")
    assert not (tmp_path / "out.html").exists()


def test_page_goes_to_a_pipe(call: Callable[..., Result], tmp_path: Path) -> None:
    """Where standard output is no terminal the page goes there."""
    result = call([make_reading()], "--format", "html")
    assert result.stdout.startswith("<!doctype html>")
    assert list(tmp_path.iterdir()) == []


def test_page_does_not_go_to_a_terminal(call: Callable[..., Result], monkeypatch, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Where standard output is a terminal the page goes to sayso-report.html, and that is said."""
    monkeypatch.setattr("sayso.cli.read.is_terminal", lambda stream: stream is sys.stdout)
    result = call([make_reading()], "--format", "html")
    assert result.stdout == ""
    assert "wrote sayso-report.html\n" in result.stderr
    assert (tmp_path / "sayso-report.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("format", ["text", "json", "html"])
def test_output_is_written(call: Callable[..., Result], format: str, tmp_path: Path) -> None:
    """Every format can go to a file; standard output stays empty."""
    result = call([make_reading()], "-f", format, "-o", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Ferry aground" in (tmp_path / "out").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--format", "pdf"], "pdf"),
        (["--processes", "0"], "processes"),
        (["--output", "."], "is a folder"),
        (["--output", "nowhere/out.html"], "nowhere"),
        (["--output", "a.txt"], "also to be read"),
    ],
)
def test_misuse(call: Callable[..., Result], arguments: list[str], word: str) -> None:
    """A wrong option is refused before anything is read, with exit code 2."""
    result = call([make_reading()], *arguments)
    assert result.exit_code == 2
    assert word in result.stderr


def test_a_failed_run_keeps_the_older_output(call: Callable[..., Result], tmp_path: Path) -> None:
    """An output file is replaced at the end, and not by a run that fails; nothing else is left behind."""
    (tmp_path / "out").write_text("older")
    assert call([make_reading(), OSError(28, "No space left on device")], "-o", "out").exit_code == 1
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "older")]


def test_no_path_is_misuse() -> None:
    """Without a path there is nothing to do."""
    assert CliRunner().invoke(create_app(), ["read"]).exit_code == 2


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("FORMAT", "xml", "'xml' is not one of 'text', 'json' or 'html'"),
        ("PROCESSES", "many", "'many' is not a whole number"),
        ("PROCESSES", "0", "0 is less than 1"),
        ("DOUBTFUL_BELOW", "7", "7 is more than 1"),
    ],
)
def test_nonsense_in_the_environment_is_misuse(  # type: ignore[no-untyped-def]
    call: Callable[..., Result], monkeypatch, name: str, value: str, words: str
) -> None:
    """A variable that makes no sense is named, with what is wrong with it."""
    monkeypatch.setenv(f"SAYSO_{name}", value)
    result = call([make_reading()])
    assert (result.exit_code, result.stderr) == (2, f"error SAYSO_{name}: {words}\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "xml"], "'--format' / '-f': 'xml' is not one of 'text', 'json', 'html'"),
        (["--processes", "0"], "'--processes' / '-p': 0 is less than 1"),
        (["--processes", "many"], "'--processes' / '-p': 'many' is not a whole number"),
    ],
)
def test_nonsense_in_an_option_is_told_plainly(
    call: Callable[..., Result], arguments: list[str], words: str
) -> None:
    """What is wrong with an option is told without the words of a library."""
    assert call([make_reading()], *arguments).stderr.endswith(f"Error: Invalid value for {words}\n")


def test_option_goes_before_the_environment(call: Callable[..., Result], monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """An option overrides its variable."""
    monkeypatch.setenv("SAYSO_PROCESSES", "2")
    monkeypatch.setenv("SAYSO_FORMAT", "json")
    assert call([make_reading()], "-f", "text").stdout.startswith("Ferry")
    assert call.seen == (["a.txt"], 2)  # type: ignore[attr-defined]
    assert call([make_reading()], "-p", "3").stdout.startswith("{")
    assert call.seen == (["a.txt"], 3)  # type: ignore[attr-defined]


def test_failure_of_the_run_has_no_traceback(call: Callable[..., Result]) -> None:
    """An error that ends the run is told with its code, message and hint."""
    result = call([ModelError("MDL001", "the weights cannot be read", "install sayso again")])
    assert result.exit_code == 1
    assert "error MDL001: the weights cannot be read. install sayso again\n" in result.stderr
    assert "Traceback" not in result.output


def test_interruption_tells_what_was_read(call: Callable[..., Result]) -> None:
    """Ctrl-C ends with 130, after the summary of what was read."""
    result = call([make_reading(), KeyboardInterrupt()], "--format", "json")
    assert result.exit_code == 130
    assert result.stderr == "read 1 article, 6 claims\ninterrupted\n"
    assert Reading.from_json(result.stdout) == make_reading()


def test_error_of_the_system_has_no_traceback(call: Callable[..., Result]) -> None:
    """A full disk or a missing permission is told in the system's words."""
    result = call([OSError(28, "No space left on device", "out.html")])
    assert result.exit_code == 1
    assert "error out.html: No space left on device\n" in result.stderr


def test_doubt_follows_the_setting(call: Callable[..., Result], monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """SAYSO_DOUBTFUL_BELOW sets which claims are marked."""
    monkeypatch.setenv("SAYSO_DOUBTFUL_BELOW", "0.2")
    assert "low confidence" not in call([make_reading()]).stdout
