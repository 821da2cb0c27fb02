"""The evaluation of the CoNLL 2018 shared task, as its authors publish it, on raw text.

Words are aligned by their characters. A word is right if its aligned head is; LAS compares the universal part
of its relation only, so that nsubj:pass counts as nsubj.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from bench.accuracy.subject import Missing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in per cent, and the number of gold items."""

    precision: float
    recall: float
    f1: float
    gold: int


def evaluate(gold: str, system: str) -> dict[str, Score]:
    """Scores CoNLL-U against CoNLL-U of the same characters, white space apart.

    Raises:
        Missing: the evaluation is not installed.
        ValueError: the characters differ, or a file is malformed.
    """
    try:
        from udtools import udeval
    except ImportError as error:
        raise Missing("udtools is not installed; it is part of the extra `bench`") from error
    try:
        trees = [
            udeval.load_conllu(io.StringIO(text), name, {})
            for text, name in ((gold, "gold"), (system, "system"))
        ]
        scores = udeval.evaluate(*trees)
    except udeval.UDError as error:
        raise ValueError(str(error)) from error
    return {
        key: Score(100 * s.precision, 100 * s.recall, 100 * s.f1, s.gold_total)
        for key, s in scores.items()
        if s.gold_total is not None
    }


def filter_documents(text: str, is_wanted: Callable[[str], bool]) -> str:
    """Returns the documents of a CoNLL-U file whose id is wanted."""
    kept, keep = [], True
    for line in text.split("\n"):
        if line.startswith("# newdoc id"):
            keep = is_wanted(line.partition("= ")[2])
        if keep:
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n\n"


def write_conllu(doc: Doc, file: TextIO) -> None:
    """Writes a parsed Doc as CoNLL-U; tokens of white space are left out, what hangs on them moves up."""
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            file.writelines(_format_word(token, i, words, sentence) for i, token in enumerate(words, 1))
            file.write("\n")


def _format_word(token: Token, index: int, words: list[Token], sentence: Span) -> str:
    head = token.head
    while head.is_space and head.head.i != head.i and head in sentence:
        head = head.head
    place = {word.i: i for i, word in enumerate(words, 1)}
    number = 0 if head.i == token.i else place.get(head.i, 0)
    relation = (token.dep_ or "dep") if number else "root"
    cells = (index, token.text, "_", token.pos_ or "X", token.tag_ or "_", "_", number, relation, "_", "_")
    return "\t".join(map(str, cells)) + "\n"
