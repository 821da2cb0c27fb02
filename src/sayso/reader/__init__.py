"""Reads articles: a spaCy pipeline whose one component runs the encoder and all that reads from it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = [
    "Embedded",
    "Reader",
    "create_sayso",
    "embed_all",
    "load",
    "load_reader",
    "read_all",
    "share_reader",
]


def __getattr__(name: str) -> Any:
    """Imports what is asked for when it is first used: spaCy takes its time."""
    if name in __all__:
        return getattr(
            import_module(f"{__name__}.{'component' if name == 'create_sayso' else 'reader'}"), name
        )
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
