"""Reader: articles in, readings out, one at a time or many in several processes."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import ReadError, SaysoError
from sayso.model import Article, Reading, Rejection
from sayso.vocab import load_table

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.connection import Connection

    from spacy.language import Language

AHEAD = 8
"""How many articles wait for each process, so that none idles and none of the input piles up."""


def load(folder: Path | None = None, threads: int = 1) -> Language:
    """Loads a blank English spaCy pipeline with the component `sayso`.

    Args:
        folder: folder of other weights than the shipped ones.
        threads: how many threads the encoder may use.
    """
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = _get_limit()
    nlp.add_pipe("sayso", config={"folder": None if folder is None else str(folder), "threads": threads})
    return nlp


def load_reader(folder: Path | None = None, threads: int = 1) -> Reader:
    """Loads a reader; it can be used for any number of articles.

    Args:
        folder: folder of other weights than the shipped ones.
        threads: how many threads the encoder may use.

    Raises:
        ModelError: the weights cannot be read (MDL001).
    """
    return Reader(load(folder, threads))


@cache
def share_reader() -> Reader:
    """Returns the reader of this process, on the shipped weights, loaded when it is first asked for.

    Raises:
        ModelError: the weights cannot be read (MDL001).
    """
    return load_reader()


class Reader:
    """Reads articles with one loaded pipeline.

    Attributes:
        nlp: the spaCy pipeline.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def read(self, article: Article) -> Reading:
        """Reads one article.

        Raises:
            ReadError: its text is too long (RDR002), or reading failed in a way that nobody foresaw (RDR001).
        """
        limit = _get_limit()
        if len(article.text) > limit:
            raise ReadError(
                "RDR002",
                f"the text has {len(article.text):,} characters, more than {limit:,}",
                "split it into articles",
            )
        try:
            doc = self.nlp(article.text)
            return Reading(article=article, attributions=doc._.attributions)
        except SaysoError:
            raise
        except Exception as error:
            raise ReadError(
                "RDR001",
                f"reading failed ({type(error).__name__}: {error})",
                "please report this with the article",
            ) from error


def read_all(articles: Iterable[Article], processes: int = 1) -> Iterator[Reading | Rejection]:
    """Reads articles in their order; one that cannot be read becomes a rejection.

    Args:
        articles: any number of articles; few more than are being read are held at a time.
        processes: how many processes read; 1 reads in this one. When one of them is killed, the articles that
            were waiting become rejections (RDR003) and new processes read the rest.

    Raises:
        ModelError: the weights cannot be read (MDL001).
        ReadError: processes are lost again and again before they read anything (RDR003).
    """
    if processes == 1:
        reader = share_reader()
        yield from (_read_or_reject(reader, article) for article in articles)
        return
    load_reader()  # so that weights that cannot be read end the run here, with their own error
    crew = _Crew(processes)
    try:
        yield from crew.read(articles)
    finally:
        crew.dismiss()


class _Crew:
    """Processes that read, replaced by new ones when one of them is lost."""

    def __init__(self, processes: int) -> None:
        from multiprocessing import get_context

        self._processes = processes
        self._context = get_context("spawn")
        self._far_end, self._leash = self._context.Pipe(duplex=False)
        self._waiting: deque[tuple[Article, Future[Reading | Rejection]]] = deque()
        self._pool = self._hire()

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Rejection]:
        """Reads articles in their order, and gives each result as soon as those before it are given."""
        from concurrent.futures.process import BrokenProcessPool

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
        from concurrent.futures import ProcessPoolExecutor

        self._has_read = False
        return ProcessPoolExecutor(self._processes, self._context, _start_worker, (self._far_end,))

    def _submit(self, article: Article) -> None:
        with _hold_interrupts():
            future = self._pool.submit(_work, article)
        self._waiting.append((article, future))

    def _give(self) -> Reading | Rejection:
        """Waits for the result of the article that has waited longest."""
        from concurrent.futures.process import BrokenProcessPool

        article, future = self._waiting.popleft()
        try:
            result = future.result()
        except BrokenProcessPool:
            return _reject(_tell_loss(), article)
        self._has_read = True
        return result

    def _give_all(self) -> Iterator[Reading | Rejection]:
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
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(far_end,), daemon=True).start()


def _end_with(far_end: Connection) -> None:
    with suppress(EOFError, OSError):
        far_end.recv_bytes()
    os._exit(1)


def _work(article: Article) -> Reading | Rejection:
    return _read_or_reject(share_reader(), article)


def _read_or_reject(reader: Reader, article: Article) -> Reading | Rejection:
    try:
        return reader.read(article)
    except SaysoError as error:
        return _reject(error, article)


def _reject(error: SaysoError, article: Article) -> Rejection:
    return Rejection.of(error, path=article.url or article.id)


def _tell_loss() -> ReadError:
    return ReadError(
        "RDR003",
        "a reading process was lost, perhaps for want of memory",
        "read it again with fewer processes",
    )


def _get_limit() -> int:
    """Returns the greatest number of characters that are read."""
    limit: int = load_table("limit")["reader_characters"]
    return limit
