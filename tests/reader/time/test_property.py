"""Properties of times that hold for every date and every text."""

from __future__ import annotations

import datetime
import re
import sys
from calendar import monthrange
from collections.abc import Callable
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
from sayso.reader.time.feast import find_easter
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
    "before", "first", "day", "hours", "academic", "FY2023", "'89", "semester", "now", "soon", "through",
    "Tuesday of the following week",
]  # fmt: skip
ONES = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
YEARLY = re.compile(r"[0-9]{4}|century")


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


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_reads_back(hour: int, minute: int) -> None:
    """Every minute of a day reads back on both clocks."""
    half = "p.m." if hour >= 12 else "a.m."
    for form in (f"{hour % 12 or 12}:{minute:02} {half}", f"{hour:02}:{minute:02} GMT"):
        (time,) = find(f"It fell at {form} on Tuesday", "2024-05-15")
        assert time.value == f"2024-05-14T{hour:02}:{minute:02}"


@given(st.integers(1, 999_999), st.sampled_from([("day", "D"), ("week", "W"), ("month", "M"), ("year", "Y")]))
def test_every_length_reads_back(number: int, unit: tuple[str, str]) -> None:
    """A length in digits or in words reads back, with commas or without."""
    for form in (str(number), f"{number:,}", write_out(number)):
        (time,) = find(f"It lasted {form} {unit[0]}s in all.")
        assert (time.span.text, time.value) == (f"{form} {unit[0]}s", f"P{number}{unit[1]}")


def write_out(number: int) -> str:
    """Writes a number in words, as a newspaper does.

    >>> write_out(2365)
    'two thousand three hundred and sixty-five'
    """
    if number >= 1000:
        rest = f" {write_out(number % 1000)}" if number % 1000 else ""
        return f"{write_out(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {write_out(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def span_months(year: str, first: int, last: int) -> tuple[date, date]:
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def span_week(year: str, week: str, weekday: int) -> tuple[date, date]:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return monday + timedelta(days=weekday), monday + timedelta(days=6)


BOUNDS: dict[str, Callable[..., tuple[date, date]]] = {
    r"(\d{2,3})": lambda y: (date(max(int(y.ljust(4, "0")), 1), 1, 1), date(int(y.ljust(4, "9")), 12, 31)),
    r"(\d{4})": lambda y: span_months(y, 1, 12),
    r"(\d{4})-H(\d)": lambda y, half: span_months(y, 6 * int(half) - 5, 6 * int(half)),
    r"(\d{4})-Q(\d)": lambda y, quarter: span_months(y, 3 * int(quarter) - 2, 3 * int(quarter)),
    r"(\d{4})-(\d\d)": lambda y, month: span_months(y, int(month), int(month)),
    r"(\d{4})-W(\d\d)": lambda y, week: span_week(y, week, 0),
    r"(\d{4})-W(\d\d)-WE": lambda y, week: span_week(y, week, 5),
    r"(\d{4}-\d\d-\d\d)(?:T.*)?": lambda day: (date.fromisoformat(day), date.fromisoformat(day)),
}
"""The first and the last day of each form of a TIMEX3 value, reckoned apart from the reader."""


@given(texts, publications)
def test_interval_is_that_of_value(text: str, published: str | None) -> None:
    """The interval of a date is that of its value; midnight and the end of a night lie on the day after."""
    for time in find(text, published):
        if time.start is None or time.end is None or time.type == "DURATION":
            continue
        ((first, last),) = (
            span(*match.groups())
            for form, span in BOUNDS.items()
            if (match := re.fullmatch(form, time.value))
        )
        first += timedelta(days=time.value.endswith("T24:00"))
        last += timedelta(days=time.value.endswith(("TNI", "T24:00")))
        assert (time.start[:10], time.end[:10]) == (first.isoformat(), last.isoformat())


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["week", "month", "year"]))
def test_steps_from_publication(published: date, unit: str) -> None:
    """`last`, `this` and `next` border on each other, and `this` holds the day of publication."""
    last, this, after = find(f"It was so last {unit}, this {unit} and next {unit}.", published.isoformat())
    spans = [
        (date.fromisoformat(time.start or ""), date.fromisoformat(time.end or ""))
        for time in (last, this, after)
    ]
    assert spans[1][0] <= published <= spans[1][1]
    assert all(two[0] - one[1] == timedelta(days=1) for one, two in pairwise(spans))


@given(st.lists(st.sampled_from([word for word in WORDS if not YEARLY.search(word)]), max_size=25))
def test_no_year_is_invented(words: list[str]) -> None:
    """Without a date of publication no value has a year if the text names none."""
    for time in find(" ".join(words)):
        assert not time.value[:4].isdigit()
        assert time.start is None


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
