"""PLV: sentences with the PLOVER type of their main event and with its source and target marked."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from training.corpus.document import Document, Root, Span
from training.corpus.span import cut, to_tokens

FOLDS = 5
"""One in so many sentences is held out."""
RENAMED = {"YIELD": "CONCEDE"}
"""Types that the annotation guide, after PLOVER of 2021, calls otherwise."""
_TAG = re.compile(r"<(/?)([st])>")


def read_plv(path: Path, nlp: Language, held_out: bool = False) -> Iterator[Document]:
    """Yields the sentences that are trained on, or those that are held out, one for each marked pair.

    A sentence that occurs with several pairs is on one side with all of them.
    """
    for line in path.read_text("utf8").splitlines():
        row = json.loads(line)
        if (zlib.crc32(row["sentence"].encode()) % FOLDS == 0) != held_out:
            continue
        text, marks = _read_marks(row["marked_sentence"])
        document = cut(text, nlp)
        document.id = row["sentence_id"]
        roles = {name: to_tokens(document, spans[:1]) for name, spans in marks.items()}
        source, target = (next(iter(roles[name]), None) for name in "st")
        document.root = Root(RENAMED.get(row["gold_root"], row["gold_root"]), source, target)
        yield document


def _read_marks(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """Takes the tags out of a sentence and returns the spans that they enclosed."""
    marks: dict[str, list[Span]] = {"s": [], "t": []}
    opened: dict[str, int] = {}
    text, at = "", 0
    for tag in _TAG.finditer(marked):
        text, at = text + marked[at : tag.start()], tag.end()
        closes, name = tag.groups()
        if not closes:
            opened[name] = len(text)
        elif name in opened:
            marks[name].append((opened.pop(name), len(text)))
    return text + marked[at:], marks
