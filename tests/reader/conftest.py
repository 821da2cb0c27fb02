"""What the tests of the reader share: one loaded pipeline, an invented article, and trees made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sayso.reader import Reader, load
from sayso.reader.figure.word import Words, list_words

ARTICLE = """\
The harbour bridge at Kilmore was closed on Tuesday after engineers found cracks in two of its piers.

“We could not leave it open for another night,” said Orla Devane, the harbour master. She told reporters that
the repairs would take at least six weeks.

According to the county council, 4,000 vehicles cross the bridge each day. A council spokesman denied that the
cracks had been known since March.

“My brother told me that the foreman said the steel was rotten,” a fisherman said.
""".strip()


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="session")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


@pytest.fixture(scope="session")
def plant() -> Callable[[str], Words]:
    """Makes the words of lines `word POS TAG head relation`, heads counted from 1 and 0 for a root.

    A label of an entity may follow the relation.
    """
    vocab = spacy.blank("en").vocab

    def build(lines: str) -> Words:
        rows = [line.split() for line in lines.strip().splitlines()]
        doc = Doc(
            vocab,
            words=[row[0] for row in rows],
            pos=[row[1] for row in rows],
            tags=[row[2] for row in rows],
            heads=[int(row[3]) - 1 if row[3] != "0" else i for i, row in enumerate(rows)],
            deps=["ROOT" if row[3] == "0" else row[4] for row in rows],
            ents=[f"B-{row[5]}" if len(row) > 5 else "O" for row in rows],
        )
        return list_words(doc)

    return build
