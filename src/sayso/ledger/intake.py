"""Intake: articles on their way into a ledger; what it has already is taken from it and not read again."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from sayso.errors import LedgerError
from sayso.ledger.entry import Entry
from sayso.ledger.ledger import Ledger
from sayso.model import Article, Reading, Rejection
from sayso.vocab import load_table

if TYPE_CHECKING:
    from sayso.ledger.ledger import Vectors


class Intake:
    """Reads articles into a ledger.

    A run that ends early, for whatever reason but a kill, has kept all that it gave back; after a kill the
    same run goes on where the last batch ended.

    Attributes:
        added: readings that were added.
        known: readings that the ledger had.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.added = 0
        self.known = 0
        self._ledger = ledger
        self._entries: list[Entry] = []
        # For each article that was taken: itself where the ledger knows it, null where it is being read.
        self._taken: deque[Article | None] = deque()

    def read(
        self, articles: Iterable[Article], processes: int = 1
    ) -> Generator[Reading | Rejection, None, None]:
        """Gives the reading of each article in their order; one that cannot be read or kept is a rejection.

        Raises:
            LedgerError: the ledger cannot be read or written (LDG001).
            ModelError: the weights cannot be read (MDL001).
            ReadError: processes are lost again and again before they read anything (RDR003).
        """
        from sayso.reader import embed_all

        unknown = self._sift(articles)
        first = next(unknown, None)
        try:
            if first is not None:  # else the weights are not loaded
                for item in embed_all(chain((first,), unknown), processes):
                    yield from self._recall()
                    self._taken.popleft()
                    yield item if isinstance(item, Rejection) else self._keep(*item)
            yield from self._recall()
        finally:
            self._write()

    def _sift(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Passes on what the ledger does not know."""
        for article in articles:
            is_known = self._ledger.knows(article)
            self._taken.append(article if is_known else None)
            if not is_known:
                yield article

    def _recall(self) -> Iterator[Reading]:
        """Gives what the ledger knows of the articles that are next in turn."""
        while self._taken and (article := self._taken[0]) is not None:
            self._taken.popleft()
            if (known := self._ledger.find(article)) is not None:  # nothing is ever taken out of a ledger
                self.known += 1
                yield known

    def _keep(self, reading: Reading, vectors: Vectors) -> Reading | Rejection:
        """Keeps a reading for the next batch, or tells why the ledger cannot hold it."""
        try:
            self._entries.append(self._ledger.enter(reading, vectors))
        except LedgerError as error:
            return Rejection.of(error, path=reading.article.url or reading.article.id)
        if len(self._entries) >= load_table("ledger")["batch_readings"]:
            self._write()
        return reading

    def _write(self) -> None:
        entries, self._entries = self._entries, []
        self.added += self._ledger.write(entries)
