"""Head: title, outlet and date of an article, with what is unknown told as such."""

from __future__ import annotations

import re

from sayso.export.printable import flatten
from sayso.model import Article

_DATETIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)?")


def tell_title(article: Article) -> str:
    """Returns the headline, or that there is none."""
    return flatten(article.title or "") or "untitled"


def tell_facts(article: Article) -> tuple[str, ...]:
    """Returns outlet, date, and the byline where there is one."""
    byline = flatten(article.byline or "")
    return (
        flatten(article.publisher or "") or "unresolved outlet",
        _tell_date(article.published),
        *([byline] if byline else []),
    )


def _tell_date(published: str | None) -> str:
    """Returns the date as the eye reads it: 2026-04-09 22:41 +06:00."""
    text = flatten(published or "") or "undated"
    match = _DATETIME.fullmatch(text)
    if match is None:
        return text
    day, time, offset = match.groups()
    return " ".join(filter(None, (day, time, "UTC" if offset == "Z" else offset)))
