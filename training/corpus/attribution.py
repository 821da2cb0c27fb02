"""PolNeAR and the ledger gold: articles with attributions, cut by the reader's own tokenizer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from training.corpus.document import Document, Frame, Span


def read_polnear(path: Path, nlp: Language) -> Iterator[Document]:
    """Yields the articles of a PolNeAR file; the corpus marks no nesting and no content without a cue."""
    for line in path.read_text("utf8").splitlines():
        row = json.loads(line)
        document = _cut(row["text"], nlp)
        document.id = row["id"]
        frames = [_frame(document, a["source"], a["cue"], a["content"]) for a in row["attributions"]]
        document.frames = [f for f in frames if f]
        document.inside = _mark_inside(document)
        yield document


def read_gold(folder: Path, nlp: Language) -> Iterator[Document]:
    """Yields the articles of a folder of ledger gold, with nested attributions and those without a cue."""
    articles = {a["id"]: a for a in json.loads((folder / "articles.json").read_text("utf8"))}
    for path in sorted(folder.glob("*.json")):
        if path.name == "articles.json":
            continue
        gold = json.loads(path.read_text("utf8"))
        text = articles[gold["id"]]["text"]
        document = _cut(text, nlp)
        document.id, document.has_bare = gold["id"], True
        frames = [
            _frame(
                document, _locate(text, [a["source"]]), _locate(text, [a["cue"]]), _locate(text, a["content"])
            )
            for a in gold["attributions"]
        ]
        document.frames = [f for f in frames if f]
        yield document


def _locate(text: str, marks: list[Any]) -> list[Span]:
    """Finds spans that are written as strings, or as {"t": string, "n": occurrence}.

    Raises:
        ValueError: a string does not occur so often.
    """
    spans = []
    for mark in marks:
        if mark is None:
            continue
        string, n = (mark["t"], mark.get("n", 1)) if isinstance(mark, dict) else (mark, 1)
        at = -1
        for _ in range(n):
            at = text.index(string, at + 1)
        spans.append((at, at + len(string)))
    return spans


def _cut(text: str, nlp: Language) -> Document:
    doc = nlp.make_doc(text)
    offsets = [(t.idx, t.idx + len(t)) for t in doc if not t.is_space]
    return Document(text, np.array(offsets, dtype=np.int64).reshape(-1, 2))


def _to_tokens(document: Document, spans: list[Any]) -> tuple[Span, ...]:
    """Widens character spans to whole tokens."""
    found = []
    for start, end in spans:
        first = int(np.searchsorted(document.tokens[:, 1], start, side="right"))
        last = int(np.searchsorted(document.tokens[:, 0], end, side="left"))
        if first < last:
            found.append((first, last))
    return tuple(sorted(found))


def _frame(document: Document, source: list[Any], cue: list[Any], content: list[Any]) -> Frame | None:
    roles = [_to_tokens(document, spans) for spans in (source, cue, content)]
    if not roles[2]:
        return None
    anchor = (roles[1] or roles[2])[0][0]
    return Frame(anchor, not roles[1], *roles)


def _mark_inside(document: Document) -> Any:
    inside = np.zeros(len(document.tokens), dtype=bool)
    anchors = {f.anchor for f in document.frames or ()}
    for frame in document.frames or ():
        for start, end in frame.content:
            inside[start:end] = True
    inside[list(anchors)] = False
    return inside
