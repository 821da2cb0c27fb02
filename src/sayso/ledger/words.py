"""Words: the full-text index over what was said, FTS5 on SQLite and tsvector on PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

_INSERT = {
    "sqlite": "INSERT INTO words (rowid, passage) VALUES (:id, :passage)",
    # A longer text than this may have more words than PostgreSQL indexes.
    "postgresql": (
        "INSERT INTO words (id, passage) VALUES (:id, to_tsvector('english', left(:passage, 200000)))"
    ),
}


def index_words(connection: Connection, passages: list[dict[str, Any]]) -> None:
    """Adds what was said to the full-text index.

    Args:
        connection: a connection that writes.
        passages: for each claim its key, `id`, and its words, `passage`.
    """
    if passages:
        connection.execute(text(_INSERT[connection.dialect.name]), passages)
