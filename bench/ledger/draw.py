"""Draw: what a ledger may be asked for, taken from the ledger itself."""

from __future__ import annotations

import random

from sqlalchemy import text

from sayso.ledger import Ledger

FREQUENT = {
    "speaker": ("attribution JOIN name ON name.id = speaker_id", "name.name"),
    "actor": ("actor JOIN name ON name.id = name_id", "name.name"),
    "place": ("place JOIN location ON location.id = location_id", "location.name"),
    "time": ("time JOIN timex ON timex.id = timex_id", "substr(first, 1, 7)"),
    "published": ("reading", "substr(day, 1, 7)"),
    "outlet": ("reading JOIN outlet ON outlet.id = outlet_id", "outlet.name"),
    "address": ("article", "url"),
    "act": ("attribution", "act"),
    "kind": ("attribution", "speaker_kind"),
    "measure": ("figure", "measure"),
    "event": ("event", "type"),
    "counter": ("figure", "counter"),
    "passage": ("passages", "passage"),
}
"""Tables whose rows are drawn, and what they say: whatever is told of often is drawn often."""

RARE = {
    "speaker": ("name", "name"),
    "actor": ("name", "name"),
    "place": ("location", "name"),
    "time": ("timex", "substr(first, 1, 10)"),
}
"""Tables of terms, each of which is drawn as often as any other."""

_MARKS = "“”‘’\"'.,:;!?()"


class Draw:
    """Draws what is asked for; the same ledger and seed draw the same."""

    def __init__(self, ledger: Ledger, seed: int = 0) -> None:
        self._ledger = ledger
        self._dice = random.Random(seed)
        self._sizes: dict[str, int] = {}

    def frequent(self, field: str) -> str:
        """Draws what is told of often."""
        return self._pick(*FREQUENT[field])

    def rare(self, field: str) -> str:
        """Draws what may be told of once; what has few values is drawn as it is told of."""
        return self._pick(*RARE.get(field, FREQUENT[field]))

    def words(self, count: int) -> str:
        """Draws words that stand one after the other in a claim."""
        while True:
            words = [word.strip(_MARKS) for word in self.frequent("passage").split()]
            runs = [words[n : n + count] for n in range(len(words) - count + 1)]
            if runs := [run for run in runs if all(word.isalpha() for word in run)]:
                return " ".join(self._dice.choice(runs))

    def _pick(self, rows: str, column: str) -> str:
        table = rows.partition(" ")[0]
        with self._ledger.store.read() as connection:
            if table not in self._sizes:
                keys = "attribution" if table == "passages" else table
                self._sizes[table] = connection.scalar(text(f"SELECT max(id) FROM {keys}")) or 1
            while True:
                key = self._dice.randint(1, self._sizes[table])
                query = text(f"SELECT {column} FROM {rows} WHERE {table}.id = :key")
                if value := connection.scalar(query, {"key": key}):
                    return str(value)
