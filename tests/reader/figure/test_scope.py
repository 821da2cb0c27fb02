"""On whose word counts stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.reader.figure.figure import count_text
from sayso.reader.figure.scope import find_attribution, find_basis, find_claims, name_counter
from tests.reader.figure.sample import claim

Tagger = Callable[[str], Doc]
DIED = (
    "Two/NUM/CD people/NOUN/NNS died/VERB/VBD there/ADV/RB again/ADV/RB ,/PUNCT/, the/DET/DT mayor/NOUN/NN"
    " said/VERB/VBD"
)


def test_the_innermost_attribution_holds_a_count(tagged: Tagger) -> None:
    """Of nested contents the shorter one is meant."""
    doc = tagged(DIED)
    (count,) = count_text(doc, ())[1]
    outer, inner = claim(doc, "A1", doc.text.strip(), confidence=1.0), claim(doc, "A2", "Two people died")
    assert find_attribution(count, [outer, inner]) == inner


def test_an_elliptic_count_stands_on_the_word_of_the_one_before_it(tagged: Tagger) -> None:
    """What a joined clause leaves out, its claim included, is that of the clause before."""
    doc = tagged(
        "The/DET/DT mayor/NOUN/NN said/VERB/VBD six/NUM/CD people/NOUN/NNS died/VERB/VBD in/ADP/IN"
        " Kilmore/PROPN/NNP ,/PUNCT/, two/NUM/CD in/ADP/IN Dunmore/PROPN/NNP ./PUNCT/."
    )
    words, counts = count_text(doc, ())
    said = claim(doc, "A1", "six people died in Kilmore", "The mayor")
    assert find_claims(words, counts, [said]) == [said, said]


def test_the_article_itself_counts_where_nobody_is_named(tagged: Tagger) -> None:
    """Without an attribution, or in one without a source, the counter is unknown."""
    doc = tagged(DIED)
    assert (name_counter(None), name_counter(claim(doc, "A1", "Two people died"))) == (None, None)


def test_a_source_without_a_name_counts_by_its_words(tagged: Tagger) -> None:
    """The words of the source stand for whoever counts, without their article."""
    doc = tagged(DIED)
    assert name_counter(claim(doc, "A1", "Two people died", "the mayor")) == "mayor"


@pytest.mark.parametrize(
    ("line", "since", "basis"),
    [
        ("Two/NUM/CD people/NOUN/NNS died/VERB/VBD ./PUNCT/.", None, "incident"),
        ("Two/NUM/CD people/NOUN/NNS died/VERB/VBD ./PUNCT/.", "2021", "cumulative"),
        ("Two/NUM/CD people/NOUN/NNS died/VERB/VBD so/ADV/RB far/ADV/RB ./PUNCT/.", None, "cumulative"),
        ("Some/DET/DT 50/NUM/CD teachers/NOUN/NNS wept/VERB/VBD ./PUNCT/.", None, "unknown"),
    ],
)
def test_a_count_adds_up_where_its_sentence_says_so(
    tagged: Tagger, line: str, since: str | None, basis: str
) -> None:
    """A start date or words such as "so far" make a toll of a count."""
    words, (count,) = count_text(tagged(line), ())
    assert find_basis(words, count, since) == basis
