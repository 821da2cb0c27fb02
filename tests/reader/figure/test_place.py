"""The places of counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.model import Place
from sayso.reader.figure.figure import count_text
from sayso.reader.figure.place import Scene
from tests.reader.figure.sample import claim, place

Tagger = Callable[[str], Doc]
LEAD = "A/DET/DT ferry/NOUN/NN sank/VERB/VBD off/ADP/IN Kilmore/PROPN/NNP ./PUNCT/. "


def find(doc: Doc, *places: Place) -> list[str | None]:
    words, counts = count_text(doc, ())
    scene = Scene(words, places, ())
    return [found.id if (found := scene.find(count)) else None for count in counts]


def weigh(doc: Doc, *places: Place) -> list[set[str]]:
    """Returns the names of what speaks for or against each place of the first count."""
    words, counts = count_text(doc, ())
    return [
        {name for name, strength in evidence.items() if strength}
        for evidence in Scene(words, places, ()).weigh(counts[0])
    ]


def test_a_count_without_a_place_of_its_own_lies_where_the_text_begins(tagged: Tagger) -> None:
    """The place of the lead holds for what follows."""
    doc = tagged(f"{LEAD} Two/NUM/CD people/NOUN/NNS died/VERB/VBD ./PUNCT/.")
    assert find(doc, place(doc, "Kilmore")) == ["Kilmore"]


def test_the_place_right_after_a_count_is_its_own(tagged: Tagger) -> None:
    """Each of two counts in one sentence has the place that follows it."""
    doc = tagged(
        f"{LEAD} Two/NUM/CD people/NOUN/NNS in/ADP/IN Dunmore/PROPN/NNP and/CCONJ/CC six/NUM/CD"
        " people/NOUN/NNS in/ADP/IN Farbrook/PROPN/NNP died/VERB/VBD ./PUNCT/."
    )
    places = [place(doc, name) for name in ("Kilmore", "Dunmore", "Farbrook")]
    assert find(doc, *places) == ["Dunmore", "Farbrook"]


def test_a_count_lies_in_the_town_and_not_in_what_holds_it(tagged: Tagger) -> None:
    """Of "in Dunmore, Norland" the first is meant."""
    doc = tagged(
        "Two/NUM/CD people/NOUN/NNS died/VERB/VBD in/ADP/IN Dunmore/PROPN/NNP ,/PUNCT/,"
        " Norland/PROPN/NNP ./PUNCT/."
    )
    assert find(doc, place(doc, "Dunmore"), place(doc, "Norland", "country")) == ["Dunmore"]


def test_a_text_without_places_gives_none(tagged: Tagger) -> None:
    """A count's place is unknown where the text names none."""
    assert find(tagged("Two/NUM/CD people/NOUN/NNS died/VERB/VBD ./PUNCT/.")) == [None]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("in/ADP/IN", "located"),
        ("in/ADP/IN the/DET/DT old/ADJ/JJ port/NOUN/NN of/ADP/IN", "located"),
        ("from/ADP/IN", "direction"),
    ],
)
def test_the_words_before_a_place_are_evidence(tagged: Tagger, before: str, name: str) -> None:
    """A preposition tells where something is, or whence it comes."""
    doc = tagged(f"Two/NUM/CD people/NOUN/NNS died/VERB/VBD {before} Dunmore/PROPN/NNP ./PUNCT/.")
    (evidence,) = weigh(doc, place(doc, "Dunmore"))
    assert evidence & {"located", "direction"} == {name}


def test_a_noun_takes_up_the_last_place_of_its_kind(tagged: Tagger) -> None:
    """The words "the country" mean the last country named before, not the last town."""
    doc = tagged(
        "He/PRON/PRP left/VERB/VBD Norland/PROPN/NNP for/ADP/IN Dunmore/PROPN/NNP ./PUNCT/. Two/NUM/CD"
        " people/NOUN/NNS in/ADP/IN the/DET/DT country/NOUN/NN died/VERB/VBD ./PUNCT/."
    )
    norland, dunmore = weigh(doc, place(doc, "Norland", "country"), place(doc, "Dunmore"))
    assert ("taken_up" in norland, "taken_up" in dunmore) == (True, False)


def test_the_place_of_who_counts_is_marked(tagged: Tagger) -> None:
    """A place in the source of a count's attribution is one where somebody counts."""
    doc = tagged(
        "Two/NUM/CD people/NOUN/NNS died/VERB/VBD ,/PUNCT/, said/VERB/VBD police/NOUN/NNS in/ADP/IN"
        " Dunmore/PROPN/NNP ./PUNCT/."
    )
    words, counts = count_text(doc, ())
    said = claim(doc, "A1", "Two people died", "police in Dunmore")
    (evidence,) = Scene(words, [place(doc, "Dunmore")], [said]).weigh(counts[0])
    assert (evidence["in_source"], evidence["own_source"]) == (1.0, 1.0)


def test_a_place_far_away_is_not_looked_at(tagged: Tagger) -> None:
    """A long text has places that no count of another part can lie in."""
    idle = " ".join(["Rain/NOUN/NN fell/VERB/VBD ./PUNCT/."] * 130)
    doc = tagged(
        f"{LEAD} A/DET/DT bus/NOUN/NN left/VERB/VBD Farbrook/PROPN/NNP ./PUNCT/. {idle}"
        " Two/NUM/CD people/NOUN/NNS died/VERB/VBD in/ADP/IN Dunmore/PROPN/NNP ./PUNCT/."
    )
    places = [place(doc, name) for name in ("Kilmore", "Farbrook", "Dunmore")]
    words, (count,) = count_text(doc, ())
    scene = Scene(words, places, ())
    assert [scene.sites[i].place.id for i in scene.list_near(count)] == ["Kilmore", "Dunmore"]
