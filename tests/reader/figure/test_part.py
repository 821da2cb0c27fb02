"""Wholes and their parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.model import Article, Reading
from sayso.reader.figure import find_figures
from sayso.reader.figure.part import Discord, check_parts
from sayso.reader.figure.word import list_words
from sayso.reader.scope import Setting

Tagger = Callable[[str], Doc]


def read(doc: Doc) -> Reading:
    return Reading(article=Article.of(doc.text), figures=find_figures(list_words(doc), Setting()))


def tie(doc: Doc) -> dict[str, str]:
    """Returns the words of each part with those of its whole."""
    figures = {figure.id: figure for figure in read(doc).figures}
    return {f.span.text: figures[f.part_of].span.text for f in figures.values() if f.part_of}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            (
                "Eight/NUM/CD people/NOUN/NNS died/VERB/VBD ,/PUNCT/, three/NUM/CD of/ADP/IN them/PRON/PRP"
                " children/NOUN/NNS ./PUNCT/."
            ),
            {"three": "Eight"},
        ),
        (
            (
                "It/PRON/PRP killed/VERB/VBD 62/NUM/CD people/NOUN/NNS ,/PUNCT/, including/VERB/VBG 54/NUM/CD"
                " children/NOUN/NNS and/CCONJ/CC two/NUM/CD nurses/NOUN/NNS ./PUNCT/."
            ),
            {"54": "62", "two": "62"},
        ),
        (
            (
                "They/PRON/PRP found/VERB/VBD 20/NUM/CD bodies/NOUN/NNS ,/PUNCT/, eleven/NUM/CD"
                " women/NOUN/NNS and/CCONJ/CC nine/NUM/CD men/NOUN/NNS ./PUNCT/."
            ),
            {"eleven": "20", "nine": "20"},
        ),
        (
            (
                "Of/ADP/IN the/DET/DT 40/NUM/CD guests/NOUN/NNS ,/PUNCT/, 22/NUM/CD were/AUX/VBD"
                " hurt/VERB/VBN ./PUNCT/."
            ),
            {"22": "40"},
        ),
        (
            "Two/NUM/CD of/ADP/IN the/DET/DT six/NUM/CD victims/NOUN/NNS died/VERB/VBD ./PUNCT/.",
            {"Two": "six"},
        ),
        (
            (
                "A/DET/DT boy/NOUN/NN was/AUX/VBD among/ADP/IN four/NUM/CD people/NOUN/NNS killed/VERB/VBN"
                " ./PUNCT/."
            ),
            {"A boy": "four"},
        ),
        (
            (
                "It/PRON/PRP killed/VERB/VBD two/NUM/CD people/NOUN/NNS and/CCONJ/CC injured/VERB/VBD"
                " five/NUM/CD others/NOUN/NNS ./PUNCT/."
            ),
            {},
        ),
    ],
)
def test_words_tie_parts_to_their_whole(tagged: Tagger, line: str, expected: dict[str, str]) -> None:
    """Pronouns, "including", sums, "of the 40" and "among" make parts; a further count is none."""
    assert tie(tagged(line)) == expected


def test_parts_greater_than_their_whole_are_reported(tagged: Tagger) -> None:
    """The parts that "including" joins are added up."""
    line = (
        "It/PRON/PRP killed/VERB/VBD five/NUM/CD people/NOUN/NNS ,/PUNCT/, including/VERB/VBG four/NUM/CD"
        " children/NOUN/NNS and/CCONJ/CC two/NUM/CD nurses/NOUN/NNS ./PUNCT/."
    )
    assert check_parts(read(tagged(line))) == (Discord("F1", ("F2", "F3"), 6, 6),)


def test_a_list_that_falls_short_of_its_whole_is_reported(tagged: Tagger) -> None:
    """What a colon opens names all the parts."""
    line = (
        "They/PRON/PRP found/VERB/VBD 20/NUM/CD bodies/NOUN/NNS :/PUNCT/: eleven/NUM/CD dead/ADJ/JJ"
        " women/NOUN/NNS and/CCONJ/CC eight/NUM/CD dead/ADJ/JJ men/NOUN/NNS ./PUNCT/."
    )
    assert check_parts(read(tagged(line))) == (Discord("F1", ("F2", "F3"), 19, 19),)


@pytest.mark.parametrize(
    "line",
    [
        (
            "It/PRON/PRP killed/VERB/VBD 62/NUM/CD people/NOUN/NNS ,/PUNCT/, including/VERB/VBG 54/NUM/CD"
            " children/NOUN/NNS ./PUNCT/."
        ),
        (
            "Eight/NUM/CD people/NOUN/NNS died/VERB/VBD ,/PUNCT/, five/NUM/CD of/ADP/IN them/PRON/PRP"
            " women/NOUN/NNS and/CCONJ/CC six/NUM/CD of/ADP/IN them/PRON/PRP nurses/NOUN/NNS ./PUNCT/."
        ),
    ],
)
def test_parts_that_a_whole_can_have_are_in_order(tagged: Tagger, line: str) -> None:
    """A part may be smaller than its whole, and parts told with a pronoun may overlap."""
    assert check_parts(read(tagged(line))) == ()
