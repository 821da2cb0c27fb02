"""The gazetteer: names fold, places are found by them, and the overlay is in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.vocab import load_table
from sayso.vocab.gazetteer import KINDS, Entry, fold_name, load_gazetteer

OVERLAY = load_table("gazetteer/overlay")


def find_main(name: str) -> list[Entry]:
    return [entry for entry, main in load_gazetteer().find(name) if main]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Denis", "St. Denis"),
        ("Sana'a", "Sana’a"),
        ("São Paulo", "Sao Paulo"),
        ("Queen Anne’s County", "queen annes county"),
        ("W.Va.", "W. Va."),
        ("U.S.", "US"),
        ("Łódź", "Lodz"),
        ("Fort Worth", "Ft. Worth"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    """Accents, apostrophes, hyphens, dots and "saint" make no other name."""
    assert fold_name(one) == fold_name(other)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    """A folded name is its own folded form."""
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text(max_size=30))
def test_any_name_can_be_looked_up(name: str) -> None:
    """A search never fails, whatever it is asked for."""
    assert isinstance(load_gazetteer().find(name), list)


def test_the_most_populous_place_of_a_name_comes_first() -> None:
    """Places of one name stand in the order of their population."""
    populations = [entry.population for entry, _ in load_gazetteer().find("Springfield")]
    assert len(populations) > 5
    assert populations == sorted(populations, reverse=True)


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Gaza Strip", "state", "PS", 31.4, 34.4),
        ("Darfur", "region", "SD", 13, 25),
        ("Donbas", "region", "UA", 48.3, 38),
        ("Tigray", "state", "ET", 14, 38.8),
        ("Crimea", "state", "UA", 45.3, 34.4),
        ("Nagorno-Karabakh", "region", "AZ", 39.8, 46.8),
        ("Kashmir", "region", None, 34.5, 76),
        ("Catalonia", "state", "ES", 41.8, 1.5),
        ("Calif.", "state", "US", 37.3, -119.8),
        ("Kiev", "capital", "UA", 50.45, 30.5),
        ("Bombay", "city", "IN", 19.1, 72.9),
        ("Laurel County", "county", "US", 37, -84.1),
        ("Black Sea", "water", None, 43.4, 34.3),
    ],
)
def test_names_of_the_news_are_known(
    name: str, kind: str, country: str | None, lat: float, lon: float
) -> None:
    """A name has a place of the right kind, country and position."""
    near = [e for e in find_main(name) if e.kind == kind and e.country == country]
    assert any(abs(e.lat - lat) < 1 and abs(e.lon - lon) < 1 for e in near)


def test_a_town_lies_in_its_county_state_and_country() -> None:
    """The holders of a place are listed from the smallest."""
    gazetteer = load_gazetteer()
    (town,) = [e for e in find_main("Chicopee") if e.country == "US" and e.population > 10_000]
    holders = [gazetteer.get(row).name for row in town.within]
    assert holders == ["Hampden County", "Massachusetts", "United States"]


def test_the_file_holds_the_whole_overlay() -> None:
    """Every country, state, city and place of the overlay is found by each of its names."""
    listed = [(code, names[0], names[3:]) for code, names in OVERLAY["countries"].items()]
    listed += [(code, s[0], s[3:]) for code, states in OVERLAY["states"].items() for s in states.values()]
    listed += [(code, name, names) for code, name, _, _, *names in OVERLAY["cities"]]
    listed += [(code, name, names) for _, code, name, _, _, *names in OVERLAY["places"]]
    for code, name, names in listed:
        for known in (name, *names):
            assert any(e.name == name and e.country == code for e in find_main(known)), (code, known)


def test_every_place_is_whole() -> None:
    """Positions lie on the globe, kinds are known, and all that holds a city has coordinates."""
    gazetteer = load_gazetteer()
    assert len(gazetteer) > 200_000
    assert int(abs(gazetteer.lat).max()) <= 9_000_000
    assert int(abs(gazetteer.lon).max()) <= 18_000_000
    assert int(gazetteer.kind.max()) < len(KINDS)


def test_demonyms_name_places_that_exist() -> None:
    """Every country and place that has a demonym is in the gazetteer."""
    table = load_table("demonym")
    assert set(table["countries"]) <= set(OVERLAY["countries"])
    assert all(find_main(name) for name in table["places"].values())
