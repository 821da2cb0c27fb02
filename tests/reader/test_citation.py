"""Citations, on trees made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.reader.citation import cite_sources
from sayso.reader.draft import Draft
from sayso.reader.figure.word import Words
from sayso.reader.span import Range
from sayso.reader.speaker.phrase import PhraseReader

REPORT = """
Halyard PROPN NNP 6 nsubj
, PUNCT , 3 punct
citing VERB VBG 1 acl
{0} NOUN NNS 3 obj
, PUNCT , 3 punct
reported VERB VBD 0 root
losses NOUN NNS 6 obj
"""


def _find(words: Words, text: str) -> Range:
    start = words.text.index(text)
    return start, start + len(text)


def _draft(words: Words, cue: str, content: str) -> Draft:
    facts = {"evidence": (), "confidence": 0.9, "token": 0}
    return Draft(_find(words, "Halyard"), _find(words, cue), [_find(words, content)], **facts)  # type: ignore[arg-type]


def _cite(words: Words, *drafts: Draft) -> list[Draft]:
    return cite_sources(words, PhraseReader(words, ()), drafts)


@pytest.fixture
def words(plant: Callable[[str], Words]) -> Words:
    return plant(REPORT.format("prosecutors"))


def test_the_cited_stand_in_the_report(words: Words) -> None:
    """Whom a report cites is a source with the same content, and the report its parent."""
    report, cited = _cite(words, _draft(words, "reported", "losses"))
    assert (cited.source, cited.cue) == (_find(words, "prosecutors"), _find(words, "citing"))
    assert cited.content == report.content
    assert cited.parent is report


def test_the_cited_are_not_what_was_said(words: Words) -> None:
    """An attribution whose content is nothing but the cited gives way to theirs."""
    found = _cite(words, _draft(words, "citing", "prosecutors"), _draft(words, "reported", "losses"))
    assert [draft.cue for draft in found] == [_find(words, "reported"), _find(words, "citing")]


def test_a_reason_is_not_cited(plant: Callable[[str], Words]) -> None:
    """A noun for nobody makes no source."""
    words = plant(REPORT.format("floods"))
    drafts = [_draft(words, "reported", "losses")]
    assert _cite(words, *drafts) == drafts


def test_without_a_report_nobody_is_cited(words: Words) -> None:
    """Who is cited for no report is left as it was found."""
    drafts = [_draft(words, "citing", "prosecutors")]
    assert _cite(words, *drafts) == drafts
