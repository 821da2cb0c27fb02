"""What the tests of the exchange formats share."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ingest import ingest
from sayso.model import Article, Reading
from sayso.reader import load_reader
from tests.export.exchange.sample import make_sample

CORPUS = Path(__file__).parents[3] / "examples" / "corpus"


@pytest.fixture
def sample() -> Reading:
    """A reading made by hand of an invented article."""
    sample = make_sample()
    sample.validate()
    return sample


@pytest.fixture(scope="session")
def corpus() -> tuple[Reading, ...]:
    """The sample corpus, read once."""
    reader = load_reader()
    return tuple(reader.read(item) for item in ingest([CORPUS]) if isinstance(item, Article))
