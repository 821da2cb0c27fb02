"""Text with its harmful characters disarmed."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.printable import disarm, flatten

ANY = st.text(st.characters(codec=None, exclude_categories=[]))


@given(ANY)
def test_length_stays(text: str) -> None:
    """Disarming replaces character by character, so that offsets keep their meaning."""
    assert len(disarm(text)) == len(text)


@given(ANY)
def test_result_is_utf8_without_controls(text: str) -> None:
    """What is left has no control characters but tab and newline, and can be encoded."""
    safe = disarm(text)
    safe.encode("utf-8")
    assert not [c for c in safe if unicodedata.category(c) == "Cc" and c not in "\t\n"]


def test_override_of_direction_is_seen() -> None:
    """A right-to-left override, which could show text backwards, becomes the replacement character."""
    assert disarm("a\u202eb") == "a\ufffdb"


def test_label_is_one_line() -> None:
    """A label has no line breaks, no runs of blanks and no direction marks."""
    assert flatten(" the\n  \u202bharbour\u202c\tmaster ") == "the harbour master"


def test_escape_sequences_lose_their_escape() -> None:
    """A sequence that would colour or clear a terminal is disarmed."""
    assert "\x1b" not in flatten("\x1b[2Jgone")
