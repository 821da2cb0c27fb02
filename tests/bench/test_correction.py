"""Edits of texts that keep where each character came from."""

from __future__ import annotations

import random

import pytest

from bench.correction import EDITS, judge_quotation
from sayso.model import Span

TEXT = (
    "The mill in Orlo burned on Monday, and nobody in the town knew why it had.\n"
    "Ana Brodnik said that nine people were in it when the fire began to spread."
)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_knows_where_characters_came_from(name: str) -> None:
    """A character that is left is the one that stood at its offset."""
    edited = EDITS[name]([(c, i) for i, c in enumerate(TEXT)], random.Random(2), "Rain fell on it.")
    assert all(was is None or TEXT[was] == character for character, was in edited)


def test_judges_where_a_quotation_is_found() -> None:
    """A quotation is right where its own characters stand, and gone where they are gone."""
    start = TEXT.index("nine people")
    span = Span.of(TEXT, start, start + len("nine people"))
    plain = [(c, i) for i, c in enumerate(TEXT)]
    assert judge_quotation(TEXT, span, plain, TEXT) == "there, right"
    cut = [(c, i) for c, i in plain if i < start or i >= span.end]
    assert judge_quotation(TEXT, span, cut, "".join(c for c, _ in cut)) == "gone, not found"
