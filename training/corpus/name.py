"""Named entities: Universal NER over EWT's sentences, and Worldwide newswire."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from training.corpus.document import Document


def read_uner(path: Path) -> dict[str, list[str]]:
    """Returns the BIO labels of each sentence by its id; labels of the draft (`OTH`, `B-O`) become `O`."""
    names: dict[str, list[str]] = {}
    current: list[str] = []
    for line in path.read_text("utf8").split("\n"):
        if line.startswith("# sent_id"):
            current = names.setdefault(line.partition("= ")[2], [])
        elif line and line[0] != "#":
            label = line.split("\t")[2]
            current.append("O" if label.endswith(("OTH", "-O")) else label)
    return names


def read_worldwide(path: Path) -> Iterator[Document]:
    """Yields one document per corpus document, its tokens joined by spaces.

    Blank lines end paragraphs there, not sentences, so they teach nothing of sentences.
    """
    doc_id, words, labels = "", list[str](), list[str]()
    for line in [*path.read_text("utf8").split("\n"), "# doc "]:
        if line.startswith("# doc "):
            if words:
                yield _build(doc_id, words, labels)
            doc_id, words, labels = line[6:], [], []
            continue
        cells = line.split("\t")
        if len(cells) < 2 or not cells[0].strip():
            continue
        words.append(cells[0].strip())
        labels.append(cells[1].strip())


def _build(doc_id: str, words: list[str], labels: list[str]) -> Document:
    offsets, at = [], 0
    for word in words:
        offsets.append((at, at + len(word)))
        at += len(word) + 1
    return Document(
        " ".join(words),
        np.array(offsets, dtype=np.int64),
        names=labels,
        id=doc_id,
    )
