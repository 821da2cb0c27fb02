"""What a peer is: a tool that finds quotations in a parsed Doc, and the words of the Doc that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Claim = dict[str, Any]
"""An attribution as the scorer takes it: span lists S (source), Q (cue) and C (content)."""
Find = Callable[["Doc"], list[Claim]]


class Absent(Exception):
    """A peer cannot run here; the message says why."""


class GaveUp(Exception):
    """A peer refuses an article; the message is its reason."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool to compare with.

    Attributes:
        name: as the table shows it.
        load: returns what finds claims in a Doc, or raises Absent.
    """

    name: str
    load: Callable[[], Find]


def load_lemmatizer() -> Callable[[Doc], None]:
    """Returns a function that gives verbs their lemma, which peers look up in their lists of verbs."""
    try:
        from lemminflect import getLemma
    except ImportError as error:
        raise Absent("lemminflect is not installed; it is part of the extra `bench`") from error

    def lemmatise(doc: Doc) -> None:
        for token in doc:
            found = getLemma(token.lower_, "VERB") if token.pos_ == "VERB" else ()
            token.lemma_ = found[0] if found else token.lower_

    return lemmatise


def join_tokens(tokens: Iterable[Token], starts: list[int], shift: int = 0) -> list[tuple[int, int]]:
    """Returns the span from the first to the last of some tokens.

    Args:
        tokens: tokens of the article's Doc, or of one made from a stretch of it.
        starts: offset of each token of the article.
        shift: index in the article of the first token of the stretch.
    """
    chosen = sorted((token.i, len(token)) for token in tokens)
    (first, _), (last, length) = chosen[0], chosen[-1]
    return [(starts[first + shift], starts[last + shift] + length)]


def make_claims(triples: Iterable[Any], starts: list[int], shift: int = 0) -> Iterator[Claim]:
    """Turns triples of speaker, cue and content into claims."""
    for triple in triples:
        speaker, cue, content = (join_tokens(part, starts, shift) for part in triple)
        yield {"S": speaker, "Q": cue, "C": content}
