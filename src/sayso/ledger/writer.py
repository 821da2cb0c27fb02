"""Writer: puts whole readings into the tables, inside of one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from sayso.ledger.entry import Entry, find_day
from sayso.ledger.key import Keys
from sayso.ledger.revision import find_article, find_revision
from sayso.ledger.row import ORDER, Rows
from sayso.ledger.schema import article, metadata, reading, rejection, revision
from sayso.ledger.term import Terms
from sayso.ledger.words import index_words
from sayso.model import Article, Reading, Rejection


class Writer:
    """Writes readings and rejections.

    Args:
        connection: a connection in a transaction that keeps other writers out.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._keys = Keys(connection)
        self._terms = Terms(connection, self._keys)
        self._rows = Rows(self._keys, self._terms)
        self._now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def add(self, entries: Sequence[Entry]) -> int:
        """Adds what the ledger does not have yet.

        Returns:
            How many readings were added.
        """
        self._terms.take([entry.reading for entry in entries], {entry.reader for entry in entries})
        added = sum(self._add(entry) for entry in entries)
        for table in ORDER:
            if rows := self._rows.tables[table]:
                self._connection.execute(insert(metadata.tables[table]), rows)
        index_words(self._connection, self._rows.passages)
        return added

    def reject(self, rejections: Sequence[Rejection]) -> None:
        """Adds rejections that are not there yet."""
        fields = ("path", "line", "code", "message", "hint")
        for item in rejections:
            facts = {field: getattr(item, field) for field in fields}
            same = (rejection.c[field].is_not_distinct_from(value) for field, value in facts.items())
            if self._connection.scalar(select(rejection.c.id).where(*same)) is None:
                row = {"id": self._keys.take("rejection"), **facts, "added": self._now}
                self._connection.execute(insert(rejection).values(row))

    def _add(self, entry: Entry) -> bool:
        """Adds the row of a reading and makes those below it; returns false if it is there."""
        wanted = entry.reading.article
        home = find_article(self._connection, wanted) or self._add_article(wanted)
        text = find_revision(self._connection, home, wanted) or self._add_revision(home, wanted)
        made_by = self._terms.readers[(entry.reader,)]
        known = select(reading.c.id).where(reading.c.revision_id == text, reading.c.reader_id == made_by)
        if self._connection.scalar(known) is not None:
            return False
        key = self._keys.take("reading")
        row = {
            "id": key,
            "revision_id": text,
            "reader_id": made_by,
            "article_id": home,
            "outlet_id": self._find_outlet(wanted),
            "day": find_day(wanted.published),
            "is_current": self._supersede(home, text),
            "added": self._now,
            **count(entry.reading),
            **self._rows.take(entry.reading, key, entry.vectors),
        }
        self._connection.execute(insert(reading).values(row))
        return True

    def _add_article(self, wanted: Article) -> int:
        key = self._keys.take("article")
        self._connection.execute(insert(article).values(id=key, url=wanted.url))
        return key

    def _add_revision(self, home: int, wanted: Article) -> int:
        count_before = select(func.count()).select_from(revision).where(revision.c.article_id == home)
        names = ("title", "byline", "published", "retrieved", "language", "text")
        key = self._keys.take("revision")
        row = {
            "id": key,
            "article_id": home,
            "number": (self._connection.scalar(count_before) or 0) + 1,
            "key": wanted.id,
            "outlet_id": self._find_outlet(wanted),
            **{name: getattr(wanted, name) for name in names},
        }
        self._connection.execute(insert(revision).values(row))
        return key

    def _find_outlet(self, wanted: Article) -> int | None:
        return None if wanted.publisher is None else self._terms.outlets[(wanted.publisher,)]

    def _supersede(self, home: int, text: int) -> bool:
        """Tells whether a new reading is the current one of its article; the one before it then is not.

        It is, unless it reads an older revision than the newest one that has been read.
        """
        current = select(reading.c.id, reading.c.revision_id)
        current = current.where(reading.c.article_id == home, reading.c.is_current)
        before = self._connection.execute(current).one_or_none()
        if before is None:
            return True
        if before.revision_id > text:
            return False
        self._connection.execute(update(reading).where(reading.c.id == before.id).values(is_current=False))
        return True


def count(wanted: Reading) -> dict[str, Any]:
    """Counts what a reading holds, and its claims by the kind of their speakers."""
    kinds = Counter(attribution.speaker.kind for attribution in wanted.attributions)
    return {
        "claims": len(wanted.attributions),
        **{kind: kinds[kind] for kind in ("named", "role", "anonymous", "unresolved")},
        "figures": len(wanted.figures),
        "events": len(wanted.events),
        "places": len(wanted.places),
        "times": len(wanted.times),
        "actors": len(wanted.actors),
    }
