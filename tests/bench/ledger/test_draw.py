"""What a ledger is asked for by the benchmark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.ledger.draw import FREQUENT, Draw
from sayso.ledger import Ledger, open_ledger
from tests.ledger.sample import make_reading


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of one article with one of everything."""
    with open_ledger(tmp_path / "sayso.db") as opened:
        opened.add(make_reading(), reader="test")
        yield opened


@pytest.mark.parametrize("field", FREQUENT)
def test_draws_what_is_there(ledger: Ledger, field: str) -> None:
    """Whatever is asked for is in the ledger, and the same seed draws the same."""
    assert Draw(ledger).frequent(field) == Draw(ledger).frequent(field) != ""
    assert Draw(ledger).rare(field)


def test_draws_words_that_follow_each_other(ledger: Ledger) -> None:
    """Two words are found one after the other."""
    assert ledger.claims(words=f'"{Draw(ledger).words(2)}"').rows
