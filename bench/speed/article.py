"""Articles of one length, made of the paragraphs of others, so that articles a second can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from sayso.model import Article

CORPUS = Path(__file__).parents[2] / "examples" / "corpus"
WORDS = 600


def load_texts(path: Path | None) -> list[str]:
    """Loads the texts of a JSONL file of articles, or those of the sample corpus."""
    if path is not None:
        return [json.loads(line)["text"] for line in path.read_text("utf8").splitlines() if line.strip()]
    from sayso.ingest import ingest

    return [item.text for item in ingest([CORPUS]) if isinstance(item, Article)]


def make_articles(texts: Sequence[str], count: int, words: int = WORDS) -> list[str]:
    """Makes texts of about so many words, cut and joined at the ends of paragraphs.

    The paragraphs are taken in their order, over and over where they do not suffice.
    """
    paragraphs = [p.strip() for text in texts for p in text.split("\n\n") if p.strip()]
    if not paragraphs:
        raise ValueError("the texts hold no paragraph")
    made = _join(cycle(paragraphs), words)
    return [next(made) for _ in range(count)]


def _join(paragraphs: Iterator[str], words: int) -> Iterator[str]:
    """Ends an article where one paragraph more would take it further from its length."""
    held: list[str] = []
    size = 0
    for paragraph in paragraphs:
        more = count_words(paragraph)
        if held and abs(size + more - words) > abs(size - words):
            yield "\n\n".join(held)
            held, size = [], 0
        held.append(paragraph)
        size += more


def count_words(text: str) -> int:
    """Counts words, which are what white space separates."""
    return len(text.split())
