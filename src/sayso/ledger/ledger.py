"""Ledger: readings kept for good, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, and_, select

from sayso.ledger.correction.load import load_overlay
from sayso.ledger.correction.overlay import Overlay
from sayso.ledger.correction.row import list_corrected
from sayso.ledger.difference import Difference, compare_readings
from sayso.ledger.entry import Entry
from sayso.ledger.migration import migrate
from sayso.ledger.question.meaning import Meanings
from sayso.ledger.question.question import Questions
from sayso.ledger.record import find_reading, load_reading
from sayso.ledger.revision import Revision, find_article, find_revision, list_revisions
from sayso.ledger.schema import reader, reading, rejection
from sayso.ledger.store import Store
from sayso.ledger.writer import Writer
from sayso.model import Article, Reading, Rejection
from sayso.vocab import load_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.int8]


def open_ledger(address: str | Path) -> Ledger:
    """Opens a ledger, and makes it where there is none.

    Args:
        address: the path of an SQLite file, or `postgresql://user@host/database`, for which the extra
            `postgres` is needed.

    Raises:
        LedgerError: it cannot be opened (LDG001), holds something else (LDG002), is of a newer version of
            sayso (LDG003), or the driver is missing (LDG004).
    """
    store = Store(address)
    try:
        migrate(store)
    except BaseException:
        store.close()
        raise
    return Ledger(store)


class Ledger(Questions):
    """Readings, kept by article, revision and reader; nothing that is in it is ever overwritten.

    It closes at the end of a `with` block.

    Attributes:
        store: the database.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.meanings = Meanings()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections to the database."""
        self.store.close()

    def add(self, reading: Reading, vectors: Vectors | None = None, *, reader: str | None = None) -> bool:
        """Adds a reading in one transaction, unless the ledger has one of this article by this reader.

        Another text, title or date under the same URL is a new revision of the article.

        Args:
            reading: what was read.
            vectors: the meanings of its attributions in their order, as `Reader.embed` gives them, shape
                (attributions, width); without them the reading is not found by meaning.
            reader: version of the reader; this one's, if not given.

        Returns:
            Whether it was added.

        Raises:
            LedgerError: the reading cannot be stored (LDG005), or the ledger cannot be written (LDG001).
        """
        return self.add_all([(reading, vectors)], reader=reader) == 1

    def add_all(self, items: Iterable[tuple[Reading, Vectors | None]], *, reader: str | None = None) -> int:
        """Adds readings, several of them whole in each transaction; each is checked before any is written.

        Args:
            items: readings, each with its vectors or null.
            reader: version of the reader; this one's, if not given.

        Returns:
            How many were added; the others were there.

        Raises:
            LedgerError: a reading cannot be stored (LDG005), or the ledger cannot be written (LDG001). What
                was in earlier transactions stays.
        """
        batches = _cut(items, load_table("ledger")["batch_readings"])
        return sum(self.write([self.enter(*item, reader=reader) for item in batch]) for batch in batches)

    def enter(self, reading: Reading, vectors: Vectors | None = None, *, reader: str | None = None) -> Entry:
        """Checks a reading that is to be added by `write`; the arguments are those of `add`.

        Raises:
            LedgerError: the reading cannot be stored (LDG005).
        """
        entry = Entry(reading, None if vectors is None else vectors.tobytes(), reader or name_reader())
        entry.check()
        return entry

    def write(self, entries: Sequence[Entry]) -> int:
        """Adds checked readings in one transaction; all of them are there afterwards, or none is.

        Returns:
            How many were added; the others were there.

        Raises:
            LedgerError: the ledger cannot be written (LDG001).
        """
        if not entries:
            return 0
        with self.store.write() as connection:
            return Writer(connection).add(entries)

    def reject(self, rejections: Iterable[Rejection]) -> None:
        """Keeps why pieces of input did not become readings; one that is known is not kept again."""
        rejections = list(rejections)
        if rejections:
            with self.store.write() as connection:
                Writer(connection).reject(rejections)

    def read(self, address: str, *, revision: int | None = None) -> Reading:
        """Reads a reading back, equal to what was added: the newest one of a revision.

        Args:
            address: URL of the article, or the id of any of its revisions.
            revision: number of the revision; the newest one, if not given.

        Raises:
            LedgerError: the ledger holds no such article or revision (LDG007).
        """
        with self.store.read() as connection:
            return load_reading(connection, find_reading(connection, address, revision))

    def find(self, wanted: Article, *, reader: str | None = None) -> Reading | None:
        """Finds what a reader made of an article, or null where it has not read it yet.

        Args:
            wanted: the article.
            reader: version of the reader; this one's, if not given.
        """
        with self.store.read() as connection:
            key = _find_by_article(connection, wanted, reader or name_reader())
            return None if key is None else load_reading(connection, key)

    def knows(self, wanted: Article, *, reader: str | None = None) -> bool:
        """Tells whether a reader has read an article; the arguments are those of `find`."""
        with self.store.read() as connection:
            return _find_by_article(connection, wanted, reader or name_reader()) is not None

    def read_all(self) -> Iterator[Reading]:
        """Reads back the newest reading of each article, in the order in which they were added."""
        last = 0
        while True:
            with self.store.read() as connection:
                query = select(reading.c.id).where(reading.c.is_current, reading.c.id > last)
                key = connection.scalar(query.order_by(reading.c.id).limit(1))
                if key is None:
                    return
                found = load_reading(connection, key)
            yield found
            last = key

    def rejections(self) -> tuple[Rejection, ...]:
        """Lists what was rejected, in the order in which it was met."""
        query = select(rejection).order_by(rejection.c.id)
        names = ("path", "line", "code", "message", "hint")
        with self.store.read() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(Rejection(**{name: row[name] for name in names}) for row in rows)

    def revisions(self, address: str) -> tuple[Revision, ...]:
        """Lists the texts that an article has had, the oldest first; none where it is unknown.

        Args:
            address: URL of the article, or the id of any of its revisions.
        """
        with self.store.read() as connection:
            return list_revisions(connection, address)

    def compare(self, address: str, before: int | None = None, after: int | None = None) -> Difference:
        """Compares what two revisions of an article claim: the last two, if not told which.

        Args:
            address: URL of the article, or the id of any of its revisions.
            before: number of the older revision.
            after: number of the newer one.

        Raises:
            LedgerError: the ledger holds no such article or revision (LDG007).
        """
        numbers = [found.number for found in self.revisions(address)]
        after = after or max(numbers, default=1)
        before = before or max(after - 1, 1)
        old, new = self.read(address, revision=before), self.read(address, revision=after)
        same, changes = compare_readings(old, new)
        return Difference(before=before, after=after, same=same, changes=changes)

    def corrections(self, address: str) -> Overlay:
        """Shows what people say of the newest reading of an article, beside what the machine reads.

        Args:
            address: URL of the article, or the id of any of its revisions.

        Raises:
            LedgerError: the ledger holds no such article (LDG007).
        """
        with self.store.read() as connection:
            reading = load_reading(connection, find_reading(connection, address, None))
            return load_overlay(connection, reading)

    def all_corrections(self) -> Iterator[Overlay]:
        """Shows the newest reading of each article of which people said anything, as `corrections` does."""
        with self.store.read() as connection:
            keys = list_corrected(connection)
        for key in keys:
            with self.store.read() as connection:
                query = select(reading.c.id).where(reading.c.article_id == key, reading.c.is_current)
                found = load_reading(connection, connection.execute(query).scalar_one())
                overlay = load_overlay(connection, found)
            yield overlay

    def corrected(self, wanted: Reading) -> Reading:
        """Returns a reading as people corrected it; the one in the ledger stays as it is."""
        with self.store.read() as connection:
            return load_overlay(connection, wanted).corrected


def name_reader() -> str:
    """Returns the version of the reader that is installed."""
    from sayso.reader.version import name_version

    return name_version()


def _find_by_article(connection: Connection, wanted: Article, version: str) -> int | None:
    """Returns the key of the reading of an article by a reader, or null."""
    key = find_article(connection, wanted)
    found = None if key is None else find_revision(connection, key, wanted)
    if found is None:
        return None
    is_wanted = and_(reading.c.revision_id == found, reader.c.version == version)
    return connection.scalar(select(reading.c.id).join(reader).where(is_wanted))


def _cut(
    items: Iterable[tuple[Reading, Vectors | None]], size: int
) -> Iterator[list[tuple[Reading, Vectors | None]]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
