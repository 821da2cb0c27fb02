"""Numbers without a noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.reader.figure.figure import count_text

Tagger = Callable[[str], Doc]
DIED = "Forty/NUM/CD people/NOUN/NNS died/VERB/VBD ./PUNCT/. "


def read(doc: Doc) -> list[tuple[str, str, str | None]]:
    """Returns the words, the measure and the noun of each count."""
    words, counts = count_text(doc, ())
    return [
        (doc.text[c.start : c.end], c.measure, None if c.of is None else words.cut(*c.of)) for c in counts
    ]


def test_a_crowd_has_the_number_that_it_is_put_at(tagged: Tagger) -> None:
    """The size of a crowd counts those who attend."""
    line = "Police/NOUN/NN put/VERB/VBD the/DET/DT crowd/NOUN/NN at/ADP/IN 300/NUM/CD ./PUNCT/."
    assert read(tagged(line)) == [("300", "attending", "crowd")]


def test_a_crowd_takes_no_measure_of_its_neighbour(tagged: Tagger) -> None:
    """What befell those counted next did not befall the crowd."""
    line = (
        "Police/NOUN/NN put/VERB/VBD the/DET/DT crowd/NOUN/NN at/ADP/IN 300/NUM/CD ,/PUNCT/, and/CCONJ/CC"
        " two/NUM/CD officers/NOUN/NNS were/AUX/VBD hurt/VERB/VBN ./PUNCT/."
    )
    assert read(tagged(line)) == [("300", "attending", "crowd"), ("two", "injured", "officers")]


def test_a_total_that_names_nothing_takes_up_the_count_before_it(tagged: Tagger) -> None:
    """The true figure is that of those who were counted just before."""
    line = (
        f"{DIED} The/DET/DT true/ADJ/JJ figure/NOUN/NN was/AUX/VBD between/ADP/IN 60/NUM/CD and/CCONJ/CC"
        " 70/NUM/CD ./PUNCT/."
    )
    assert read(tagged(line))[1] == ("between 60 and 70", "killed", None)


def test_a_total_that_names_nothing_needs_a_count_before_it(tagged: Tagger) -> None:
    """A figure of something else counts nobody."""
    line = (
        "The/DET/DT true/ADJ/JJ figure/NOUN/NN was/AUX/VBD between/ADP/IN 60/NUM/CD and/CCONJ/CC"
        " 70/NUM/CD ./PUNCT/."
    )
    assert read(tagged(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Dead/ADJ/JJ :/PUNCT/: 17/NUM/CD ;/PUNCT/: missing/ADJ/JJ :/PUNCT/: 43/NUM/CD",
        "Dead/ADJ/JJ 17/NUM/CD ,/PUNCT/, missing/ADJ/JJ 43/NUM/CD ./PUNCT/.",
    ],
)
def test_each_number_of_a_list_has_its_label(tagged: Tagger, line: str) -> None:
    """A number counts what it stands after, even at the end of the text."""
    assert [(words, measure) for words, measure, _ in read(tagged(line))] == [
        ("17", "killed"),
        ("43", "missing"),
    ]


def test_both_numbers_of_a_rise_count(tagged: Tagger) -> None:
    """A toll that rises from one number to another has had both."""
    line = "The/DET/DT toll/NOUN/NN rose/VERB/VBD from/ADP/IN fourteen/NUM/CD to/ADP/IN 31/NUM/CD ./PUNCT/."
    assert read(tagged(line)) == [("fourteen", "killed", "toll"), ("31", "killed", "toll")]


def test_a_clause_without_its_verb_takes_that_of_the_last(tagged: Tagger) -> None:
    """Those counted in a second place share what befell the first."""
    line = (
        "Six/NUM/CD people/NOUN/NNS died/VERB/VBD in/ADP/IN Kilmore/PROPN/NNP and/CCONJ/CC two/NUM/CD"
        " in/ADP/IN Dunmore/PROPN/NNP ./PUNCT/."
    )
    assert read(tagged(line))[1] == ("two", "killed", None)


def test_so_many_of_each_share_what_befell_the_last(tagged: Tagger) -> None:
    """A number of each of two groups counts as the number before it does."""
    line = (
        "Six/NUM/CD sailors/NOUN/NNS died/VERB/VBD ,/PUNCT/, and/CCONJ/CC two/NUM/CD each/DET/DT from/ADP/IN"
        " Kilmore/PROPN/NNP and/CCONJ/CC Dunmore/PROPN/NNP ./PUNCT/."
    )
    assert read(tagged(line))[1] == ("two", "killed", None)


def test_the_total_of_people_is_of_what_befell_them(tagged: Tagger) -> None:
    """The number of people arrested counts those detained."""
    line = (
        "The/DET/DT number/NOUN/NN of/ADP/IN people/NOUN/NNS arrested/VERB/VBN rose/VERB/VBD to/ADP/IN"
        " 35/NUM/CD ./PUNCT/."
    )
    assert read(tagged(line)) == [("35", "detained", "people")]


def test_a_number_may_stand_before_its_total(tagged: Tagger) -> None:
    """What is put at a number may be named after it."""
    line = (
        "They/PRON/PRP put/VERB/VBD at/ADP/IN 31/NUM/CD the/DET/DT number/NOUN/NN of/ADP/IN people/NOUN/NNS"
        " known/VERB/VBN to/PART/TO have/AUX/VB died/VERB/VBN ./PUNCT/."
    )
    assert read(tagged(line)) == [("31", "killed", "people")]


def test_a_total_is_of_its_own_noun_and_not_of_the_nearest(tagged: Tagger) -> None:
    """The number of deaths linked to infections counts deaths."""
    line = (
        "The/DET/DT number/NOUN/NN of/ADP/IN deaths/NOUN/NNS linked/VERB/VBN to/ADP/IN infections/NOUN/NNS"
        " reached/VERB/VBD 100/NUM/CD ./PUNCT/."
    )
    assert read(tagged(line)) == [("100", "killed", "deaths")]


def test_the_parts_of_a_whole_that_opens_a_sentence_share_its_measure(tagged: Tagger) -> None:
    """Of the dead, those who were children are dead."""
    line = (
        "Of/ADP/IN the/DET/DT 31/NUM/CD dead/ADJ/JJ ,/PUNCT/, six/NUM/CD were/AUX/VBD children/NOUN/NNS"
        " ./PUNCT/."
    )
    assert [measure for _, measure, _ in read(tagged(line))] == ["killed", "killed"]


def test_all_but_some_are_what_these_leave_of_the_whole(tagged: Tagger) -> None:
    """All but one of twenty are nineteen."""
    line = (
        "All/DET/DT but/CCONJ/CC one/NUM/CD of/ADP/IN the/DET/DT 20/NUM/CD passengers/NOUN/NNS died/VERB/VBD"
        " ./PUNCT/."
    )
    (first, _) = count_text(tagged(line), ())[1]
    assert (first.low, first.high, first.bound) == (19, 19, "exact")


def test_all_but_some_of_an_unknown_whole_are_no_figure(tagged: Tagger) -> None:
    """Without the whole nobody knows how many are left."""
    line = (
        "All/DET/DT but/CCONJ/CC one/NUM/CD of/ADP/IN the/DET/DT passengers/NOUN/NNS died/VERB/VBD ./PUNCT/."
    )
    assert read(tagged(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "A/DET/DT woman/NOUN/NN ,/PUNCT/, 31/NUM/CD ,/PUNCT/, waved/VERB/VBD ./PUNCT/.",
        "Anton/PROPN/NNP Brell/PROPN/NNP died/VERB/VBD at/ADP/IN 96/NUM/CD ./PUNCT/.",
    ],
)
def test_an_age_counts_nobody(tagged: Tagger, line: str) -> None:
    """A number after a person and a comma, or after a death, is an age."""
    assert read(tagged(line)) == []


def test_the_ages_of_several_count_nobody(tagged: Tagger) -> None:
    """Ages in a list are not counts."""
    line = (
        "Two/NUM/CD men/NOUN/NNS ,/PUNCT/, 19/NUM/CD and/CCONJ/CC 20/NUM/CD ,/PUNCT/, were/AUX/VBD"
        " shot/VERB/VBN ./PUNCT/."
    )
    assert [words for words, *_ in read(tagged(line))] == ["Two"]
