"""Facts about expressions of time, read without tags: one expression, its type, value and interval."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from spacy.language import Language

from sayso.model import Time
from sayso.reader.time import find_times

PUBLISHED = "2024-05-15"
"""A Wednesday."""


@cache
def load_blank() -> Language:
    return spacy.blank("en")


def find(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(load_blank()(text), published)


def find_one(text: str, published: str | None = PUBLISHED) -> Time:
    times = find(text, published)
    assert len(times) == 1, [(time.span.text, time.value) for time in times]
    return times[0]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It opened on October 7, 2023.", "October 7, 2023", "2023-10-07"),
        ("It opened on Oct. 7, 2023.", "Oct. 7, 2023", "2023-10-07"),
        ("It opened on Saturday, Oct. 7, 2023.", "Saturday, Oct. 7, 2023", "2023-10-07"),
        ("It opened on 7 October 2023.", "7 October 2023", "2023-10-07"),
        ("It opened on the 7th of October, 2023.", "the 7th of October, 2023", "2023-10-07"),
        ("It opened on 2023-10-07.", "2023-10-07", "2023-10-07"),
        ("It opened on 10/31/2023.", "10/31/2023", "2023-10-31"),
        ("It opened on 31/10/2023.", "31/10/2023", "2023-10-31"),
        ("It opened on 2023/10/31.", "2023/10/31", "2023-10-31"),
        ("It opened in October 2023.", "October 2023", "2023-10"),
        ("It opened in mid-October 2023.", "mid-October 2023", "2023-10"),
        ("It opened in 2017.", "2017", "2017"),
        ("It opened in late 2017.", "late 2017", "2017"),
        ("It opened in nineteen ninety-seven.", "nineteen ninety-seven", "1997"),
        ("It flourished in the 1990s.", "the 1990s", "199"),
        ("It flourished in the early 1980s.", "the early 1980s", "198"),
        ("It flourished in the '80s.", "the '80s", "198"),
        ("It flourished in the nineties.", "the nineties", "199"),
        ("It was built in the 19th century.", "the 19th century", "18"),
        ("Sales rose in the second half of 2019.", "the second half of 2019", "2019-H2"),
        ("Sales rose in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"),
        ("It closed in the winter of 1994.", "the winter of 1994", "1994-WI"),
        ("It closed in fiscal 2019.", "fiscal 2019", "2019"),
    ],
)
def test_absolute(text: str, span: str, value: str) -> None:
    """A date that the text gives in full needs no anchor."""
    time = find_one(text)
    assert (time.span.text, time.type, time.value, time.anchor) == (span, "DATE", value, "none")


@pytest.mark.parametrize(
    ("text", "span", "value", "start", "end"),
    [
        ("He left today.", "today", "2024-05-15", "2024-05-15", "2024-05-15"),
        ("He left yesterday.", "yesterday", "2024-05-14", "2024-05-14", "2024-05-14"),
        ("He leaves tomorrow.", "tomorrow", "2024-05-16", "2024-05-16", "2024-05-16"),
        (
            "He left the day before yesterday.",
            "the day before yesterday",
            "2024-05-13",
            "2024-05-13",
            "2024-05-13",
        ),
        ("He left on Tuesday.", "Tuesday", "2024-05-14", "2024-05-14", "2024-05-14"),
        ("He left on Wednesday.", "Wednesday", "2024-05-15", "2024-05-15", "2024-05-15"),
        ("He left on Thursday.", "Thursday", "2024-05-09", "2024-05-09", "2024-05-09"),
        ("He left early Monday.", "early Monday", "2024-05-13", "2024-05-13", "2024-05-13"),
        ("He left last Wednesday.", "last Wednesday", "2024-05-08", "2024-05-08", "2024-05-08"),
        ("He leaves next Tuesday.", "next Tuesday", "2024-05-21", "2024-05-21", "2024-05-21"),
        ("He left last week.", "last week", "2024-W19", "2024-05-06", "2024-05-12"),
        ("He leaves next week.", "next week", "2024-W21", "2024-05-20", "2024-05-26"),
        ("He left late last month.", "late last month", "2024-04", "2024-04-01", "2024-04-30"),
        ("He left earlier this year.", "earlier this year", "2024", "2024-01-01", "2024-12-31"),
        ("He left two weeks ago.", "two weeks ago", "2024-W18", "2024-04-29", "2024-05-05"),
        ("He left ten days ago.", "ten days ago", "2024-05-05", "2024-05-05", "2024-05-05"),
        ("He left five months ago.", "five months ago", "2023-12", "2023-12-01", "2023-12-31"),
        ("He left a year ago.", "a year ago", "2023", "2023-01-01", "2023-12-31"),
        ("He left a decade ago.", "a decade ago", "2014", "2014-01-01", "2014-12-31"),
        ("He leaves two days from now.", "two days from now", "2024-05-17", "2024-05-17", "2024-05-17"),
        ("He left over the weekend.", "the weekend", "2024-W19-WE", "2024-05-11", "2024-05-12"),
        ("He left last October.", "last October", "2023-10", "2023-10-01", "2023-10-31"),
        ("He left in July last year.", "July last year", "2023-07", "2023-07-01", "2023-07-31"),
        ("Since April 7 he waits.", "April 7", "2024-04-07", "2024-04-07", "2024-04-07"),
        ("He left last Christmas.", "last Christmas", "2023-12-25", "2023-12-25", "2023-12-25"),
        ("It rose in the first quarter.", "the first quarter", "2024-Q1", "2024-01-01", "2024-03-31"),
        (
            "It rose in last year's third quarter.",
            "last year's third quarter",
            "2023-Q3",
            "2023-07-01",
            "2023-09-30",
        ),
        ("He met them the week of May 6.", "the week of May 6", "2024-W19", "2024-05-06", "2024-05-12"),
    ],
)
def test_relative(text: str, span: str, value: str, start: str, end: str) -> None:
    """A relative date is reckoned from the day of publication."""
    time = find_one(text)
    assert (time.span.text, time.value, time.start, time.end) == (span, value, start, end)
    assert (time.type, time.anchor) == ("DATE", "published")


@pytest.mark.parametrize(
    ("text", "span", "value", "start", "end"),
    [
        ("It burned Monday morning.", "Monday morning", "2024-05-13TMO", "2024-05-13", "2024-05-13"),
        ("It burned on Monday night.", "Monday night", "2024-05-13TNI", "2024-05-13", "2024-05-14"),
        ("It burned last night.", "last night", "2024-05-14TNI", "2024-05-14", "2024-05-15"),
        ("It burned overnight.", "overnight", "2024-05-14TNI", "2024-05-14", "2024-05-15"),
        ("They vote tonight.", "tonight", "2024-05-15TNI", "2024-05-15", "2024-05-16"),
        ("They vote this evening.", "this evening", "2024-05-15TEV", "2024-05-15", "2024-05-15"),
        (
            "It burned at 10 p.m. Tuesday.",
            "10 p.m. Tuesday",
            "2024-05-14T22:00",
            "2024-05-14T22:00",
            "2024-05-14T22:00",
        ),
        (
            "It burned at 5:30 a.m. GMT on Tuesday.",
            "5:30 a.m. GMT on Tuesday",
            "2024-05-14T05:30",
            "2024-05-14T05:30Z",
            "2024-05-14T05:30Z",
        ),
        (
            "It burned Tuesday at 12:15 a.m.",
            "Tuesday at 12:15 a.m.",
            "2024-05-14T00:15",
            "2024-05-14T00:15",
            "2024-05-14T00:15",
        ),
        (
            "It burned at noon Tuesday.",
            "noon Tuesday",
            "2024-05-14T12:00",
            "2024-05-14T12:00",
            "2024-05-14T12:00",
        ),
        (
            "It ended at midnight Tuesday.",
            "midnight Tuesday",
            "2024-05-14T24:00",
            "2024-05-15T00:00",
            "2024-05-15T00:00",
        ),
        ("It burned at 1430 GMT.", "1430 GMT", "2024-05-15T14:30", "2024-05-15T14:30Z", "2024-05-15T14:30Z"),
    ],
)
def test_time_of_day(text: str, span: str, value: str, start: str, end: str) -> None:
    """A time of day has the day of its words; a night runs into the next day, an interval keeps the zone."""
    time = find_one(text)
    assert (time.span.text, time.type, time.value, time.start, time.end) == (span, "TIME", value, start, end)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It lasted two years.", "two years", "P2Y"),
        ("It lasted 36 hours.", "36 hours", "PT36H"),
        ("It lasted a decade.", "a decade", "P10Y"),
        ("It lasted for months.", "months", "PXM"),
        ("It lasted more than four hours.", "more than four hours", "PT4H"),
        ("It lasted 2 1/2 years.", "2 1/2 years", "P2Y6M"),
        ("It lasted a minute and a half.", "a minute and a half", "PT1M30S"),
        ("It lasted half an hour.", "half an hour", "PT30M"),
        ("It lasted half a century.", "half a century", "P50Y"),
        ("It was a three-day truce.", "three-day", "P3D"),
        ("It lasted over two hours.", "over two hours", "PT2H"),
        ("It lasted several weeks.", "several weeks", "PXW"),
        ("It lasted a couple of years.", "a couple of years", "P2Y"),
        ("It lasted twenty-four hours.", "twenty-four hours", "PT24H"),
        ("It lasted for a fortnight.", "a fortnight", "P2W"),
    ],
)
def test_duration(text: str, span: str, value: str) -> None:
    """A stretch of time that no day bounds has no interval."""
    time = find_one(text)
    assert (time.span.text, time.type, time.value) == (span, "DURATION", value)
    assert (time.start, time.end, time.anchor) == (None, None, "none")


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("in the past three days", "P3D", "2024-05-12", "2024-05-15"),
        ("over the next two months", "P2M", "2024-05-15", "2024-07-15"),
        ("in the past decade", "P10Y", "2014-05-15", "2024-05-15"),
    ],
)
def test_span(text: str, value: str, start: str, end: str) -> None:
    """The past or next so many units end or begin with the day of publication."""
    time = find_one(f"It rained {text}.")
    assert (time.type, time.value, time.start, time.end) == ("DURATION", value, start, end)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They meet weekly.", "weekly", "P1W"),
        ("They meet annually.", "annually", "P1Y"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("They meet each July.", "each July", "XXXX-07"),
        ("They meet every two years.", "every two years", "P2Y"),
        ("They meet every other day.", "every other day", "P2D"),
        ("They meet on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
    ],
)
def test_set(text: str, span: str, value: str) -> None:
    """What recurs is a set."""
    time = find_one(text)
    assert (time.span.text, time.type, time.value, time.start) == (span, "SET", value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is closed now.", "PRESENT_REF"),
        ("It is currently closed.", "PRESENT_REF"),
        ("It was recently closed.", "PAST_REF"),
        ("It was open in the past.", "PAST_REF"),
        ("It may open in the near future.", "FUTURE_REF"),
        ("It will open soon.", "FUTURE_REF"),
    ],
)
def test_reference(text: str, value: str) -> None:
    """What is only past, present or future has no interval."""
    time = find_one(text)
    assert (time.value, time.start, time.anchor) == (value, None, "none")


@pytest.mark.parametrize(
    "text",
    [
        "A 35-year-old man was hurt.",
        "The man, 35 years old, was hurt.",
        "He may march.",
        "May said it would march on.",
        "April Summers and August Okello sat down.",
        "They sat in the sun.",
        "About 2000 people came.",
        "It cost $1999.",
        "A second man fell.",
        "More than a quarter of them fell.",
        "She was named Player of the Year.",
        "It won by 15 to 20.",
        "Once more they lost.",
        "",
    ],
)
def test_no_time(text: str) -> None:
    """Ages, verbs, names, counts, prices, fractions and scores are no times."""
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rained on April 7 and 8.", ["2024-04-07", "2024-04-08"]),
        ("It rained on April 7, 8 and 9.", ["2024-04-07", "2024-04-08", "2024-04-09"]),
        ("It rained on April 7–8, 2019.", ["2019-04-07", "2019-04-08"]),
        ("It rained from 7 to 8 April.", ["2024-04-07", "2024-04-08"]),
        ("It rained from 7 to 8 April 2019.", ["2019-04-07", "2019-04-08"]),
    ],
)
def test_days_together(text: str, values: list[str]) -> None:
    """Days that share a month share its year."""
    assert [time.value for time in find(text)] == values


def test_days_together_without_year() -> None:
    """Days that share a month whose year is not known are known but for the year."""
    times = find("It rained on April 7 and 8.", None)
    assert [time.value for time in times] == ["XXXX-04-07", "XXXX-04-08"]


def test_long_list_of_days() -> None:
    """However long a list of days is, each of them has the month and the year of its first date."""
    times = find("On May " + ", ".join(["12"] * 1500) + " and 13.")
    assert {time.value for time in times} == {"2024-05-12", "2024-05-13"}


def test_weekday_with_date() -> None:
    """A date in brackets says which weekday is meant."""
    time = find_one("It opened on Wednesday (May 8).")
    assert (time.span.text, time.value) == ("Wednesday (May 8)", "2024-05-08")


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It burned in the early hours of Thursday.", "the early hours of Thursday", "2024-05-09"),
        ("It burned in the small hours of May 3.", "the small hours of May 3", "2024-05-03"),
        ("It burned in the first weeks of 2020.", "the first weeks of 2020", "2020"),
        ("It burned in the first half of the year.", "the first half of the year", "2024-H1"),
        ("It burned in the last week of the month.", "the last week of the month", "2024-05"),
        ("It burned in the week ending May 10.", "the week ending May 10", "2024-W19"),
        ("It burned in the first half of the 20th century.", "the first half of the 20th century", "19"),
    ],
)
def test_part_of_period(text: str, span: str, value: str) -> None:
    """A part of a period that has no value of its own has that of the period."""
    time = find_one(text)
    assert (time.span.text, time.value) == (span, value)


@pytest.mark.parametrize("mark", ["'", "’"])
@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It burned on New Year's Eve.", "New Year's Eve", "2023-12-31"),
        ("It burned on Valentine's Day.", "Valentine's Day", "2024-02-14"),
        ("It burned at 10 o'clock.", "10 o'clock", "2024-05-15T10:00"),
        ("It burned in '89.", "89", "1989"),
        ("It burned in next year's first quarter.", "next year's first quarter", "2025-Q1"),
    ],
)
def test_apostrophe(text: str, span: str, value: str, mark: str) -> None:
    """An apostrophe is one whichever way it is printed."""
    time = find_one(text.replace("'", mark))
    assert (time.span.text, time.value) == (span.replace("'", mark), value)


@pytest.mark.parametrize("amount", ["7" * 5000, "1" * 400 + ".5"])
def test_long_number(amount: str) -> None:
    """A number that is too long to be one of time makes no trouble."""
    assert find_one(f"It lasted {amount} hours.").value == "PTXH"


def test_last_of_something() -> None:
    """The last week of what is no period is not the week before."""
    assert find("It closed in the last week of the hearings.") == ()


@pytest.mark.parametrize("day", ["February 30, 2019", "the fifth Friday of June 2024"])
def test_impossible_day(day: str) -> None:
    """A day that the calendar lacks is no time."""
    assert find(f"It opened on {day}.") == ()


def test_ids() -> None:
    """Times are numbered in the order of the text."""
    assert [time.id for time in find("From Monday to Tuesday.")] == ["T1", "T2"]


def test_ambiguous_slashes() -> None:
    """Where day and month may be either, only the year is told."""
    assert find_one("It opened on 7/10/2023.").value == "2023"


def test_paragraphs() -> None:
    """An expression does not run over the end of a paragraph."""
    assert [time.span.text for time in find("It was May 6\n\n2019 was worse.")] == ["May 6", "2019"]
