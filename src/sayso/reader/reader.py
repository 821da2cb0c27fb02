"""Reader: articles in, readings out, one at a time or many in several processes."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.errors import ReadError, SaysoError
from sayso.model import Article, Reading, Rejection
from sayso.vocab import load_table

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from sayso.reader.vector import Vectors


class Embedded(NamedTuple):
    """A reading with the meanings of its claims, from one pass of the encoder.

    Attributes:
        reading: what was read.
        vectors: one for each attribution, in their order, shape (attributions, width), see `reader.vector`.
    """

    reading: Reading
    vectors: Vectors


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
        return self._read(article)[0]

    def embed(self, article: Article) -> Embedded:
        """Reads one article, and says what each of its claims means.

        Raises:
            ReadError: as for `read`.
        """
        from sayso.reader.vector import embed_claims

        reading, doc = self._read(article)
        return Embedded(reading, embed_claims(doc, reading.attributions))

    def embed_text(self, text: str) -> Vectors:
        """Returns the vector of a text that claims are searched by, shape (width,)."""
        from sayso.reader.vector import embed_words

        component: Any = self.nlp.get_pipe("sayso")
        return embed_words(component, self.nlp.make_doc(text))

    def _read(self, article: Article) -> tuple[Reading, Doc]:
        """Reads one article; returns the Doc that it was read from as well."""
        from sayso.reader.event import find_events
        from sayso.reader.figure import find_figures
        from sayso.reader.figure.word import list_words
        from sayso.reader.place import find_places
        from sayso.reader.relation import find_relations
        from sayso.reader.scope import Setting
        from sayso.reader.time import find_times

        _check_length(article)
        try:
            doc = self.nlp(article.text)
            attributions, published = doc._.attributions, article.published
            times, places = find_times(doc, published), find_places(doc)
            words, setting = list_words(doc), Setting(attributions, times, places, published)
            figures = find_figures(words, setting)
            events = find_events(words, doc._.events, setting)
            reading = Reading(
                article=article,
                attributions=attributions,
                figures=figures,
                events=events,
                times=times,
                places=places,
                actors=doc._.actors,
                relations=find_relations(doc, attributions, figures, places),
            )
            return reading, doc
        except SaysoError:
            raise
        except Exception as error:
            raise ReadError(
                "RDR001",
                f"reading failed ({type(error).__name__}: {error})",
                "please report this with the article",
            ) from error


def read_all(articles: Iterable[Article], processes: int = 1) -> Generator[Reading | Rejection, None, None]:
    """Reads articles in their order; one that cannot be read becomes a rejection.

    Args:
        articles: any number of articles; few more than are being read are held at a time.
        processes: how many processes read; 1 reads in this one. When one of them is killed, the articles that
            were waiting become rejections (RDR003) and new processes read the rest.

    Raises:
        ModelError: the weights cannot be read (MDL001).
        ReadError: processes are lost again and again before they read anything (RDR003).
    """
    with closing(embed_all(articles, processes)) as items:
        for item in items:
            yield item if isinstance(item, Rejection) else item.reading


def embed_all(articles: Iterable[Article], processes: int = 1) -> Generator[Embedded | Rejection, None, None]:
    """Reads articles as `read_all` does, and says what each claim means."""
    if processes == 1:
        reader = share_reader()
        yield from (embed_or_reject(reader, article) for article in articles)
        return
    load_reader()  # so that weights that cannot be read end the run here, with their own error
    from sayso.reader.crew import Crew

    crew = Crew(processes)
    try:
        yield from crew.read(articles)
    finally:
        crew.dismiss()


def embed_or_reject(reader: Reader, article: Article) -> Embedded | Rejection:
    """Reads an article, or tells why it cannot be read."""
    try:
        return reader.embed(article)
    except SaysoError as error:
        return reject(error, article)


def reject(error: SaysoError, article: Article) -> Rejection:
    """Makes the rejection of an article that an error stands for."""
    return Rejection.of(error, path=article.url or article.id)


def _check_length(article: Article) -> None:
    limit = _get_limit()
    if len(article.text) > limit:
        raise ReadError(
            "RDR002",
            f"the text has {len(article.text):,} characters, more than {limit:,}",
            "split it into articles",
        )


def _get_limit() -> int:
    """Returns the greatest number of characters that are read."""
    limit: int = load_table("limit")["reader_characters"]
    return limit
