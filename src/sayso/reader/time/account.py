"""Accounts: the readings of the periods that companies and states report by, such as "the third quarter"."""

from __future__ import annotations

from dataclasses import replace

from sayso.reader.time.lexeme import lex
from sayso.reader.time.period import Period, Unit
from sayso.reader.time.rule import Expression
from sayso.reader.time.stretch import move
from sayso.reader.time.timeline import Resolved, Timeline, at, unknown
from sayso.reader.time.yearly import find_year, recur, resolve_yearly
from sayso.vocab import load_table

_DATE = ("MONTH", "SHORT_MONTH", "DAY", "DAYTH", "ISO", "SLASHED")
"""The classes of words that a date begins with."""


def read_quarter(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the third quarter", "the fourth quarter of 1990", "the latest quarter" and "the 1988 period".

    Where the quarter has no number it is the one that the text spoke of last.
    """
    number = expression.get("ORDINAL")
    if number is None:
        return _read_quarter_of_text(expression, timeline)
    if number > 4:
        return None
    return _resolve_part("quarter", number, expression, timeline)


def _read_quarter_of_text(expression: Expression, timeline: Timeline) -> Resolved | None:
    year, _ = find_year(expression, timeline)
    before = timeline.last("quarter", near=False)
    if before is not None:
        shift = 0 if year is None else year * 4 + before.index % 4 - before.index
        # "The 1988 period" is named beside the one of which the text goes on to speak.
        return replace(at(before.shift(shift), "text"), period=None if shift else before)
    if expression.get("UNIT") is None:
        return None if year is None else at(Period("year", year))
    known = year if year is not None else timeline.published.year if timeline.published else None
    return Resolved("DATE", "XXXX-QX" if known is None else f"{known:04}-QX")


def read_half(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the second half of 1989" and "the last half of the '80s"."""
    if (decade := expression.get("DECADE")) is not None:
        return at(Period("decade", decade))
    number = expression.get("ORDINAL") or 2
    return None if number > 2 else _resolve_part("half", number, expression, timeline)


def _resolve_part(unit: Unit, number: int, expression: Expression, timeline: Timeline) -> Resolved | None:
    """Resolves a quarter or half of a year; of a year of accounts its first and last days are not known."""
    graced: Unit | None = "quarter" if unit == "quarter" else None
    resolved = resolve_yearly(recur(unit, number - 1), expression, timeline, graced)
    within = expression.inside
    is_of_accounts = expression.get("FISCAL") is not None or (within is not None and within.read == "fiscal")
    return withhold(resolved) if resolved is not None and is_of_accounts else resolved


def read_quarters(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the first two quarters of 1990" and "the last three quarters"."""
    number, year = expression.get("NUMBER"), find_year(expression, timeline)[0]
    if number == 2 and year is not None:
        return at(Period("half", year * 2 + (0 if expression.get("ORDINAL") else 1)))
    return Resolved("DURATION", f"P{int(number)}Q")


def read_contrast(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "a year earlier" and "the year-ago quarter": the quarter of the text, so many years before."""
    step = (expression.get("AGO", "AFTER") or -1) * int(expression.get("NUMBER") or 1)
    number = expression.get("ORDINAL")
    if number is not None:
        return _read_numbered(number, step, timeline)
    if step == -1 and (quarter := timeline.last("quarter", near=False)) is not None:
        return at(quarter.shift(-4), "text")
    if expression.get("AFTER") and (before := timeline.last("day", "month", "year")) is not None:
        moved = move(before.first, "year", step)
        return None if moved is None else at(Period.of("year", moved), "text")
    return timeline.reckon("year", step)


def _read_numbered(number: int, step: int, timeline: Timeline) -> Resolved | None:
    today = timeline.today("quarter")
    if number > 4:
        return None
    if today is None:
        return Resolved("DATE", f"XXXX-Q{number}")
    return at(today.shift(4 * step - (today.index - number + 1) % 4), "published")


def read_fiscal(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "fiscal 1989" and "the current fiscal year"; its first and last days are not known."""
    year, anchor = find_year(expression, timeline)
    if year is None and is_year_of_accounts(timeline):
        return Resolved("DURATION", "P1Y")
    if year is None and timeline.published is not None:
        year, anchor = timeline.published.year + (expression.get("STEP") or 0), "published"
    return unknown("year") if year is None else withhold(at(Period("year", year), anchor))


def read_school(expression: Expression, timeline: Timeline) -> Resolved | None:
    """Reads "the academic year 2019-20"; without its number it is not told, as it begins in any month."""
    return read_fiscal(expression, timeline) if expression.get("YEAR") is not None else unknown("year")


def withhold(resolved: Resolved) -> Resolved:
    """Takes away the interval, where the text does not give the first and the last day."""
    return replace(resolved, start=None, end=None)


def is_year_of_accounts(timeline: Timeline) -> bool:
    """Tells whether a year is one of accounts, told by its last day: "the year ended June 30"."""
    words, guards = timeline.words, load_table("time")["guards"]
    after = words.after(timeline.start + len(timeline.text))
    if after is None or timeline.text.lower().split()[-1] not in guards["of_accounts"]:
        return False
    following = words.word(after.at + 1)
    has_date = following is not None and not lex(following.text).values.get(0, {}).keys().isdisjoint(_DATE)
    return after.lower in guards["ends"] or (has_date and after.lower in guards["ends_at_date"])
