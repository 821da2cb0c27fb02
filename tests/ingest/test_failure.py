"""Facts of the coded error of a failure."""

from __future__ import annotations

from sayso.errors import IngestError
from sayso.ingest.failure import code_error


def test_an_error_of_sayso_stays_as_it_is() -> None:
    """An error that has a code keeps it."""
    error = IngestError("ING004", "there is no text", "leave it out")
    assert code_error(error) is error


def test_any_other_error_is_ing013() -> None:
    """An unforeseen error is named by its kind, on one line that can be printed."""
    error = code_error(ValueError("a\nstrange \ud800 value"))
    assert (error.code, error.message.partition("(")[2]) == ("ING013", "ValueError: a strange ? value)")


def test_a_long_reason_is_cut() -> None:
    """The words of an unforeseen error may be a whole file, and only their beginning is shown."""
    assert len(code_error(ValueError("x" * 9999)).message) < 300
