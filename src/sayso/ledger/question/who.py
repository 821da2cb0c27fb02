"""Who: the question of what somebody said, and what is said of them, over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from sayso.ledger.question.answer import Answer, cut_page
from sayso.ledger.question.claim import Claim, load_claims
from sayso.ledger.question.query import Query, refuse
from sayso.ledger.question.selection import IS_CURRENT, ORDERS, find_hint
from sayso.ledger.question.term import find_names, find_outlets, hold_keys
from sayso.ledger.schema import actor, attribution, mention, reading
from sayso.model.record import Record

ASKED_BY = frozenset(("speaker", "published", "outlet"))
SORTS = ("newest", "oldest")
_MONTH = 7  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Month(Record):
    """How much was said in a month.

    Attributes:
        month: YYYY-MM, or null for articles without a date.
        said: claims by them.
        told: claims of others that mention them.
    """

    month: str | None
    said: int
    told: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Who(Answer):
    """What somebody said, and what is said of them.

    Attributes:
        names: the names that were found, each as it is in the ledger.
        said: a page of the claims by them.
        told: a page of the claims of others that mention them.
        months: how much of both there is in each month, all pages together.
    """

    names: tuple[str, ...]
    said: tuple[Claim, ...]
    told: tuple[Claim, ...]
    months: tuple[Month, ...]


def find_who(connection: Connection, query: Query) -> Who:
    """Finds what somebody said, and what others say of them.

    Raises:
        LedgerError: nobody is named, or the question cannot be asked like this (LDG010).
    """
    order = ORDERS[query.allow(ASKED_BY, SORTS)]
    if query.speaker is None:
        raise refuse("nobody is named", "give a name")
    names = find_names(connection, query.speaker)
    narrow = _narrow(connection, query)
    said, told = _select_said(names, narrow), _select_told(names, narrow)
    pages: list[Sequence[Claim]] = []
    has_more = False
    for keys in (said, told):
        statement = select(attribution.c.id).join(reading, reading.c.id == attribution.c.reading_id)
        statement = statement.where(attribution.c.id.in_(keys)).order_by(*order)
        found = connection.scalars(statement.limit(query.limit + 1).offset(query.offset)).all()
        page, is_longer = cut_page(found, query)
        pages.append(tuple(load_claims(connection, page).values()))
        has_more = has_more or is_longer
    return Who(
        names=tuple(sorted(names.values())),
        said=tuple(pages[0]),
        told=tuple(pages[1]),
        months=_count_months(connection, said, told),
        offset=query.offset,
        has_more=has_more,
        hint=None if any(pages) else find_hint(connection, query),
    )


def _narrow(connection: Connection, query: Query) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [IS_CURRENT]
    if (day := query.day) is not None:
        conditions.append(day.hold_day(reading.c.day))
    if query.outlet is not None:
        conditions.append(hold_keys(reading.c.outlet_id, find_outlets(connection, query.outlet)))
    return conditions


def _select_said(names: Collection[int], narrow: list[ColumnElement[bool]]) -> Select[Any]:
    statement = select(attribution.c.id).join(reading, reading.c.id == attribution.c.reading_id)
    return statement.where(hold_keys(attribution.c.speaker_id, names), *narrow)


def _select_told(names: Collection[int], narrow: list[ColumnElement[bool]]) -> Select[Any]:
    statement = (
        select(attribution.c.id)
        .select_from(actor)
        .join(mention, mention.c.actor_id == actor.c.id)
        .join(attribution, attribution.c.id == mention.c.attribution_id)
        .join(reading, reading.c.id == attribution.c.reading_id)
    )
    is_other = or_(attribution.c.speaker_id.is_(None), ~hold_keys(attribution.c.speaker_id, names))
    return statement.where(hold_keys(actor.c.name_id, names), is_other, *narrow)


def _count_months(connection: Connection, said: Select[Any], told: Select[Any]) -> tuple[Month, ...]:
    month = func.substr(reading.c.day, 1, _MONTH)
    counts: list[Counter[str | None]] = []
    for keys in (said, told):
        number = func.count(attribution.c.id.distinct())
        rows = connection.execute(keys.with_only_columns(month, number).group_by(month))
        counts.append(Counter({row[0]: row[1] for row in rows}))
    months = sorted(counts[0].keys() | counts[1].keys(), key=lambda month: (month is None, month or ""))
    return tuple(Month(month=month, said=counts[0][month], told=counts[1][month]) for month in months)
