"""Crew: processes that read side by side, replaced when one of them is lost."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread

from sayso.errors import ReadError
from sayso.model import Article, Rejection
from sayso.reader.reader import Embedded, embed_or_reject, reject, share_reader

AHEAD = 8
"""How many articles wait for each process, so that none idles and none of the input piles up."""


class Crew:
    """Processes that read, replaced by new ones when one of them is lost."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._context = get_context("spawn")
        self._far_end, self._leash = self._context.Pipe(duplex=False)
        self._waiting: deque[tuple[Article, Future[Embedded | Rejection]]] = deque()
        self._pool = self._hire()

    def read(self, articles: Iterable[Article]) -> Iterator[Embedded | Rejection]:
        """Reads articles in their order, and gives each result as soon as those before it are given."""
        for article in articles:
            try:
                self._submit(article)
            except BrokenProcessPool as error:
                yield from self._give_all()
                if not self._has_read:
                    raise _tell_loss() from error
                self._pool.shutdown(wait=False)
                self._pool = self._hire()
                self._submit(article)
            while len(self._waiting) >= AHEAD * self._processes or (
                self._waiting and self._waiting[0][1].done()
            ):
                yield self._give()
        yield from self._give_all()

    def dismiss(self) -> None:
        """Ends the processes at once, whatever they are reading."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._leash.close()
        self._far_end.close()

    def _hire(self) -> ProcessPoolExecutor:
        self._has_read = False
        return ProcessPoolExecutor(self._processes, self._context, _start_worker, (self._far_end,))

    def _submit(self, article: Article) -> None:
        with _hold_interrupts():
            future = self._pool.submit(_work, article)
        self._waiting.append((article, future))

    def _give(self) -> Embedded | Rejection:
        """Waits for the result of the article that has waited longest."""
        article, future = self._waiting.popleft()
        try:
            result = future.result()
        except BrokenProcessPool:
            return reject(_tell_loss(), article)
        self._has_read = True
        return result

    def _give_all(self) -> Iterator[Embedded | Rejection]:
        while self._waiting:
            yield self._give()


@contextmanager
def _hold_interrupts() -> Iterator[None]:
    """Holds Ctrl-C back for a moment; a process that starts in it inherits this and never hears of Ctrl-C."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker(far_end: Connection) -> None:
    """Leaves Ctrl-C to the parent, and ties this process to it.

    Args:
        far_end: end of a pipe that closes when the parent lets go or dies.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(far_end,), daemon=True).start()


def _end_with(far_end: Connection) -> None:
    with suppress(EOFError, OSError):
        far_end.recv_bytes()
    os._exit(1)


def _work(article: Article) -> Embedded | Rejection:
    return embed_or_reject(share_reader(), article)


def _tell_loss() -> ReadError:
    return ReadError(
        "RDR003",
        "a reading process was lost, perhaps for want of memory",
        "read it again with fewer processes",
    )
