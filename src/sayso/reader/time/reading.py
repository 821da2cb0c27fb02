"""Reading: from the expressions of a text to its times, in their order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spacy.tokens import Doc

from sayso.model import Span, Time
from sayso.reader.time import account, clock, day, feast, stretch, unit
from sayso.reader.time.guard import make_guard
from sayso.reader.time.lexeme import Lexemes, lex
from sayso.reader.time.rule import Expression, find_expressions
from sayso.reader.time.timeline import Resolved, Timeline
from sayso.reader.time.word import Words

READINGS: dict[str, Callable[[Expression, Timeline], Resolved | None]] = {
    "again": day.read_again,
    "bound": unit.read_bound,
    "century": unit.read_century,
    "clock": clock.read_clock,
    "contrast": account.read_contrast,
    "date": day.read_date,
    "dayword": day.read_dayword,
    "decade": unit.read_decade,
    "distance": stretch.read_distance,
    "duration": stretch.read_duration,
    "fiscal": account.read_fiscal,
    "frequency": stretch.read_frequency,
    "half": account.read_half,
    "holiday": feast.read_holiday,
    "holiday_week": feast.read_holiday_week,
    "iso": day.read_iso,
    "last_day": day.read_last_day,
    "month": unit.read_month,
    "part": clock.read_part,
    "quarter": account.read_quarter,
    "quarters": account.read_quarters,
    "recent": stretch.read_recent,
    "reference": stretch.read_reference,
    "relative": unit.read_relative,
    "running": unit.read_running,
    "school": account.read_school,
    "season": unit.read_season,
    "set": stretch.read_set,
    "slashed": day.read_slashed,
    "span": stretch.read_span,
    "that": unit.read_that,
    "week_of": unit.read_week_of,
    "weekday": day.read_weekday,
    "weekday_of_month": day.read_weekday_of_month,
    "year": unit.read_year,
    "year_end": unit.read_year_end,
}


def find_times(doc: Doc, published: str | None) -> tuple[Time, ...]:
    """Finds the expressions of time in a text, with their TIMEX3 values, in the order of the text.

    Args:
        doc: the text, best with tags, trees and entities; without them ambiguous words ("May") count less.
        published: ISO date or datetime of publication, or null, which leaves relative expressions unanchored.
    """
    words = Words(doc)
    lexemes = lex(words.text)
    timeline = Timeline(_parse_day(published), words)
    times: list[Time] = []
    for expression in find_expressions(lexemes, make_guard(lexemes, words)):
        start, end = timeline.clause = _bounds(expression, lexemes)
        resolved = _resolve(expression, timeline, lexemes)
        if resolved is None:
            continue
        if resolved.period is not None and expression.read != "contrast":
            timeline.mentioned.append((resolved.period, end))
        times.append(
            Time(
                id=f"T{len(times) + 1}",
                span=Span.of(words.text, start, end),
                type=resolved.type,
                value=resolved.value,
                start=resolved.start,
                end=resolved.end,
                anchor=resolved.anchor,
            )
        )
    return tuple(times)


def _resolve(expression: Expression, timeline: Timeline, lexemes: Lexemes) -> Resolved | None:
    """Resolves an expression, after the one in which it lies."""
    within = None
    if expression.inside is not None:
        within = _resolve(expression.inside, timeline, lexemes)
    start, end = _bounds(expression, lexemes)
    timeline.start, timeline.text = start, timeline.words.text[start:end]
    timeline.within = within
    return READINGS[expression.read](expression, timeline)


def _bounds(expression: Expression, lexemes: Lexemes) -> tuple[int, int]:
    return lexemes.starts[expression.first], lexemes.ends[expression.stop - 1]


def _parse_day(published: str | None) -> date | None:
    return None if published is None else date.fromisoformat(published[:10])
