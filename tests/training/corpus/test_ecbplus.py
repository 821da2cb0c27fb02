"""ECB+ documents: chains, validated sentences and the address before the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpus.ecbplus import Page, read_page, read_pages

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<Document doc_name="7_1ecbplus.xml" doc_id="D1">
<token t_id="1" sentence="0" number="0">http</token>
<token t_id="2" sentence="1" number="0">Kral</token>
<token t_id="3" sentence="1" number="1">fell</token>
<token t_id="4" sentence="2" number="0">The</token>
<token t_id="5" sentence="2" number="1">fall</token>
<token t_id="6" sentence="2" number="2">hurt</token>
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="2"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="3"><token_anchor t_id="5"/></ACTION_OCCURRENCE>
<NEG_ACTION_STATE m_id="4"><token_anchor t_id="6"/></NEG_ACTION_STATE>
<ACTION_OCCURRENCE m_id="9" TAG_DESCRIPTOR="fall" instance_id="ACT1"/>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="5" note="ACT1"><source m_id="2"/><source m_id="3"/><target m_id="9"/></CROSS_DOC_COREF>
</Relations>
</Document>
"""


@pytest.fixture
def page(tmp_path: Path) -> Page:
    path = tmp_path / "7_1ecbplus.xml"
    path.write_text(DOCUMENT, "utf8")
    return read_page(path, {1, 2})


def test_the_address_is_no_part_of_the_text(page: Page) -> None:
    """The first sentence is left out where it is an address."""
    assert page.words == ("Kral", "fell", "The", "fall", "hurt")


def test_mentions_of_one_instance_share_their_chain(page: Page) -> None:
    """The chain is that of the instance; a mention without one has a chain of its own."""
    assert [mention.chain for mention in page.mentions] == ["7_1ecbplus#1", "ACT1", "ACT1", "7_1ecbplus#4"]


def test_negated_actions_are_events(page: Page) -> None:
    """Classes are told apart by how they begin."""
    assert [(m.is_event, m.is_actor) for m in page.mentions] == [(False, True), *[(True, False)] * 3]


def test_only_validated_sentences_have_mentions(tmp_path: Path) -> None:
    """The table of the corpus lists which sentences are validated."""
    (tmp_path / "7").mkdir()
    (tmp_path / "7/7_1ecbplus.xml").write_text(DOCUMENT, "utf8")
    table = "Topic,File,Sentence Number\n7,1ecbplus,1\n"
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(table, "utf8")
    (only,) = read_pages(tmp_path, [7])
    assert (only.story, {mention.sentence for mention in only.mentions}) == ("7plus", {1})
