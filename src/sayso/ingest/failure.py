"""Failure: the coded error that stands for whatever goes wrong while something is taken in."""

from __future__ import annotations

from sayso.errors import IngestError, SaysoError
from sayso.vocab import load_table


def code_error(error: Exception) -> SaysoError:
    """Returns an error of sayso as it is, and ING013 for any other."""
    if isinstance(error, SaysoError):
        return error
    most: int = load_table("limit")["reason_characters"]
    reason = f"{type(error).__name__}: {error}".encode("utf-8", "replace").decode("utf-8")
    return IngestError(
        "ING013",
        f"taking it in failed in a way that nobody foresaw ({' '.join(reason.split())[:most]})",
        "please report this with the file",
    )
