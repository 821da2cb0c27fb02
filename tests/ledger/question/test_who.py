"""What somebody said, and what is said of them."""

from __future__ import annotations

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.question.who import Month, Who


def test_tells_what_somebody_said(asked: Ledger) -> None:
    """All claims of a name are told, the newest first."""
    answer = asked.who("brodnik")
    assert answer.names == ("Ana Brodnik",)
    assert [row.citation.passage for row in answer.said] == ["Nine are dead", "any guilt"]


def test_tells_what_others_say_of_them(asked: Ledger) -> None:
    """Claims of others whose words mention them are told apart from their own."""
    assert [row.citation.passage for row in asked.who("brodnik").told] == ["Ana Brodnik did nothing wrong"]


def test_counts_by_month(asked: Ledger) -> None:
    """All claims count, whatever the page; those without a date come last."""
    assert asked.who("brodnik", limit=1).months == (
        Month(month="2026-05", said=1, told=0),
        Month(month=None, said=1, told=1),
    )


def test_is_narrowed_by_date_and_outlet(asked: Ledger) -> None:
    """Only articles of a time or an outlet are looked at."""
    assert [row.citation.day for row in asked.who("brodnik", published="2026").said] == ["2026-05-04"]
    assert asked.who("brodnik", outlet="varn").said == ()


def test_pages_follow_each_other(asked: Ledger) -> None:
    """A page has as many of each side; there is more as long as either side has."""
    first, second = (asked.who("brodnik", limit=1, offset=offset) for offset in (0, 1))
    assert (len(first.said), len(first.told), first.has_more) == (1, 1, True)
    assert (len(second.said), len(second.told), second.has_more) == (1, 0, False)


def test_nobody_is_an_empty_answer(asked: Ledger) -> None:
    """A name that is not there comes with those that may have been meant."""
    answer = asked.who("Brodnick")
    assert answer.names == answer.said == answer.told == answer.months == ()
    assert "Ana Brodnik" in (answer.hint or "")


def test_is_not_asked_by_words(asked: Ledger) -> None:
    """What does not narrow the question is refused."""
    with pytest.raises(LedgerError, match="LDG010"):
        asked.who("brodnik", words="mill")


def test_an_answer_comes_back_from_json(asked: Ledger) -> None:
    """The JSON form of an answer has all of it."""
    answer = asked.who("brodnik")
    assert Who.from_dict(answer.to_dict()) == answer
