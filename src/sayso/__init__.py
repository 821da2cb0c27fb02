"""Reads news and keeps who said what, on whose word, with every span of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from sayso.errors import SaysoError
    from sayso.ledger import Ledger
    from sayso.model import Article, Reading

__version__ = "0.1.0"
__all__ = ["Article", "Reading", "SaysoError", "__version__", "load", "open_ledger", "read"]

_HOMES = {"Article": "sayso.model", "Reading": "sayso.model", "SaysoError": "sayso.errors"}
_ROOMS = ("errors", "export", "ingest", "ledger", "model", "reader", "vocab")


def read(source: str | Path | Article) -> Reading:
    """Reads one article: a file that holds one, or an Article. The weights are loaded by the first call.

    Args:
        source: path of a text, HTML or JSONL file, or an Article. Use `sayso.ingest.ingest` and
            `sayso.reader.read_all` where there are many.

    Raises:
        TypeError: the source is something else.
        IngestError: the file does not become an article, or does not hold exactly one (ING012).
        ReadError: the article cannot be read.
    """
    from os import PathLike

    from sayso.model import Article
    from sayso.reader import share_reader

    if not isinstance(source, str | PathLike | Article):
        raise TypeError(
            f"read() takes the path of a file or an Article, not {_name_kind(source)}; "
            "a text itself is read as Article.of(text)"
        )
    if not isinstance(source, Article):
        from sayso.ingest import ingest_one

        source = ingest_one(source)
    reading: Reading = share_reader().read(source)
    return reading


def _name_kind(source: object) -> str:
    return "None" if source is None else f"something of the type {type(source).__name__}"


def load() -> Language:
    """Loads a spaCy pipeline that reads: `sayso.load()(text)._.attributions`."""
    from sayso import reader

    language: Language = reader.load()
    return language


def open_ledger(address: str | Path) -> Ledger:
    """Opens a ledger, and makes it where there is none: `with sayso.open_ledger("sayso.db") as ledger: …`.

    Args:
        address: the path of an SQLite file, or `postgresql://user@host/database`.

    Raises:
        LedgerError: it cannot be opened (LDG001), holds something else (LDG002), is of a newer version of
            sayso (LDG003), or the driver is missing (LDG004).
    """
    from sayso import ledger

    opened: Ledger = ledger.open_ledger(address)
    return opened


def __getattr__(name: str) -> Any:
    """Imports a public class or a room when it is first asked for."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in _ROOMS:
        return import_module(f"sayso.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
