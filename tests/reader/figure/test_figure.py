"""Figures of whole sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.model import Attribution, Place, Speaker, Time
from sayso.reader.figure import find_figures
from sayso.reader.figure.word import list_words
from sayso.reader.scope import Setting
from tests.reader.figure.sample import cut

Tagger = Callable[[str], Doc]
QUAKE = (
    "The/DET/DT quake/NOUN/NN killed/VERB/VBD 22,185/NUM/CD people/NOUN/NNS and/CCONJ/CC injured/VERB/VBD"
    " 57,035/NUM/CD others/NOUN/NNS in/ADP/IN Kilmore/PROPN/NNP on/ADP/IN Tuesday/PROPN/NNP ./PUNCT/."
)


def read(doc: Doc) -> list[tuple[str, int | None, int | None, str]]:
    figures = find_figures(list_words(doc), Setting())
    return [(f.span.text, f.low, f.high, f.measure) for f in figures]


def test_joined_verbs_give_each_count_its_measure(tagged: Tagger) -> None:
    """Two verbs with an object each give two measures."""
    assert read(tagged(QUAKE)) == [
        ("22,185", 22_185, 22_185, "killed"),
        ("57,035", 57_035, 57_035, "injured"),
    ]


def test_the_counted_noun_is_a_span(tagged: Tagger) -> None:
    """`of` holds the noun phrase without its number."""
    figures = find_figures(list_words(tagged(QUAKE)), Setting())
    assert [f.of and f.of.text for f in figures] == ["people", "others"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Eight/NUM/CD dead/ADJ/JJ ./PUNCT/.", [("Eight", 8, 8, "killed")]),
        (
            "A/DET/DT man/NOUN/NN was/AUX/VBD killed/VERB/VBN ./PUNCT/.",
            [("A man", 1, 1, "killed")],
        ),
        ("No/DET/DT one/NOUN/NN was/AUX/VBD hurt/VERB/VBN ./PUNCT/.", [("No one", 0, 0, "injured")]),
        (
            "There/PRON/EX were/VERB/VBD no/DET/DT injuries/NOUN/NNS ./PUNCT/.",
            [("no", 0, 0, "injured")],
        ),
        (
            "Twins/NOUN/NNS were/AUX/VBD killed/VERB/VBN ./PUNCT/.",
            [("Twins", 2, 2, "killed")],
        ),
        (
            "The/DET/DT death/NOUN/NN of/ADP/IN all/DET/DT 33/NUM/CD passengers/NOUN/NNS ./PUNCT/.",
            [("all 33", 33, 33, "killed")],
        ),
        (
            "Dozens/NOUN/NNS of/ADP/IN people/NOUN/NNS were/AUX/VBD arrested/VERB/VBN ./PUNCT/.",
            [("Dozens of", 24, None, "detained")],
        ),
        (
            "A/DET/DT family/NOUN/NN of/ADP/IN four/NUM/CD died/VERB/VBD ./PUNCT/.",
            [("A family of four", 4, 4, "killed")],
        ),
        (
            "Some/DET/DT 200/NUM/CD protesters/NOUN/NNS shouted/VERB/VBD ./PUNCT/.",
            [("Some 200", 200, 200, "attending")],
        ),
        (
            "They/PRON/PRP sent/VERB/VBD 50/NUM/CD firefighters/NOUN/NNS ./PUNCT/.",
            [("50", 50, 50, "forces")],
        ),
        (
            "About/ADV/RB 20/NUM/CD buildings/NOUN/NNS collapsed/VERB/VBD ./PUNCT/.",
            [("About 20", 20, 20, "destroyed")],
        ),
    ],
)
def test_a_count_has_its_measure(
    tagged: Tagger, line: str, expected: list[tuple[str, int, int, str]]
) -> None:
    """What happened to those counted is read from the words beside them, without a tree."""
    assert read(tagged(line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The/DET/DT boy/NOUN/NN was/AUX/VBD 14/NUM/CD years/NOUN/NNS old/ADJ/JJ ./PUNCT/.",
        "It/PRON/PRP rose/VERB/VBD by/ADP/IN 12/NUM/CD percent/NOUN/NN ./PUNCT/.",
        "He/PRON/PRP drove/VERB/VBD 20/NUM/CD miles/NOUN/NNS ./PUNCT/.",
        "It/PRON/PRP happened/VERB/VBD in/ADP/IN 2019/NUM/CD ./PUNCT/.",
        "She/PRON/PRP took/VERB/VBD flight/NOUN/NN 610/NUM/CD ./PUNCT/.",
        "The/DET/DT 2020/NUM/CD nominee/NOUN/NN spoke/VERB/VBD ./PUNCT/.",
        "It/PRON/PRP began/VERB/VBD on/ADP/IN March/PROPN/NNP 12/NUM/CD ./PUNCT/.",
        "He/PRON/PRP read/VERB/VBD two/NUM/CD books/NOUN/NNS ./PUNCT/.",
        "A/DET/DT man/NOUN/NN waved/VERB/VBD ./PUNCT/.",
    ],
)
def test_what_counts_nobody_is_no_figure(tagged: Tagger, line: str) -> None:
    """Ages, shares, distances, years, flights, dates, things unharmed and people unharmed give no figure."""
    assert read(tagged(line)) == []


def test_a_part_takes_the_measure_of_its_whole(tagged: Tagger) -> None:
    """What is included in a count shares what happened to it."""
    line = (
        "It/PRON/PRP killed/VERB/VBD 62/NUM/CD people/NOUN/NNS ,/PUNCT/, including/VERB/VBG 54/NUM/CD"
        " children/NOUN/NNS ./PUNCT/."
    )
    assert [measure for *_, measure in read(tagged(line))] == ["killed", "killed"]


def test_a_count_knows_who_counts_where_and_when(tagged: Tagger) -> None:
    """The innermost attribution, the place and the date of its sentence are those of the count."""
    doc = tagged(QUAKE)
    speaker = Speaker(name="Orla Devane", kind="named", actor=None, mention=None)
    outer = Attribution(
        id="A1",
        source=None,
        cue=None,
        content=(cut(doc, doc.text),),
        quotation="indirect",
        act=None,
        speaker=Speaker(name=None, kind="anonymous", actor=None, mention=None),
        audience=None,
        parent=None,
        confidence=1.0,
    )
    inner = Attribution(
        id="A2",
        source=None,
        cue=None,
        content=(cut(doc, "killed 22,185 people"),),
        quotation="indirect",
        act=None,
        speaker=speaker,
        audience=None,
        parent="A1",
        confidence=1.0,
    )
    place = Place(
        id="P1",
        span=cut(doc, "Kilmore"),
        name="Kilmore",
        kind=None,
        country=None,
        lat=None,
        lon=None,
        geonames=None,
        unresolved="unknown",
    )
    time = Time(
        id="T1",
        span=cut(doc, "Tuesday"),
        type="DATE",
        value="XXXX-10-07",
        start=None,
        end=None,
        anchor="none",
    )
    first, second = find_figures(list_words(doc), Setting((outer, inner), (time,), (place,)))
    assert (first.attribution, first.counter) == ("A2", "Orla Devane")
    assert (second.attribution, second.counter) == ("A1", None)
    assert (second.place, second.as_of, second.since, second.basis) == ("P1", "XXXX-10-07", None, "incident")


def test_parts_that_add_up_share_the_measure_of_their_whole(tagged: Tagger) -> None:
    """Two counts whose sum was counted before are its parts."""
    line = (
        "They/PRON/PRP found/VERB/VBD 20/NUM/CD bodies/NOUN/NNS :/PUNCT/: then/ADV/RB came/VERB/VBD"
        " eleven/NUM/CD women/NOUN/NNS and/CCONJ/CC nine/NUM/CD men/NOUN/NNS ./PUNCT/."
    )
    assert [measure for *_, measure in read(tagged(line))] == ["killed", "killed", "killed"]


def test_a_bare_number_takes_up_the_noun_of_a_toll(tagged: Tagger) -> None:
    """A number said of a toll counts what the toll counts."""
    line = "The/DET/DT death/NOUN/NN toll/NOUN/NN rose/VERB/VBD to/ADP/IN 66/NUM/CD ./PUNCT/."
    assert read(tagged(line)) == [("66", 66, 66, "killed")]


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("Three/NUM/CD men/NOUN/NNS were/AUX/VBD shot/VERB/VBN ./PUNCT/.", "injured"),
        ("Three/NUM/CD men/NOUN/NNS were/AUX/VBD fatally/ADV/RB shot/VERB/VBN ./PUNCT/.", "killed"),
        ("Three/NUM/CD men/NOUN/NNS were/AUX/VBD shot/VERB/VBN to/ADP/IN death/NOUN/NN ./PUNCT/.", "killed"),
        ("Three/NUM/CD men/NOUN/NNS shot/VERB/VBD themselves/PRON/PRP ./PUNCT/.", "injured"),
        (
            "They/PRON/PRP mourned/VERB/VBD six/NUM/CD men/NOUN/NNS 's/PART/POS murder/NOUN/NN ./PUNCT/.",
            "killed",
        ),
        (
            (
                "Two/NUM/CD men/NOUN/NNS riding/VERB/VBG a/DET/DT bus/NOUN/NN were/AUX/VBD injured/VERB/VBN"
                " ./PUNCT/."
            ),
            "injured",
        ),
    ],
)
def test_what_a_verb_does_depends_on_the_words_beside_it(tagged: Tagger, line: str, measure: str) -> None:
    """Some adverbs kill, a reflexive makes a victim of the subject, and a participle may intervene."""
    assert [found for *_, found in read(tagged(line))] == [measure]


def test_victims_share_what_befell_those_counted_before(tagged: Tagger) -> None:
    """Victims without a verb of harm are those of whom the text told."""
    line = (
        "Four/NUM/CD people/NOUN/NNS were/AUX/VBD injured/VERB/VBN ./PUNCT/. Two/NUM/CD of/ADP/IN the/DET/DT"
        " victims/NOUN/NNS live/VERB/VBP here/ADV/RB ./PUNCT/."
    )
    assert [found for *_, found in read(tagged(line))] == ["injured", "injured"]


def test_a_date_of_the_paragraph_holds_for_a_sentence_without_one(tagged: Tagger) -> None:
    """A count in an undated sentence takes the last day named before it, never the dateline."""
    line = (
        "It/PRON/PRP began/VERB/VBD on/ADP/IN Monday/PROPN/NNP ./PUNCT/. Two/NUM/CD people/NOUN/NNS"
        " died/VERB/VBD ./PUNCT/."
    )
    doc = tagged(line)
    time = Time(
        id="T1",
        span=cut(doc, "Monday"),
        type="DATE",
        value="2021-03-01",
        start="2021-03-01",
        end="2021-03-01",
        anchor="published",
    )
    (figure,) = find_figures(list_words(doc), Setting(times=(time,), published="2021-03-02"))
    assert figure.as_of == "2021-03-01"


def test_reading_twice_gives_the_same(tagged: Tagger) -> None:
    """Figures do not depend on what was read before."""
    assert find_figures(list_words(tagged(QUAKE)), Setting()) == find_figures(
        list_words(tagged(QUAKE)), Setting()
    )


def test_an_empty_text_has_no_figures(tagged: Tagger) -> None:
    """A Doc without words gives none."""
    assert find_figures(list_words(Doc(tagged("Rain/NOUN/NN").vocab)), Setting()) == ()
