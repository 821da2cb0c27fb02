"""Rejection: why a piece of input did not become an article or a reading."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import SaysoError
from sayso.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """A piece of input that was set aside, with its reason; the rest of the batch is read.

    Attributes:
        path: where it came from; "-" for standard input.
        line: line of the file, from 1, where the file holds one article a line; else null.
        code: the error's stable code.
        message: the error's message.
        hint: the error's hint.
    """

    path: str
    line: int | None
    code: str
    message: str
    hint: str

    @classmethod
    def of(cls, error: SaysoError, *, path: str, line: int | None = None) -> Rejection:
        """Makes the rejection that an error stands for."""
        return cls(path=path, line=line, code=error.code, message=error.message, hint=error.hint)

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.code}: {self.message}. {self.hint}"
