"""What the tests of the reader share: one loaded pipeline, and an invented article."""

from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reader import Reader, load

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
