"""Errors that sayso raises, each with a stable code, a message in plain words and a hint.

The tree, with the codes of each leaf:

    SaysoError
    ├── IngestError     bytes that do not become an article
    │   ├── ING001      the file or folder does not exist
    │   ├── ING002      the file is binary, not text
    │   ├── ING003      the bytes do not decode in any encoding that is tried
    │   ├── ING004      there is no text, only white space, or a folder without files
    │   ├── ING005      the text is not in English
    │   ├── ING006      the file or one line of it is too long
    │   ├── ING007      a line of JSONL is not an article
    │   ├── ING008      the page holds no article text
    │   ├── ING009      the kind of file is not supported
    │   ├── ING010      the file cannot be opened, or breaks off
    │   ├── ING011      the text holds half of a surrogate pair
    │   ├── ING012      one article was asked for and the source holds another number of them
    │   └── ING013      taking it in failed in a way that nobody foresaw
    ├── ReadError       an article that cannot be read
    │   ├── RDR001      reading failed in a way that nobody foresaw
    │   ├── RDR002      the text is longer than what is read
    │   └── RDR003      a reading process was lost
    ├── LedgerError     a ledger that cannot be used, or does not hold what is asked for
    │   ├── LDG001      the ledger cannot be opened, read or written
    │   ├── LDG002      the database holds something else than a ledger
    │   ├── LDG003      the ledger was made by a newer version of sayso
    │   ├── LDG004      the driver for PostgreSQL is not installed
    │   ├── LDG005      a reading cannot be stored as it is
    │   ├── LDG006      below its first step a ledger would lose its rows
    │   ├── LDG007      the ledger holds no such article or revision
    │   ├── LDG008      a correction does not fit the article or the record
    │   ├── LDG009      there is no such correction, or it is withdrawn
    │   └── LDG010      a question cannot be asked like this
    ├── ReconcileError  what articles cannot be joined by
    │   ├── REC001      the authority file does not exist or cannot be read
    │   ├── REC002      the authority file is neither CSV nor JSON lines
    │   ├── REC003      a row of the authority file has no id or no name, or does not hold together
    │   └── REC004      an id stands twice in the authority file
    ├── ExportError     readings that cannot be written in a format
    │   └── EXP001      a library that the format needs is not installed
    └── ModelError      values or weights that do not hold together
        ├── MDL001      the shipped weights cannot be read
        ├── MDL002      a span lies outside of its text or differs from it
        ├── MDL003      an id is unknown
        ├── MDL004      a record has missing or unknown keys, or a value of the wrong type
        ├── MDL005      an id is used twice, or attributions are each other's parents
        └── MDL006      a confidence lies outside of 0 to 1
"""

from __future__ import annotations


class SaysoError(Exception):
    """Any error that sayso raises on purpose.

    Attributes:
        code: stable identifier, such as ING003.
        message: what went wrong, in plain words, without a full stop.
        hint: what to do about it, without a full stop.
        context: further facts by name, such as path or line.
    """

    def __init__(self, code: str, message: str, hint: str, **context: object) -> None:
        super().__init__(code, message, hint)
        self.code = code
        self.message = message
        self.hint = hint
        self.context = context

    def __str__(self) -> str:
        return f"{self.code}: {self.message}. {self.hint}"


class IngestError(SaysoError):
    """Bytes that do not become an article."""


class ReadError(SaysoError):
    """An article that cannot be read."""


class LedgerError(SaysoError):
    """A ledger that cannot be used, or does not hold what is asked for."""


class ReconcileError(SaysoError):
    """What articles cannot be joined by."""


class ExportError(SaysoError):
    """Readings that cannot be written in a format."""


class ModelError(SaysoError):
    """Values or weights that do not hold together."""
