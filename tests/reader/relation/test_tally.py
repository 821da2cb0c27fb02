"""What figures do to one another."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model import Figure
from sayso.reader.relation import relate_figures
from sayso.reader.relation.tally import find_group
from tests.reader.relation.sample import claim, count, list_relations

CLAIMS = [claim(0, "Ana Brodnik", "said", "x").attribution, claim(1, "Ivo Lenk", "said", "y").attribution]


def _relate(text: str, *figures: Figure) -> list[tuple[str, str, str]]:
    return list_relations(list(relate_figures(text, figures, CLAIMS, {})))


def test_the_same_number_again_is_restated() -> None:
    """Equal figures of one measure restate."""
    text = "A flood killed six people. In all, 6 died."
    assert _relate(text, count(text, "six", 6, "people"), count(text, "6", 6)) == [("6", "restates", "six")]


def test_a_definite_number_restates_what_it_takes_up() -> None:
    """Those whom "the nine" means the text has counted, whatever is said of them now."""
    text = "Police arrested nine sailors. The 9 sailors were fed."
    one, other = count(text, "nine", 9, "sailors", measure="detained"), count(text, "9", 9, measure="other")
    assert _relate(text, one, other) == [("9", "restates", "nine")]


@pytest.mark.parametrize(
    ("later", "of"), [({"measure": "injured"}, "men"), ({"as_of": "2020-03-04"}, "men"), ({}, "guards")]
)
def test_what_counts_something_else_is_not_related(later: dict[str, Any], of: str) -> None:
    """Other measures, other times and parts of the whole say nothing about each other."""
    text = "Six people died. Eight men or guards."
    figures = count(text, "Six", 6, "people"), count(text, "Eight", 8, of, **later)
    assert _relate(text, *figures) == []


def test_a_later_and_higher_total_updates() -> None:
    """A total of a later day that grew updates the earlier one."""
    text = "Six people died. The toll rose to eight."
    figures = count(text, "Six", 6, "people"), count(text, "eight", 8, as_of="2021-03-05")
    assert _relate(text, *figures) == [("eight", "updates", "Six")]


def test_an_earlier_toll_is_updated_by_the_one_told_before_it() -> None:
    """A number that is called an earlier toll is the older one, even if it is higher."""
    text = "Twenty people died. This revised an earlier toll of 27."
    figures = count(text, "Twenty", 20, "people"), count(text, "27", 27)
    assert _relate(text, *figures) == [("Twenty", "updates", "27")]


def test_totals_of_two_counters_contradict() -> None:
    """Two counters whose totals cannot both hold contradict."""
    text = "Brodnik said six people died, Lenk that forty people died."
    figures = (
        count(text, "six", 6, "people", attribution="A0"),
        count(text, "forty", 40, "people", attribution="A1"),
    )
    assert _relate(text, *figures) == [("forty", "contradicts", "six")]


def test_a_count_of_one_place_does_not_contradict_a_higher_total() -> None:
    """Bodies in one hospital may be some of those that died."""
    text = "Brodnik said forty people died, Lenk saw six bodies in one hospital."
    figures = (
        count(text, "forty", 40, "people", attribution="A0"),
        count(text, "six", 6, "bodies", attribution="A1"),
    )
    assert _relate(text, *figures) == []


@pytest.mark.parametrize(
    ("of", "group"),
    [
        ("people", ""),
        ("measles cases", ""),
        ("Finns", "Finn"),
        ("Finn nationals", "Finn"),
        ("new cases", None),
    ],
)
def test_a_total_counts_all_or_all_of_a_nation(of: str, group: str | None) -> None:
    """Totals are compared with totals, a nation's dead with the same nation's, parts with nothing."""
    text = f"eight {of}"
    assert find_group(count(text, "eight", 8, of)) == group
