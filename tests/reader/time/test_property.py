"""Properties of times that hold for every date and every text."""

from __future__ import annotations

import datetime
import sys
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from sayso.model import Time
from sayso.reader.time import find_times
from sayso.reader.time.day import find_easter
from sayso.reader.time.period import Period, Unit

UNITS: list[Unit] = [
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
WORDS = [
    *MONTHS, *DAYS, "Oct.", "7", "31", "2023", "1999", "10:30", "p.m.", "last", "next", "this", "two",
    "several", "a", "the", "week", "weeks", "years", "year", "ago", "later", "earlier", "quarter",
    "third", "early", "night", "morning", "of", "'s", "and", "to", "-", ",", "GMT", "every", "twice",
    "fiscal", "1990s", "century", "half", "old", "weekend", "Easter", "noon", "that", "following",
    "previous", "summer", "yesterday", "years'", "12", "\n\n", "said", "will", "(", ")", "in", "until",
]  # fmt: skip


@cache
def load_blank() -> Language:
    return spacy.blank("en")


def find(text: str, published: str | None = None) -> tuple[Time, ...]:
    return find_times(load_blank()(text), published)


dates = st.dates(date(1000, 1, 1), date(2199, 12, 31))
texts = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
publications = st.none() | st.dates().map(date.isoformat)


@settings(deadline=None)
@given(texts | st.text(max_size=80), publications)
def test_spans(text: str, published: str | None) -> None:
    """Any text can be read; spans are exact, in order and apart, and intervals run forward."""
    times = find(text, published)
    assert all(time.span.text == text[time.span.start : time.span.end] for time in times)
    assert all(one.span.end <= two.span.start for one, two in pairwise(times))
    for time in times:
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or time.start[:10] <= time.end[:10]


@given(texts, publications)
def test_same_twice(text: str, published: str | None) -> None:
    """Reading twice gives the same."""
    assert find(text, published) == find(text, published)


@given(texts)
def test_unpublished(text: str) -> None:
    """Without a date of publication nothing is anchored to one, and what has an interval names its year."""
    for time in find(text):
        assert time.anchor != "published"
        assert time.start is None or "XXXX" not in time.value


@given(dates, st.sampled_from(UNITS))
def test_period_holds_its_days(day: date, unit: Unit) -> None:
    """The period of a day holds it, and borders on the next one."""
    period = Period.of(unit, day)
    if unit != "weekend":
        assert period.first <= day <= period.last
        assert period.last + timedelta(days=1) == period.shift(1).first
    assert Period.of(unit, period.first) == period


@given(dates, dates)
def test_relative_day_lies_in_its_interval(day: date, published: date) -> None:
    """A day without a year lies in its interval, and is that day of that month."""
    times = find(f"It opened on {MONTHS[day.month - 1]} {day.day}.", published.isoformat())
    assert len(times) == 1
    assert times[0].value[5:] == day.isoformat()[5:]
    assert times[0].start == times[0].end == times[0].value


@pytest.mark.parametrize("year", range(1990, 2031))
def test_every_day_reads_back(year: int) -> None:
    """Every usual form of every day of these years reads back."""
    first = date(year, 1, 1)
    days = [first + timedelta(days=step) for step in range((date(year + 1, 1, 1) - first).days)]
    for day in days:
        month, name = MONTHS[day.month - 1], DAYS[day.weekday()]
        forms = [
            f"{month} {day.day}, {day.year}",
            f"{month[:3]}. {day.day}, {day.year}" if month != "May" else f"May {day.day}, {day.year}",
            f"{name}, {month} {day.day}, {day.year}",
            f"{day.day} {month} {day.year}",
            day.isoformat(),
        ]
        times = find("It opened on " + ";\n\nit opened on ".join(forms) + ".")
        assert [time.span.text for time in times] == forms
        assert {time.value for time in times} == {day.isoformat()}


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_weekday_is_last_one(published: date, weekday: int) -> None:
    """A weekday is the last one on or before publication."""
    start = find(f"He left on {DAYS[weekday]}.", published.isoformat())[0].start
    assert start is not None
    day = date.fromisoformat(start)
    assert day.weekday() == weekday
    assert 0 <= (published - day).days <= 6


@given(st.integers(1583, 4000))
def test_easter_is_a_spring_sunday(year: int) -> None:
    """Easter is a Sunday from 22 March to 25 April."""
    easter = find_easter(year)
    assert easter.weekday() == 6
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


def test_reads_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing depends on the day on which it runs: no module asks for it."""

    class Stopped(date):
        @classmethod
        def today(cls) -> Stopped:
            raise AssertionError("asked for today")

    text = "He left on Tuesday, two weeks ago, last summer and in October."
    before = find(text, "2024-05-15")
    for name, module in list(sys.modules.items()):
        if name.startswith("sayso.reader.time.") and getattr(module, "date", None) is datetime.date:
            monkeypatch.setattr(module, "date", Stopped)
    assert [time.value for time in find(text, "2024-05-15")] == [time.value for time in before]
