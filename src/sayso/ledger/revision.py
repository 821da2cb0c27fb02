"""Revision: one text of an article, as it stood at its address for a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, select, union_all

from sayso.ledger.schema import article, outlet, revision
from sayso.model import Article
from sayso.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Record):
    """One text of an article.

    Attributes:
        number: from 1, in the order in which the ledger met them.
        article: the article with this text.
    """

    number: int
    article: Article


def list_revisions(connection: Connection, address: str) -> tuple[Revision, ...]:
    """Lists the revisions of an article, the oldest first.

    Args:
        connection: a connection to the ledger.
        address: the URL of the article, or the id of any of its revisions.
    """
    rows = connection.execute(
        _select_articles()
        .where(revision.c.article_id.in_(select_articles(address)))
        .order_by(revision.c.article_id, revision.c.number)
    )
    return tuple(Revision(number=row["number"], article=make_article(row)) for row in rows.mappings())


def make_article(row: Mapping[Any, Any]) -> Article:
    """Makes the article of a row that `select_article` returns."""
    names = ("url", "publisher", "title", "byline", "published", "retrieved", "language", "text")
    return Article(id=row["key"], **{name: row[name] for name in names})


def load_article(connection: Connection, key: int) -> Article:
    """Loads the article of the revision with this key."""
    query = _select_articles().where(revision.c.id == key)
    return make_article(connection.execute(query).mappings().one())


def find_article(connection: Connection, wanted: Article) -> int | None:
    """Returns the key of the article that is the same piece of news: by its URL, or else by its id."""
    if wanted.url is not None:
        return connection.scalar(select(article.c.id).where(article.c.url == wanted.url))
    query = select(article.c.id).join(revision).where(revision.c.key == wanted.id, article.c.url.is_(None))
    return connection.scalar(query.limit(1))


def find_revision(connection: Connection, key: int, wanted: Article) -> int | None:
    """Returns the key of the revision of an article that says the same, whenever it was retrieved."""
    query = _select_articles().where(revision.c.article_id == key, revision.c.key == wanted.id)
    for row in connection.execute(query).mappings():
        if make_article({**row, "retrieved": wanted.retrieved}) == wanted:
            found: int = row["revision_id"]
            return found
    return None


def select_articles(address: str) -> CompoundSelect[Any]:
    """Selects the keys of the articles with this URL, or with a revision of this id, each by its index."""
    by_url = select(article.c.id).where(article.c.url == address)
    return union_all(by_url, select(revision.c.article_id).where(revision.c.key == address))


def _select_articles() -> Select[Any]:
    return (
        select(revision, revision.c.id.label("revision_id"), article.c.url, outlet.c.name.label("publisher"))
        .join(article)
        .join(outlet, isouter=True)
    )
