"""Facts about whole articles, read with the weights."""

from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reader.time import find_times

DIGEST = """\
The Tarrow rebels have broken off talks on a truce, according to a Kelmish official on March 9.

“They told the envoys that they would not come back this week,” the official said. The move came shortly after
Ansel Prydde, who was chosen as the rebels' second man in 2013, was killed near the border.

The foreign minister was slated to fly in toward the end of the month but will now arrive early next month.

Reports of 2011 that the island had expelled him were untrue, the centre said. Nothing of the kind was said on
Thursday or the day before.

The army has shelled the valley since an ambush on November 21. At least 410 people have been killed since,
and nearly 90 soldiers are believed to have been killed in the ambush of November 21 and 22.
"""
"""A digest with no date of publication, invented."""

YEARLESS = [
    ("March 9", "XXXX-03-09"),
    ("this week", "XXXX-WXX"),
    ("2013", "2013"),
    ("the end of the month", "XXXX-XX"),
    ("now", "PRESENT_REF"),
    ("early next month", "XXXX-XX"),
    ("2011", "2011"),
    ("Thursday", "XXXX-WXX-4"),
    ("the day before", "XXXX-XX-XX"),
    ("November 21", "XXXX-11-21"),
    ("November 21", "XXXX-11-21"),
    ("22", "XXXX-11-22"),
]


def test_no_year_but_those_of_the_text(nlp: Language) -> None:
    """In a digest without a date nothing gets a year that the text does not give, nor an interval."""
    times = find_times(nlp(DIGEST), None)
    assert [(time.span.text, time.value) for time in times] == YEARLESS
    assert [time.span.text for time in times if time.start] == ["2013", "2011"]


def test_published_digest(nlp: Language) -> None:
    """With a date of publication each of its dates has the year that the tense says."""
    values = {time.span.text: time.value for time in find_times(nlp(DIGEST), "2015-03-10")}
    assert (values["March 9"], values["November 21"]) == ("2015-03-09", "2014-11-21")
    assert (values["this week"], values["early next month"]) == ("2015-W11", "2015-04")


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The council met on Tuesday.", "Tuesday", "2024-05-14"),
        ("The council will meet on Tuesday.", "Tuesday", "2024-05-21"),
        ("The ferry is due to sail on Friday.", "Friday", "2024-05-17"),
        ("The election in November will be close.", "November", "2024-11"),
        ("The mill burned down early Monday.", "early Monday", "2024-05-13"),
        ("The mill burned down late last month.", "late last month", "2024-04"),
        ("The mill burned down overnight.", "overnight", "2024-05-14TNI"),
        ("The mill burned down over the weekend.", "the weekend", "2024-W19-WE"),
        ("The mill has stood idle since October 7.", "October 7", "2023-10-07"),
        ("The mill was sold in 2017.", "2017", "2017"),
        ("The mill will be sold next week.", "next week", "2024-W21"),
    ],
)
def test_news(nlp: Language, text: str, span: str, value: str) -> None:
    """The expressions that news is full of are anchored to the day of publication."""
    (time,) = find_times(nlp(text), "2024-05-15")
    assert (time.span.text, time.value) == (span, value)


def test_order_of_readings(nlp: Language) -> None:
    """What is read before changes nothing."""
    first = find_times(nlp(DIGEST), "2015-03-10")
    find_times(nlp("It rained on May 3, 1999."), "2001-01-01")
    assert find_times(nlp(DIGEST), "2015-03-10") == first
