"""Reader: articles in, readings out, one at a time or many in several processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import ReadError, SaysoError
from sayso.model import Article, Reading, Rejection

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 10_000_000
"""A text of more characters than this is not read."""
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
    nlp.max_length = LONGEST
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
        if len(article.text) > LONGEST:
            raise ReadError(
                "RDR002",
                f"the text has {len(article.text):,} characters, more than {LONGEST:,}",
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
        processes: how many processes read; 1 reads in this one.
    """
    if processes == 1:
        reader = load_reader()
        yield from (_read_or_reject(reader, article) for article in articles)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(processes, get_context("spawn"), _start_worker) as pool:
        waiting: deque[Future[Reading | Rejection]] = deque()
        for article in articles:
            waiting.append(pool.submit(_work, article))
            if len(waiting) >= AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_workers: list[Reader] = []


def _start_worker() -> None:
    _workers.append(load_reader())


def _work(article: Article) -> Reading | Rejection:
    return _read_or_reject(_workers[0], article)


def _read_or_reject(reader: Reader, article: Article) -> Reading | Rejection:
    try:
        return reader.read(article)
    except SaysoError as error:
        return Rejection.of(error, path=article.url or article.id)
