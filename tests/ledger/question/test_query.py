"""What a question asks for."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from sayso.errors import LedgerError
from sayso.ledger.question.query import Query, Wanted


def test_questions_take_what_a_query_has() -> None:
    """The keywords of the questions are the fields of a query."""
    assert [field.name for field in fields(Query)] == list(Wanted.__annotations__)


@pytest.mark.parametrize(
    "facts", [{"act": "shout"}, {"event": "assault"}, {"kind": "famous"}, {"limit": 0}, {"offset": -1}]
)
def test_words_of_no_list_are_refused(facts: dict[str, Any]) -> None:
    """The error lists what there is."""
    with pytest.raises(LedgerError, match="LDG010"):
        Query(**facts)


def test_what_does_not_narrow_a_question_is_refused() -> None:
    """A question that is asked by what it does not know is not answered as if it had not been."""
    with pytest.raises(LedgerError, match="not asked by act"):
        Query(act="deny").allow(frozenset({"measure"}), ("newest",))


def test_an_order_of_no_list_is_refused() -> None:
    """The error lists the orders."""
    with pytest.raises(LedgerError, match="newest, oldest"):
        Query(sort="best").allow(frozenset(), ("newest", "oldest"))


def test_the_first_order_goes_without_saying() -> None:
    """Where no order is asked for it is the first one."""
    assert Query().allow(frozenset(), ("newest", "oldest")) == "newest"
