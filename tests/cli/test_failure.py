"""How a run ends that cannot go on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import typer

from sayso import cli
from sayso.cli.failure import report_failures
from sayso.errors import ReadError


def raise_as_rich() -> None:
    """Ends the program as rich does when a pipe is closed."""
    try:
        raise BrokenPipeError
    except BrokenPipeError:
        raise SystemExit(1)  # noqa: B904


def raiser(error: BaseException) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("fail", "code", "words"),
    [
        (
            raiser(ReadError("RDR003", "a process was lost", "read it again")),
            1,
            "error RDR003: a process was lost",
        ),
        (raiser(KeyboardInterrupt()), 130, "interrupted\n"),
        (raiser(OSError(28, "No space left on device")), 1, "error No space left on device\n"),
        (raise_as_rich, 141, ""),
    ],
)
def test_each_end_has_its_code(
    fail: Callable[[], None], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What ends a run is told in words, and by the exit code."""
    with pytest.raises(typer.Exit) as caught, report_failures():
        fail()
    assert caught.value.exit_code == code
    assert capsys.readouterr().err.startswith(words)


def test_another_exit_is_kept() -> None:
    """An exit that no closed pipe caused stays what it was."""
    with pytest.raises(SystemExit, match="3"), report_failures():
        raise SystemExit(3)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (OSError(28, "No space left on device"), 1, "error No space left on device\n"),
    ],
)
def test_the_command_itself_has_no_traceback(
    error: BaseException,
    code: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What ends the program before or after a command, such as help on a full disk, is told likewise."""
    monkeypatch.setattr("sayso.cli.app.create_app", raiser(error))
    with pytest.raises(SystemExit) as caught:
        cli.run()
    assert (caught.value.code, capsys.readouterr().err) == (code, words)
