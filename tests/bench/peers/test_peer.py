"""What the peers are given and how their answers come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy

from bench.peers.__main__ import is_direct
from bench.peers.peer import GaveUp
from bench.peers.sayswho import PEERS as SAYSWHO
from bench.peers.sayswho import break_singly
from bench.peers.textacy import PEERS as TEXTACY
from bench.peers.textacy import split_paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc

TEXT = "Smoke rose.\n\n“We saw it from the harbour,” Brandt said."


def parse(text: str = TEXT) -> Doc:
    """Tokenises the text and parses its last sentence by hand."""
    nlp = spacy.blank("en")
    doc = nlp.make_doc(text)
    said = next(token for token in doc if token.text == "said")
    for token in doc:
        token.pos_ = (
            "SPACE" if token.is_space else "VERB" if token.text in {"said", "saw", "rose"} else "NOUN"
        )
        token.head, token.dep_ = (said, "dep") if token.i > 2 else (doc[1], "dep")
    said.dep_, doc[1].dep_, said.nbor(-1).dep_ = "ROOT", "ROOT", "nsubj"
    return doc


def test_a_claim_is_direct_when_all_its_words_are_quoted() -> None:
    """The comma outside of the marks does not matter, a word does."""
    start, end = TEXT.index("“"), TEXT.index("”") + 1
    assert is_direct(TEXT, {"C": [(start, end + 1)]})
    assert not is_direct(TEXT, {"C": [(start, len(TEXT))]})


def test_paragraphs_are_the_stretches_between_breaks() -> None:
    """The break itself belongs to neither."""
    assert [span.text for span in split_paragraphs(parse())] == TEXT.split("\n\n")


def test_breaks_of_lines_become_one_newline_and_tokens_stay() -> None:
    """The copy has a token for every token, with its head and lemma."""
    doc = parse()
    copy = break_singly(doc)
    assert [t.text for t in copy][3] == "\n"
    assert [t.head.i for t in copy] == [t.head.i for t in doc]


@pytest.mark.parametrize("peer", [*TEXTACY, *SAYSWHO], ids=lambda peer: peer.name)
def test_a_peer_finds_the_plain_case(peer: Any) -> None:
    """Speaker, verb and quotation come back as spans of the article."""
    pytest.importorskip("lemminflect")
    pytest.importorskip(peer.name.split()[0].lower())
    (claim,) = peer.load()(parse())
    spans = [TEXT[a:b] for role in "SQC" for a, b in claim[role]]
    assert spans == ["Brandt", "said", "“We saw it from the harbour,”"]


def test_a_peer_that_refuses_gives_up_with_its_reason() -> None:
    """An odd number of marks is more than textacy reads."""
    pytest.importorskip("lemminflect")
    pytest.importorskip("textacy")
    with pytest.raises(GaveUp, match="unclosed"):
        TEXTACY[0].load()(parse("Smoke rose.\n\n“We saw it,” Brandt said. “It"))
