"""Articles on their way into a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from sayso.errors import ReadError
from sayso.ledger import Intake, Ledger
from sayso.model import Article, Reading, Rejection
from sayso.reader import Embedded
from tests.ledger.sample import TEXT, make_reading

ARTICLES = [Article.of(f"{TEXT} {n}", url=f"https://news.example/{n}") for n in range(5)]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lets a reader that knows everything read, and tells which articles it was given."""
    seen: list[str] = []

    def embed_all(articles: Iterable[Article], processes: int) -> Iterator[Embedded | Rejection]:
        for article in articles:
            seen.append(article.id)
            if article.title == "bad":
                yield Rejection.of(ReadError("RDR001", "reading failed", "none"), path=article.id)
            else:
                reading = make_reading(
                    article.text, article.url, publisher=None, published=None, title=article.title
                )
                yield Embedded(reading, np.ones((2, 4), np.int8))

    monkeypatch.setattr("sayso.reader.embed_all", embed_all, raising=False)
    monkeypatch.setattr("sayso.ledger.ledger.name_reader", lambda: "test")
    return seen


def _read(ledger: Ledger, articles: Iterable[Article]) -> list[Reading | Rejection]:
    return list(Intake(ledger).read(articles))


def test_keeps_what_it_reads(ledger: Ledger, seen: list[str]) -> None:
    """Every reading is given and is in the ledger afterwards."""
    given = _read(ledger, ARTICLES)
    assert [r.article for r in given if isinstance(r, Reading)] == ARTICLES
    assert list(ledger.read_all()) == given


def test_does_not_read_again(ledger: Ledger, seen: list[str]) -> None:
    """What the ledger has is taken from it, in its turn."""
    _read(ledger, ARTICLES[1:4])
    seen.clear()
    intake = Intake(ledger)
    given = list(intake.read(ARTICLES))
    assert [r.article for r in given if isinstance(r, Reading)] == ARTICLES
    assert seen == [ARTICLES[0].id, ARTICLES[4].id]
    assert (intake.added, intake.known) == (2, 3)


def test_reads_nothing_where_all_is_known(ledger: Ledger, seen: list[str]) -> None:
    """The same run again reads no article."""
    _read(ledger, ARTICLES)
    seen.clear()
    assert len(_read(ledger, ARTICLES)) == 5
    assert seen == []


def test_keeps_what_it_gave_when_nobody_wants_more(ledger: Ledger, seen: list[str]) -> None:
    """Who stops in the middle finds what was given in the ledger."""
    given = Intake(ledger).read(ARTICLES)
    next(given)
    next(given)
    given.close()
    assert [r.article for r in ledger.read_all()] == ARTICLES[:2]


def test_passes_rejections_on(ledger: Ledger, seen: list[str]) -> None:
    """An article that cannot be read, or whose reading cannot be kept, is a rejection in its turn."""
    bad, odd = Article.of(TEXT, title="bad"), Article.of(TEXT + "\0", url="https://news.example/odd")
    given = _read(ledger, [ARTICLES[0], bad, odd, ARTICLES[1]])
    assert [r.code if isinstance(r, Rejection) else "" for r in given] == ["", "RDR001", "LDG005", ""]


def test_an_article_that_comes_twice_is_there_once(ledger: Ledger, seen: list[str]) -> None:
    """Copies in one run are given each time and kept once."""
    assert len(_read(ledger, [ARTICLES[0], ARTICLES[0]])) == 2
    assert len(list(ledger.read_all())) == 1
