"""Facts of dates of publication."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.date import parse_date, parse_iso, search_date

MODEL = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("9 April 2026", "2026-04-09"),
        ("Friday, April 24, 2026", "2026-04-24"),
        ("Sept. 3, 2026", "2026-09-03"),
        ("3rd of May 2026", "2026-05-03"),
        ("SATURDAY 11 APRIL 2026", "2026-04-11"),
        ("April 9, 2026 at 10:41 p.m.", "2026-04-09"),
        ("April 9, 2026, 10:41 pm GMT", "2026-04-09T22:41:00+00:00"),
        ("Sunday 12 April 2026, 20:05 local time", "2026-04-12"),
        ("2026/04/09", "2026-04-09"),
        ("31 April 2026", None),
        ("9 April", None),
        ("April 2026", None),
        ("04/09/2026", None),
        ("On 9 April 2026 the boats sailed", None),
    ],
)
def test_parses_lines(line: str, date: str | None) -> None:
    """A line is a date where nothing is left over and nothing has to be guessed."""
    assert parse_date(line) == date


def test_finds_the_first_date() -> None:
    """The first date of a text with day, month and year counts."""
    assert search_date("VARNHOLM, April 9, 2026 (Halyard), first sent 8 April 2026") == "2026-04-09"


@given(st.datetimes(timezones=st.none() | st.timezones()))
def test_any_moment_has_the_form_of_the_model(moment: datetime.datetime) -> None:
    """Every ISO datetime becomes a date, or a datetime with offset, as the schema of a reading has it."""
    parsed = parse_iso(moment.isoformat())
    assert parsed is not None
    assert MODEL.fullmatch(parsed)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    """No text makes the parsers fail."""
    for parsed in (parse_iso(text), parse_date(text), search_date(text)):
        assert parsed is None or MODEL.fullmatch(parsed)
