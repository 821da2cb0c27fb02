"""What two revisions claim otherwise."""

from __future__ import annotations

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.model import Article, Attribution, Reading
from tests.ledger.sample import URL, make_claim

BEFORE = "Nine people died in the mill, Brodnik said. The owner denied it. Rain is expected."
AFTER = "Eleven people died in the mill, Brodnik said. The owner denied it. Two were found alive."


def _read(text: str, *claims: Attribution) -> Reading:
    return Reading(article=Article.of(text, url=URL), attributions=claims)


@pytest.fixture
def compared(ledger: Ledger) -> Ledger:
    before = _read(
        BEFORE,
        make_claim("A1", "Nine people died in the mill", BEFORE, name="Brodnik"),
        make_claim("A2", "it", BEFORE, name="the owner", act="deny"),
        make_claim("A3", "Rain is expected", BEFORE),
    )
    after = _read(
        AFTER,
        make_claim("A1", "Eleven people died in the mill", AFTER, name="Brodnik"),
        make_claim("A2", "it", AFTER, name="the owner", act="deny"),
        make_claim("A3", "Two were found alive", AFTER),
    )
    ledger.add_all([(before, None), (after, None)], reader="test")
    return ledger


def test_tells_what_changed(compared: Ledger) -> None:
    """A claim in other words is changed, what only one revision says is added or dropped."""
    difference = compared.compare(URL)
    assert (difference.before, difference.after, difference.same) == (1, 2, 1)
    assert [change.type for change in difference.changes] == ["changed", "added", "dropped"]


def test_is_readable(compared: Ledger) -> None:
    """The difference can be read as lines."""
    assert str(compared.compare(URL)).splitlines() == [
        "revision 1 → 2: 1 claim the same, 3 not",
        "≠ Brodnik: Nine people died in the mill",
        "→ Brodnik: Eleven people died in the mill",
        "+ named: Two were found alive",
        "− named: Rain is expected",
    ]


def test_compares_backwards(compared: Ledger) -> None:
    """Any two revisions can be compared, in either direction."""
    assert [c.type for c in compared.compare(URL, 2, 1).changes] == ["changed", "added", "dropped"]


def test_an_article_of_one_revision_did_not_change(ledger: Ledger) -> None:
    """The only revision is compared with itself."""
    ledger.add(_read(BEFORE, make_claim("A1", "Nine people died", BEFORE)), reader="test")
    assert ledger.compare(URL).changes == ()


def test_tells_of_an_unknown_revision(compared: Ledger) -> None:
    """A revision that is not there is an error."""
    with pytest.raises(LedgerError, match="LDG007"):
        compared.compare(URL, 1, 5)
