"""Keeps readings in one SQLite file or a PostgreSQL database, and tells what has been said."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Change": "difference",
    "Claims": "question.claim",
    "Correction": "correction.correction",
    "Difference": "difference",
    "Editor": "correction.editor",
    "Figures": "question.figure",
    "Intake": "intake",
    "Ledger": "ledger",
    "Overlay": "correction.overlay",
    "Remark": "correction.correction",
    "Revision": "revision",
    "Sources": "question.source",
    "Stats": "question.stats",
    "Who": "question.who",
    "open_ledger": "ledger",
}
__all__ = [
    "Change",
    "Claims",
    "Correction",
    "Difference",
    "Editor",
    "Figures",
    "Intake",
    "Ledger",
    "Overlay",
    "Remark",
    "Revision",
    "Sources",
    "Stats",
    "Who",
    "open_ledger",
]


def __getattr__(name: str) -> Any:
    """Imports what is asked for when it is first used: SQLAlchemy takes its time."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
