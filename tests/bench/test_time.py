"""Times against TimeML: reading documents, telling errors apart, values without their notation."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from bench.time import Document, Timex, align, describe, measure_sense, read_document, unify
from sayso.model import Article, Reading, Span, Time

TEXT = "It opened in 1949 and closed last week."
DOCUMENT = (
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2000-02-16T09:00">now</TIMEX3></DCT><TEXT>It '
    '<EVENT>opened</EVENT> in <TIMEX3 tid="t1" type="DATE" value="1949-XX">1949</TIMEX3> &amp; closed.'
    "</TEXT></TimeML>"
)
SCORER = SimpleNamespace(
    chars=lambda text, spans: {i for start, end in spans for i in range(start, end)},
    iou=lambda x, y: len(x & y) / len(x | y),
    align=lambda gold, found, weight: [(g, p) for g in gold for p in found if weight(g, p) > 0],
)


def make_time(words: str, value: str) -> Time:
    start = TEXT.index(words)
    span = Span.of(TEXT, start, start + len(words))
    return Time(id=f"T{start}", span=span, type="DATE", value=value, start=None, end=None, anchor="none")


@pytest.fixture
def document() -> Document:
    return Document(
        Article.of(TEXT, published="2000-02-16"),
        [Timex(13, 17, "DATE", "1949-XX"), Timex(29, 38, "DATE", "2000-W6")],
    )


def test_a_document_has_its_text_and_its_gold(tmp_path: Path) -> None:
    """Marks fall away, offsets count characters, and the time of creation is the day of publication."""
    (path := tmp_path / "a.tml").write_text(DOCUMENT, "utf8")
    document = read_document(path)
    article = document.article
    assert (article.id, article.text, article.published) == ("a", "It opened in 1949 & closed.", "2000-02-16")
    assert document.gold == [Timex(13, 17, "DATE", "1949-XX")]


def test_what_has_no_partner_stands_alone(document: Document) -> None:
    """An expression that is missed, or invented, is paired with nothing."""
    reading = Reading(article=document.article, times=(make_time("1949", "1949"), make_time("opened", "X")))
    pairs = align(document, reading, SCORER)
    assert [(g and g.value, t and t.value) for g, t in pairs] == [
        ("1949-XX", "1949"),
        ("2000-W6", None),
        (None, "X"),
    ]


def test_errors_have_kinds(document: Document) -> None:
    """The kind of a wrong value is the form of both values."""
    reading = Reading(article=document.article, times=(make_time("1949", "1949"),))
    assert [kind for kind, _ in describe(document, reading, SCORER)] == ["9999-XX read as 9999", "missed"]


@pytest.mark.parametrize(
    ("value", "unified"),
    [
        ("1949-XX", "1949"),
        ("1998-XX-XX", "1998"),
        ("1998-10-XX", "1998-10"),
        ("2000-W7", "2000-W07"),
        ("198X", "198"),
        ("19XX", "19"),
        ("1989-10-27T24", "1989-10-27T24:00"),
        ("P1E", "P10Y"),
        ("P3Q", "P9M"),
    ],
)
def test_notation(value: str, unified: str) -> None:
    """Values of one meaning are written in one way."""
    assert unify(value) == unified


@pytest.mark.parametrize("value", ["1989-WXX", "1989-QX", "XXXX-10-07", "PXY", "1998-10-23", "PAST_REF"])
def test_meaning_stays(value: str) -> None:
    """A value that says less than another is not the other."""
    assert unify(value) == value


def test_sense_is_an_f1(document: Document) -> None:
    """Two of two gold and of three found are right: 80."""
    times = (make_time("1949", "1949"), make_time("last week", "2000-W06"), make_time("opened", "X"))
    pairs = align(document, Reading(article=document.article, times=times), SCORER)
    measure = measure_sense("set", pairs)
    assert (measure.value, measure.n) == (80, 2)
