"""Key: the next numbers for the rows of each table."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from sayso.ledger.schema import metadata


class Keys:
    """Gives out keys, one after the other; only who may write alone may hold one.

    Args:
        connection: a connection in a transaction that keeps other writers out.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[str, int] = {}

    def take(self, table: str) -> int:
        """Returns the next key of a table, and uses it up."""
        self._last[table] = key = self.peek(table)
        return key

    def peek(self, table: str) -> int:
        """Returns the key of a table that is given out next."""
        if table not in self._last:
            last = select(func.coalesce(func.max(metadata.tables[table].c.id), 0))
            self._last[table] = self._connection.scalar(last) or 0
        return self._last[table] + 1
