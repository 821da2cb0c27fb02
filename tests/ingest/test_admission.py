"""Facts of what every text must pass."""

from __future__ import annotations

import pytest

from sayso.errors import IngestError
from sayso.ingest.admission import admit


@pytest.mark.parametrize(
    ("text", "code"),
    [("\n\t ", "ING004"), ("x" * 1_000_001, "ING006"), ("half \udc80", "ING011")],
)
def test_refuses(text: str, code: str) -> None:
    """Blank texts, long lines and lone surrogates are refused whatever form they came in."""
    with pytest.raises(IngestError) as caught:
        admit(text)
    assert caught.value.code == code


def test_a_long_text_with_line_breaks_is_read() -> None:
    """The limit holds for one line, not for the text."""
    text = "The boats stayed in the harbour of Varnholm that night, and nobody sailed.\n" * 20_000
    assert admit(text).text == text


def test_facts_hold_no_surrogates() -> None:
    """A surrogate in a fact is refused like one in the text."""
    with pytest.raises(IngestError):
        admit("The boats stayed.", title="half \ud800")
