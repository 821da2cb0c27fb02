"""Reads news and keeps who said what, on whose word, with every span of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from sayso.errors import SaysoError
    from sayso.model import Article, Reading

__version__ = "0.1.0"
__all__ = ["Article", "Reading", "SaysoError", "__version__", "load", "read"]

_HOMES = {"Article": "sayso.model", "Reading": "sayso.model", "SaysoError": "sayso.errors"}
_ROOMS = ("errors", "export", "ingest", "model", "reader", "vocab")


def read(source: str | Path | Article) -> Reading:
    """Reads one article: a file that holds one, or an Article. The weights are loaded by the first call.

    Args:
        source: path of a text, HTML or JSONL file, or an Article. Use `sayso.ingest.ingest` and
            `sayso.reader.read_all` where there are many.

    Raises:
        IngestError: the file does not become an article, or does not hold exactly one (ING012).
        ReadError: the article cannot be read.
    """
    from sayso.model import Article
    from sayso.reader import share_reader

    if not isinstance(source, Article):
        from sayso.ingest import ingest_one

        source = ingest_one(source)
    reading: Reading = share_reader().read(source)
    return reading


def load() -> Language:
    """Loads a spaCy pipeline that reads: `sayso.load()(text)._.attributions`."""
    from sayso import reader

    language: Language = reader.load()
    return language


def __getattr__(name: str) -> Any:
    """Imports a public class or a room when it is first asked for."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in _ROOMS:
        return import_module(f"sayso.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
