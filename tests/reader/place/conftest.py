"""What the tests of places share: Docs made from texts in which the entities are marked."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

LABELS = {"P": "Person", "O": "Organization", "N": "NORP", "L": "Location"}
NLP = spacy.blank("en")


def make_doc(marked: str) -> Doc:
    """Makes a Doc of a text such as "[O:Kilmore Council] met in [Paris]"; no letter marks a Location."""
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", marked):
        body, label = part, ""
        if part.startswith("["):
            body, label = part[1:-1], "Location"
            if body[1:2] == ":":
                body, label = body[2:], LABELS[body[0]]
            spans.append((len(text), len(text) + len(body), label))
        text += body
    doc = NLP(text)
    for token in doc:
        token.pos_ = "PROPN" if token.text[:1].isupper() and token.i else "NOUN"
    doc.set_ents([span for a, b, label in spans if (span := doc.char_span(a, b, label=label))])
    return doc


@pytest.fixture(scope="session")
def mark() -> Callable[[str], Doc]:
    return make_doc
