"""Places: each mention on the map, or unresolved with a reason."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from sayso.model import Place
from sayso.reader.place import find_places

Mark = Callable[[str], Doc]


def read(doc: Doc) -> list[tuple[str, str | None, str | None]]:
    return [(place.span.text, place.name, place.country) for place in find_places(doc)]


def test_a_name_without_context_is_the_best_known_place(mark: Mark) -> None:
    """Renown decides where nothing else does."""
    assert read(mark("A man was shot in [Paris].")) == [("Paris", "Paris", "FR")]


def test_the_state_after_a_comma_decides(mark: Mark) -> None:
    """Paris before "Texas" lies in Texas."""
    assert read(mark("Floods hit [Paris], [Texas]."))[0] == ("Paris", "Paris", "US")


def test_two_places_of_one_name_stay_apart(mark: Mark) -> None:
    """Containers that differ make two senses of one name."""
    places = find_places(mark("[London], [Ontario], is not [London], [England]."))
    assert [place.country for place in places] == ["CA", "CA", "GB", "GB"]


def test_mentions_of_one_place_share_its_coordinates(mark: Mark) -> None:
    """A name has one sense in an article unless the text says otherwise."""
    places = find_places(mark("Floods hit [Paris], [Texas]. The mayor of [Paris] left."))
    first, last = places[0], places[-1]
    assert (first.lat, first.lon, first.geonames) == (last.lat, last.lon, last.geonames)


def test_a_county_tells_which_town(mark: Mark) -> None:
    """Places that lie near each other speak for each other."""
    places = find_places(mark("[Alexandria]. A woman was charged in [Rapides] Parish."))
    assert [(place.country, place.kind) for place in places] == [("US", "city"), ("US", "county")]
    assert places[0].lat == pytest.approx(31.3, abs=0.1)


def test_a_city_tells_which_country(mark: Mark) -> None:
    """Georgia with Tbilisi is the country, with Atlanta the state."""
    assert read(mark("He left [Georgia] by way of [Tbilisi]."))[0][2] == "GE"
    assert read(mark("He left [Georgia] by way of [Atlanta]."))[0][2] == "US"


def test_a_list_of_states_is_no_chain_of_containers(mark: Mark) -> None:
    """In "Alabama, Georgia and Mississippi" nothing lies in anything."""
    kinds = [p.kind for p in find_places(mark("It spread over [Alabama], [Georgia] and [Mississippi]."))]
    assert kinds == ["state", "state", "state"]


def test_an_institution_is_evidence_and_no_place(mark: Mark) -> None:
    """The "Kentucky" of a university's name says which Lexington, and is not itself listed."""
    found = find_places(mark("The [O:University of Kentucky] closed its [Lexington] campus."))
    assert [(p.name, round(p.lat or 0)) for p in found] == [("Lexington", 38)]


def test_a_part_is_the_whole(mark: Mark) -> None:
    """The "northern Gaza Strip" is the Gaza Strip, and "Anbar province" Anbar."""
    assert read(mark("Strikes hit the [northern Gaza Strip] and [Anbar province].")) == [
        ("Gaza Strip", "Gaza Strip", "PS"),
        ("Anbar", "Anbar", "IQ"),
    ]


def test_well_known_places_are_found_without_an_entity(mark: Mark) -> None:
    """A country that the entities miss is a place; so is a government's name for one."""
    assert read(mark("Aid for Sudan came from [O:Egypt].")) == [
        ("Sudan", "Sudan", "SD"),
        ("Egypt", "Egypt", "EG"),
    ]


def test_a_person_is_no_place(mark: Mark) -> None:
    """A name that is labelled as a person's stays one."""
    assert read(mark("The verdict of [P:Jordan] came late.")) == []


def test_a_demonym_is_no_place(mark: Mark) -> None:
    """The word "Sri Lankan" names people, even where the entities say otherwise."""
    assert read(mark("A [Sri Lankan] ship sank.")) == []


def test_counties_in_the_plural_are_counties(mark: Mark) -> None:
    """Names before "counties" are those of counties."""
    found = find_places(mark("Fires in [Laurel] and [Whitley] counties in [Ky.]"))[:2]
    assert [(place.kind, place.country) for place in found] == [("county", "US"), ("county", "US")]


def test_an_unknown_name_is_unresolved(mark: Mark) -> None:
    """What the gazetteer lacks has no coordinates and says so."""
    (place,) = find_places(mark("They met in [Qxyzville]."))
    assert place.unresolved == "not in the gazetteer"
    assert place.lat is None
    assert place.name == "Qxyzville"


def test_an_ambiguous_name_is_unresolved(mark: Mark) -> None:
    """Where many places have a name and nothing tells them apart, none is guessed."""
    (place,) = find_places(mark("He went to [Springfield]."))
    assert (place.unresolved or "").startswith("ambiguous")


def test_ids_count_up_and_spans_cut_the_text(mark: Mark) -> None:
    """Places are numbered in the order of the text, and a span says what stands there."""
    doc = mark("From [Kiev] to [Bombay], by way of [Addis Ababa].")
    places = find_places(doc)
    assert [place.id for place in places] == ["P1", "P2", "P3"]
    assert all(doc.text[p.span.start : p.span.end] == p.span.text for p in places)
    assert [place.geonames for place in places] == [703448, 1275339, 344979]


def test_a_place_is_called_what_the_article_calls_it(mark: Mark) -> None:
    """Another spelling than the gazetteer's is kept, and all mentions share the commonest."""
    assert read(mark("From [Kiev] to [Bombay]; [Kiev] is cold."))[0] == ("Kiev", "Kiev", "UA")


def test_an_abbreviated_place_is_spelt_out(mark: Mark) -> None:
    """An abbreviation gives way to the article's name in full, or else to the gazetteer's."""
    assert read(mark("The [U.K.] left. Ships left [America]."))[0] == ("U.K.", "United Kingdom", "GB")


def test_a_comma_is_no_part_of_a_place(mark: Mark) -> None:
    """An entity that swallowed the comma after it is cut."""
    assert read(mark("Floods hit [Randolph,] a town of mills."))[0][0] == "Randolph"


def test_a_hyphen_may_make_it_another_name(mark: Mark) -> None:
    """The "France" of a news agency is no place; joined countries are two."""
    assert read(mark("Agence [France]-Presse reported it.")) == []


def test_a_village_in_capitals_is_a_name_of_its_own(mark: Mark) -> None:
    """A "Village" with a capital belongs to the name, which may be that of no village."""
    assert read(mark("They met in the [Gay Village].")) == [("Gay Village", "Gay Village", None)]


@given(
    st.lists(
        st.sampled_from(["Paris", ",", "Georgia", "county", "of", "U.S.", "Lake", "'s", "\n"]), max_size=12
    )
)
def test_any_text_has_well_formed_places(words: list[str]) -> None:
    """A place is either whole or has a reason; spans never overlap."""
    doc = spacy.blank("en")(" ".join(words))
    for token in doc:
        token.pos_ = "PROPN"
    places = find_places(doc)
    assert all(is_whole(place) for place in places)
    assert all(a.span.end <= b.span.start for a, b in pairwise(places))
    assert places == find_places(doc)


def is_whole(place: Place) -> bool:
    known = (place.name, place.kind, place.lat, place.lon)
    return None not in known if place.unresolved is None else set(known) == {None}
