"""Articles with gold attributions, as the scorer understands them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.model import Article

POLNEAR = "polnear/dev.jsonl"
GOLD = "gold/dev"


@dataclass(frozen=True, slots=True)
class Sample:
    """An article and its gold attributions: dictionaries with span lists S (source), Q (cue), C (content)."""

    article: Article
    gold: list[dict[str, Any]]


def read_samples(path: Path, scorer: Any) -> Iterator[Sample]:
    """Yields the articles of a JSONL file of PolNeAR's form, or of a folder of ledger gold.

    Args:
        path: the file or the folder.
        scorer: the scorer as a module; it locates the spans of ledger gold.
    """
    yield from _read_folder(path, scorer) if path.is_dir() else _read_lines(path)


def _read_lines(path: Path) -> Iterator[Sample]:
    for line in path.read_text("utf8").splitlines():
        row = json.loads(line)
        gold = [{"S": a["source"], "Q": a["cue"], "C": a["content"]} for a in row["attributions"]]
        yield Sample(_make_article(row), gold)


def _read_folder(folder: Path, scorer: Any) -> Iterator[Sample]:
    articles = {a["id"]: a for a in json.loads((folder / "articles.json").read_text("utf8"))}
    for path in sorted(folder.glob("*.json")):
        if path.name == "articles.json":
            continue
        row = json.loads(path.read_text("utf8"))
        article = articles[row["id"]]
        text = article["text"]
        gold = [
            {
                "S": scorer.locate(text, a["source"]),
                "Q": scorer.locate(text, a["cue"]),
                "C": [span for content in a["content"] for span in scorer.locate(text, content)],
            }
            for a in row["attributions"]
        ]
        yield Sample(_make_article(article), gold)


def _make_article(row: dict[str, Any]) -> Article:
    facts = {key: row.get(key) for key in ("url", "publisher", "title", "published")}
    return Article.of(row["text"], id=row["id"], **facts)
