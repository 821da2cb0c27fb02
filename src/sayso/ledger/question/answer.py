"""Answer: what every answer has in common: one page of rows, and where it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Select, select

from sayso.ledger.question.query import Query
from sayso.ledger.schema import article, outlet, reading, revision
from sayso.model.record import Record
from sayso.vocab import load_table

_ENDS = ("\n", ". ", "? ", "! ", ".” ", "?” ", "!” ", '." ', '?" ', '!" ')
"""What a passage does not go beyond where it shows the words around something."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Record):
    """Where something was read.

    Attributes:
        article: id of the article.
        revision: number of its revision.
        url: its address, or null.
        title: its headline, or null.
        outlet: who published it, or null.
        day: ISO date of publication, or null.
        start: where the passage begins in the text of the revision, in code points; null without a passage.
        end: where it ends.
        passage: the words; parts that the text tears apart are joined by an ellipsis.
    """

    article: str
    revision: int
    url: str | None
    title: str | None
    outlet: str | None
    day: str | None
    start: int | None
    end: int | None
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """One page of the rows that answer a question.

    Attributes:
        offset: how many rows come before these.
        has_more: whether there are more behind them.
        hint: what may have been meant where a name is not known, or null.
    """

    offset: int
    has_more: bool
    hint: str | None


def cut_page(rows: Sequence[Row], query: Query) -> tuple[Sequence[Row], bool]:
    """Returns the rows of a page without the one behind it, and whether there was one."""
    return rows[: query.limit], len(rows) > query.limit


def cite_columns() -> Sequence[Any]:
    """Lists the columns that a citation is made of, of the joins that `join_sources` makes."""
    return (
        revision.c.key.label("cited_article"),
        revision.c.number.label("cited_revision"),
        revision.c.title.label("cited_title"),
        revision.c.text.label("cited_text"),
        article.c.url.label("cited_url"),
        outlet.c.name.label("cited_outlet"),
        reading.c.day.label("cited_day"),
    )


def join_sources(table: Any) -> Any:
    """Joins what a citation needs to a table whose rows belong to readings."""
    return (
        table.join(reading, reading.c.id == table.c.reading_id)
        .join(revision, revision.c.id == reading.c.revision_id)
        .join(article, article.c.id == reading.c.article_id)
        .join(outlet, outlet.c.id == reading.c.outlet_id, isouter=True)
    )


def select_sources(table: Any, *columns: Any) -> Select[Any]:
    """Selects columns of rows that belong to readings, and those that their citations are made of."""
    return select(*columns, *cite_columns()).select_from(join_sources(table))


def cite(row: Mapping[Any, Any], spans: Sequence[tuple[int, int]]) -> Citation:
    """Makes the citation of a row that `select_sources` gave, with these spans of its text."""
    text: str = row["cited_text"]
    names = ("article", "revision", "url", "title", "outlet", "day")
    return Citation(
        **{name: row[f"cited_{name}"] for name in names},
        start=min((start for start, _ in spans), default=None),
        end=max((end for _, end in spans), default=None),
        passage=" … ".join(text[start:end] for start, end in spans),
    )


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Widens a span to the sentence around it, or to some characters where that is long."""
    most: int = load_table("question")["passage"]
    before, behind = text[max(start - most, 0) : start], text[end : end + most]
    first = max((before.rfind(mark) + len(mark) for mark in _ENDS if mark in before), default=0)
    ends = [behind.find(mark) + len(mark) for mark in _ENDS if mark in behind]
    wide = text[start - len(before) + first : end + min(ends, default=len(behind))]
    start += first - len(before)
    start += len(wide) - len(wide.lstrip())
    return start, start + len(wide.strip())
