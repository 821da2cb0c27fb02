"""Average precision, and reading ECB+, on hand-made cases."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bench.accuracy.meaning import average_precision, mean_average_precision, read_page, read_sentences

XML = """<Document doc_name="26_1ecb.xml">
<token t_id="1" sentence="0" number="0">Dam</token>
<token t_id="2" sentence="0" number="1">bursts</token>
<token t_id="3" sentence="1" number="0">It</token>
<token t_id="4" sentence="1" number="1">burst</token>
<token t_id="5" sentence="1" number="2">yesterday</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<NEG_ACTION_STATE m_id="2"><token_anchor t_id="4"/></NEG_ACTION_STATE>
<TIME_DATE m_id="3"><token_anchor t_id="5"/></TIME_DATE>
<ACTION_OCCURRENCE m_id="9" RELATED_TO="" TAG_DESCRIPTOR="burst" instance_id="ACT7"/>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="1" note="ACT7"><source m_id="1"/><source m_id="2"/><target m_id="9"/></CROSS_DOC_COREF>
<CROSS_DOC_COREF r_id="2" note="TIM8"><source m_id="3"/><target m_id="9"/></CROSS_DOC_COREF>
<INTRA_DOC_COREF r_id="3"><source m_id="1"/><target m_id="9"/></INTRA_DOC_COREF>
</Relations>
</Document>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "26").mkdir()
    (tmp_path / "26" / "26_1ecb.xml").write_text(XML, "utf8")
    rows = "Topic,File,Sentence Number\n1,1ecb,0\n26,1ecb,1\n"
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(rows, "utf8")
    return tmp_path


def test_relevant_items_first_are_perfect() -> None:
    """All relevant above all others gives 1."""
    assert average_precision(np.array([0.9, 0.8, 0.1]), np.array([True, True, False])) == 1


def test_average_precision_is_the_mean_over_relevant_ranks() -> None:
    """Relevant at ranks 1, 3 and 4: (1/1 + 2/3 + 3/4) / 3."""
    relevant = np.array([True, False, True, True])
    assert average_precision(np.array([4.0, 3.0, 2.0, 1.0]), relevant) == pytest.approx(29 / 36)


def test_sentences_to_which_none_is_relevant_are_no_queries() -> None:
    """The third sentence is among those searched, never a query."""
    vectors = np.eye(3)
    value, queries = mean_average_precision(vectors, [frozenset("a"), frozenset("a"), frozenset("b")])
    assert (value, queries) == (1, 2)


def test_a_sentence_is_not_found_by_itself() -> None:
    """The query is left out of what is searched, else its own likeness would lead every list."""
    vectors = np.array([[1.0, 0.0], [0.0, 1.0], [0.8, 0.6]])
    value, queries = mean_average_precision(vectors, [frozenset("a"), frozenset("a"), frozenset()])
    assert (value, queries) == (0.5, 2)


def test_events_are_the_cross_document_chains_of_actions(corpus: Path) -> None:
    """Times and chains within the document do not count, negated actions do."""
    page = read_page(corpus / "26" / "26_1ecb.xml")
    assert page.events == {0: frozenset({"ACT7"}), 1: frozenset({"ACT7"})}


def test_tokens_are_joined_by_spaces_and_keep_their_offsets(corpus: Path) -> None:
    """Each offset gives back its token."""
    page = read_page(corpus / "26" / "26_1ecb.xml")
    assert [page.text[a:b] for a, b in page.tokens] == ["Dam", "bursts", "It", "burst", "yesterday"]


def test_only_validated_sentences_of_the_development_topics_count(corpus: Path) -> None:
    """Topic 1 is for training, sentence 0 of topic 26 was not validated."""
    _, sentences = read_sentences(corpus)
    assert [(s.low, s.high) for s in sentences] == [(2, 5)]
