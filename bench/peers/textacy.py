"""textacy's direct quotations: pairs of quotation marks, and a verb of its own list near by with a subject.

It gives up on a text in which the number of marks is odd. So it also runs paragraph by paragraph, where one
lost mark costs it one paragraph and not the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bench.peers.peer import Absent, Claim, Find, GaveUp, Peer, load_lemmatizer, make_claims

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def _load_extractor() -> Callable[[Doc], Iterable[Any]]:
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError as error:
        raise Absent("textacy is not installed; it is part of the extra `bench`") from error
    extract: Callable[[Doc], Iterable[Any]] = direct_quotations
    return extract


def _load_whole() -> Find:
    extract, lemmatise = _load_extractor(), load_lemmatizer()

    def find(doc: Doc) -> list[Claim]:
        lemmatise(doc)
        try:
            return list(make_claims(extract(doc), [token.idx for token in doc]))
        except ValueError as error:
            raise GaveUp(str(error)) from error

    return find


def _load_paragraphs() -> Find:
    extract, lemmatise = _load_extractor(), load_lemmatizer()

    def find(doc: Doc) -> list[Claim]:
        lemmatise(doc)
        starts = [token.idx for token in doc]
        claims: list[Claim] = []
        for paragraph in split_paragraphs(doc):
            try:
                claims += make_claims(extract(paragraph.as_doc()), starts, paragraph.start)
            except ValueError:
                continue
        return claims

    return find


def split_paragraphs(doc: Doc) -> Iterator[Span]:
    """Yields the stretches of a Doc between tokens that break the line."""
    breaks = [-1, *(token.i for token in doc if token.is_space and "\n" in token.text), len(doc)]
    yield from (doc[a + 1 : b] for a, b in pairwise(breaks) if b > a + 1)


PEERS = (Peer("textacy", _load_whole), Peer("textacy by paragraph", _load_paragraphs))
