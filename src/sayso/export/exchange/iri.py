"""IRI: what articles and the records in them are called outside of a reading."""

from __future__ import annotations

import re
from urllib.parse import quote

from sayso.model import Article, Span

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def name_article(article: Article) -> str:
    """Returns the article's address, or a URN of its id where it has none that is an IRI."""
    if article.url is not None and _ABSOLUTE.fullmatch(article.url):
        return article.url
    return name_text(article)


def name_text(article: Article) -> str:
    """Returns a URN for the text of an article as it was read, whatever stands at its address."""
    return f"urn:x-sayso:{quote(article.id, safe='')}"


def name_record(article: Article, id: str) -> str:
    """Returns a URN for an attribution, figure, event, time, place or actor of an article."""
    return f"{name_text(article)}:{quote(id, safe='')}"


def name_span(article: Article, span: Span) -> str:
    """Returns a URN for some characters of the text; the fragment is that of RFC 5147 for plain text."""
    return f"{name_text(article)}#char={span.start},{span.end}"
