"""Rows in an order, as many as a page needs."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from sayso.ledger import Ledger
from sayso.ledger.question.walk import fetch, order_by_day, walk_days
from sayso.ledger.schema import attribution, content, reading


@pytest.mark.parametrize("wanted", [0, 1, 3, 6, 7, 8, 9, None])
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_a_walk_has_the_order_of_a_sort(asked: Ledger, sort: str, wanted: int | None) -> None:
    """Walking the days and then the undated gives the first rows of what sorting all gives."""
    statement = select(attribution.c.id).join(reading, reading.c.id == attribution.c.reading_id)
    with asked.store.read() as connection:
        ordered = connection.scalars(statement.order_by(*order_by_day(sort, attribution.c.id))).all()
        walked = walk_days(connection, statement, sort, attribution.c.id, wanted)
    assert walked == list(ordered)[:wanted]


@pytest.mark.parametrize("wanted", [1, 2, 5, 100, None])
def test_each_key_is_given_once(asked: Ledger, wanted: int | None) -> None:
    """A key that a statement gives several times counts once, and the page is full all the same."""
    pairs = select(attribution.c.id).where(content.c.attribution_id <= attribution.c.id)
    with asked.store.read() as connection:
        keys = connection.scalars(select(attribution.c.id).order_by(attribution.c.id)).all()
        assert fetch(connection, pairs.order_by(attribution.c.id), wanted) == list(keys)[:wanted]
