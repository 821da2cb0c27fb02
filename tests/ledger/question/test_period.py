"""Times as a question names them."""

from __future__ import annotations

import pytest

from sayso.errors import LedgerError
from sayso.ledger.question.period import Span, parse_period


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2024", Span("2024-01-01", "2024-12-31")),
        ("2024-02", Span("2024-02-01", "2024-02-29")),
        ("2026-05-03", Span("2026-05-03", "2026-05-03")),
        ("2026-05..2026-06-15", Span("2026-05-01", "2026-06-15")),
        ("2026..", Span("2026-01-01", None)),
        ("..2026-02", Span(None, "2026-02-28")),
    ],
)
def test_a_time_is_its_days(text: str, span: Span) -> None:
    """A year and a month are all of their days; a range may be open."""
    assert parse_period(text) == span


@pytest.mark.parametrize("text", ["", "..", "May", "2026-13", "2026-02-30", "2026-5", "2026-06..2026-05"])
def test_what_is_no_time_is_refused(text: str) -> None:
    """Other words, days that do not exist and ranges that end before they begin are an error."""
    with pytest.raises(LedgerError, match="LDG010"):
        parse_period(text)
