"""Admission: what every text must pass before it becomes an article, whatever form it came in."""

from __future__ import annotations

import re

from sayso.errors import IngestError
from sayso.ingest.encoding import surrogate
from sayso.ingest.language import find_language
from sayso.model import Article
from sayso.vocab import load_table

_SURROGATE = re.compile("[\ud800-\udfff]")


def admit(text: str, *, id: str | None = None, **facts: str | None) -> Article:
    """Makes the article of a text that can be read.

    Args:
        text: the text, which is kept character for character.
        id: an identifier of the caller, or null for a hash.
        facts: what is known of the article, see `Article.of`; `language` is found out where it is not given.

    Raises:
        IngestError: there is no text (ING004), it is not English (ING005), a line is too long (ING006), or a
            surrogate stands alone in it or in a fact (ING011).
    """
    check_characters(text)
    _check_lines(text)
    for fact in (id, *facts.values()):
        if fact is not None and _SURROGATE.search(fact):
            raise surrogate()
    facts["language"] = find_language(text, facts.get("language"))
    return Article.of(text, id=id, **facts)


def check_characters(text: str) -> None:
    """Refuses characters that are only white space (ING004) or hold a lone surrogate (ING011)."""
    if not text.strip():
        raise IngestError("ING004", "there is no text, or only white space", "give an article with text")
    if _SURROGATE.search(text):
        raise surrogate()


def _check_lines(text: str) -> None:
    limit: int = load_table("limit")["line_characters"]
    if len(text) > limit and (longest := max(map(len, text.split("\n")))) > limit:
        raise IngestError(
            "ING006",
            f"one line has {longest:,} characters; at most {limit:,} are read",
            "give one paragraph a line; a file without line breaks is rarely an article",
        )
