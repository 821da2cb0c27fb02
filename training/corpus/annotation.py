"""Annotations of this project's own, kept apart from the texts that they point into.

Each line of `training/annotation/*.jsonl` is an article: the corpus and the id by which its text is found, and
spans as [start, end) in characters of that text. They hold none of the text itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from training.corpus.document import Document, Event, Frame
from training.corpus.name import read_worldwide
from training.corpus.span import cut, to_tokens

FOLDER = Path(__file__).parents[1] / "annotation"


def read_annotations(data: Path, nlp: Language, folder: Path = FOLDER) -> Iterator[Document]:
    """Yields the annotated articles; those of Worldwide newswire carry their names as well.

    Args:
        data: folder of the corpora.
        nlp: pipeline whose tokenizer cuts the texts that come without tokens.
        folder: folder of the annotations.
    """
    wires = {d.id: d for d in read_worldwide(data / "worldwide-ner/train.bioes.tsv")}
    lines = (data / "wikinews/articles.jsonl").read_text("utf8").splitlines()
    texts = {row["url"]: row["text"] for row in map(json.loads, lines)}
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text("utf8").splitlines()):
            is_wire = row["corpus"] == "worldwide-ner"
            document = wires[row["id"]] if is_wire else cut(texts[row["id"]], nlp)
            document.id = row["id"]
            _annotate(document, row)
            yield document


def _annotate(document: Document, row: dict[str, Any]) -> None:
    """Adds events to a document, and attributions where they were annotated."""
    document.events = [_make_event(document, event) for event in row["events"]]
    if "attributions" in row:
        document.has_bare = True
        document.frames = [_make_frame(document, mark) for mark in row["attributions"]]


def _make_event(document: Document, row: dict[str, Any]) -> Event:
    (trigger,) = to_tokens(document, [row["trigger"]])
    actors, recipients = (to_tokens(document, row[role]) for role in ("actors", "recipients"))
    return Event(trigger, row["type"], row["factuality"], actors, recipients)


def _make_frame(document: Document, row: dict[str, Any]) -> Frame:
    source, cue, content = (to_tokens(document, row[role]) for role in ("source", "cue", "content"))
    anchor = (cue or content)[0][0]
    return Frame(anchor, not cue, source, cue, content, row["act"], row["speaker_kind"])
