"""Passages around spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.exchange.passage import cut_passage
from sayso.model import Span
from sayso.vocab import load_table


def test_short_paragraph_is_given_whole() -> None:
    """The paragraph in which the span stands is the passage."""
    text = "One line.\nAnother line with nine men.\nA third."
    assert cut_passage(text, Span.of(text, 28, 32)).text == "Another line with nine men."


def test_long_paragraph_is_cut_at_blanks() -> None:
    """Of a long paragraph as much is given as the limit allows, in whole words."""
    text = "word " * 400
    passage = cut_passage(text, Span.of(text, 1000, 1004))
    assert len(passage.text) <= load_table("exchange")["passage"]
    assert set(passage.text.split()) == {"word"}


@given(st.text("ab \n🌊", min_size=1, max_size=1500), st.data())
def test_passage_holds_its_span(text: str, data: st.DataObject) -> None:
    """Whatever the text, the passage is part of it and holds the span."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = cut_passage(text, Span.of(text, start, end))
    assert passage.start <= start < end <= passage.end
    assert text[passage.start : passage.end] == passage.text
