"""Source: the real readings that a benchmark of the ledger starts from, read once and kept in a folder."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.ledger.derive import Source
from sayso.model import Article, Rejection

CORPORA = ("wikinews/articles.jsonl", "gva/dev.jsonl", "gva/train.jsonl")
LONGEST = 60_000
"""Characters; longer pages are no articles."""


def read_sources(data: Path, count: int, cache: Path | None) -> list[Source]:
    """Reads real articles.

    Args:
        data: folder of the corpora.
        count: how many articles.
        cache: folder that keeps the readings for the next time, or null.
    """
    from sayso.reader import embed_all
    from sayso.reader.version import name_version

    kept = None if cache is None else cache / f"{name_version()}-{count}.pickle"
    if kept is not None and kept.exists():
        found: list[Source] = pickle.loads(kept.read_bytes())
        return found
    items = embed_all(islice(_list_articles(data), count))
    sources = [Source(*item) for item in items if not isinstance(item, Rejection)]
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(sources))
    return sources


def choose_typical(sources: list[Source]) -> list[Source]:
    """Chooses those of about 600 words with about ten claims."""
    return [
        source
        for source in sources
        if 500 <= len(source.reading.article.text.split()) <= 700
        and 7 <= len(source.reading.attributions) <= 13
    ]


def _list_articles(data: Path) -> Iterator[Article]:
    for corpus in CORPORA:
        for line in (data / corpus).read_text("utf8").splitlines():
            row = json.loads(line)
            if len(row["text"]) <= LONGEST:
                facts = {name: row.get(name) for name in ("url", "publisher", "title")}
                yield Article.of(row["text"], published=row.get("published") or row.get("dct"), **facts)
