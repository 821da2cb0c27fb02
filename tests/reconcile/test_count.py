"""Counts: what an article counts, each once."""

from __future__ import annotations

from sayso.reconcile.count import list_counts
from tests.reconcile.note import reading


def _values(text: str, *figures: tuple[str, int, dict[str, object]]) -> list[int]:
    return [counted.value for counted in list_counts(reading(text, *figures))]


def test_a_count_that_is_told_twice_is_one() -> None:
    """The same number again in one article is the same count, with both passages."""
    text = "The blast killed six miners. All six dead men had families."
    (counted,) = list_counts(reading(text, ("six", 6, {"of": "miners"}), ("All six", 6, {"of": "men"})))
    assert [span.text for span in counted.spans] == ["six", "All six"]


def test_a_part_of_the_total_is_left_out() -> None:
    """Fewer than an article counts in all are a part of these."""
    text = "The fire killed nine people. Two cooks died in the cellar."
    assert _values(text, ("nine", 9, {"of": "people"}), ("Two", 2, {"of": "cooks"})) == [9]


def test_people_told_one_by_one_are_no_count() -> None:
    """A man and a woman who were killed are not counted together, since the article does not."""
    text = "A man was killed at the gate. A woman was killed in the yard."
    assert _values(text, ("A man", 1, {"of": "man"}), ("A woman", 1, {"of": "woman"})) == []


def test_what_was_counted_before_is_left_out() -> None:
    """Of "from 31 to 43" only the new toll counts."""
    text = "The number of dead has risen from 31 to 43."
    assert _values(text, ("31", 31, {"of": "dead"}), ("43", 43, {"of": "dead"})) == [43]


def test_a_number_of_a_picture_is_no_count() -> None:
    """A number of pictures ("1 of 16") counts nobody."""
    assert _values("Image 1 of 16 A man died at the mill.", ("16", 16, {})) == []


def test_those_to_whom_it_did_not_happen_are_left_out() -> None:
    """Whoever was not hurt is not counted with the injured."""
    text = "Three guests were not hurt in the fire."
    assert _values(text, ("Three", 3, {"of": "guests", "measure": "injured"})) == []


def test_a_time_long_past_is_an_aside() -> None:
    """What an article tells of years ago is marked."""
    text = "The flood of 2009 killed 13 people."
    (counted,) = list_counts(reading(text, ("13", 13, {"of": "people", "as_of": "2009-11-05"})))
    assert counted.aside


def test_the_count_of_an_incident_holds_when_it_is_published() -> None:
    """The date of an incident is not the day at which its count held; that of a toll is."""
    text = "The flood on Tuesday killed 13 people."
    (counted,) = list_counts(reading(text, ("13", 13, {"of": "people", "as_of": "2021-03-02"})))
    (toll,) = list_counts(
        reading(text, ("13", 13, {"of": "people", "as_of": "2021-03-02", "basis": "cumulative"}))
    )
    assert (counted.day, toll.day) == ("2021-03-04", "2021-03-02")
