"""What the tests of questions share: a ledger made by hand and one of the sample corpus, on each store."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sayso.ingest import ingest
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.question.meaning import Meanings
from sayso.model import Article, Reading
from sayso.reader import Embedded, embed_all
from tests.ledger.conftest import STORES
from tests.ledger.question.sample import VECTORS, VERSION, list_readings
from tests.ledger.server import Server

CORPUS = Path(__file__).parent.parent.parent.parent / "examples" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> list[Embedded]:
    """The readings of the sample corpus, with the vectors of their claims."""
    articles = [item for item in ingest([CORPUS]) if isinstance(item, Article)]
    return [item for item in embed_all(articles) if isinstance(item, Embedded)]


@pytest.fixture(scope="session", params=STORES)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Two addresses of empty ledgers on each store."""
    if request.param == "sqlite":
        paths = [tmp_path_factory.mktemp("asked") / "ledger.db" for _ in range(2)]
        for path in paths:
            shutil.copy(request.getfixturevalue("empty"), path)
        yield list(map(os.fspath, paths))
    else:
        server: Server = request.getfixturevalue("server")
        yield [server.create(request.getfixturevalue("template")) for _ in range(2)]


@pytest.fixture(scope="session")
def asked(place: list[str]) -> Iterator[Ledger]:
    """A ledger of articles made by hand."""
    with open_ledger(place[0]) as ledger:
        ledger.add_all(zip(list_readings(), VECTORS, strict=True), reader=VERSION)
        ledger.meanings = Meanings(lambda text: (np.array(list(map(int, text.split())), np.int8), VERSION))
        yield ledger


@pytest.fixture(scope="session")
def library(place: list[str], corpus: list[Embedded]) -> Iterator[Ledger]:
    """A ledger of the sample corpus."""
    with open_ledger(place[1]) as ledger:
        ledger.add_all(corpus)
        yield ledger


@pytest.fixture(scope="session")
def current(library: Ledger) -> list[Reading]:
    """The newest readings of the sample corpus."""
    return list(library.read_all())
