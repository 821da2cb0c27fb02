"""PolNeAR and the ledger gold: articles with attributions, cut by the reader's own tokenizer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from training.corpus.document import Document, Frame
from training.corpus.event import read_counts, read_events
from training.corpus.span import cut, locate, to_tokens


def read_polnear(path: Path, nlp: Language) -> Iterator[Document]:
    """Yields the articles of a PolNeAR file; the corpus marks no nesting and no content without a cue."""
    for line in path.read_text("utf8").splitlines():
        row = json.loads(line)
        document = cut(row["text"], nlp)
        document.id = row["id"]
        frames = [_frame(document, a["source"], a["cue"], a["content"]) for a in row["attributions"]]
        document.frames = [f for f in frames if f]
        document.inside = _mark_inside(document)
        yield document


def read_gold(folder: Path, nlp: Language) -> Iterator[Document]:
    """Yields the articles of a folder of ledger gold; attributions may be nested or lack a cue."""
    articles = {a["id"]: a for a in json.loads((folder / "articles.json").read_text("utf8"))}
    for path in sorted(folder.glob("*.json")):
        if path.name == "articles.json":
            continue
        gold = json.loads(path.read_text("utf8"))
        document = cut(articles[gold["id"]]["text"], nlp)
        document.id, document.has_bare = gold["id"], True
        frames = [_gold_frame(document, a) for a in gold["attributions"]]
        document.frames = [f for f in frames if f]
        document.events = list(read_events(document, gold.get("events", [])))
        document.counts = list(read_counts(document, gold.get("figures", [])))
        yield document


def _gold_frame(document: Document, row: dict[str, Any]) -> Frame | None:
    marks = ([row["source"]], [row["cue"]], row["content"])
    frame = _frame(document, *(locate(document.text, m) for m in marks))
    return frame and replace(frame, act=row.get("act", ""), speaker_kind=row.get("speaker_kind", ""))


def _frame(document: Document, source: list[Any], cue: list[Any], content: list[Any]) -> Frame | None:
    roles = [to_tokens(document, spans) for spans in (source, cue, content)]
    if not roles[2]:
        return None
    anchor = (roles[1] or roles[2])[0][0]
    return Frame(anchor, not roles[1], roles[0], roles[1], roles[2])


def _mark_inside(document: Document) -> Any:
    inside = np.zeros(len(document.tokens), dtype=bool)
    anchors = {f.anchor for f in document.frames or ()}
    for frame in document.frames or ():
        for start, end in frame.content:
            inside[start:end] = True
    inside[list(anchors)] = False
    return inside
