"""Facts of header lines."""

from __future__ import annotations

import pytest

from sayso.ingest.header import find_dateline, is_outlet, read_byline, read_header


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("By Ilse Brandt", {"byline": "Ilse Brandt"}),
        ("by ILSE BRANDT and TOM OKELLO", {"byline": "ILSE BRANDT and TOM OKELLO"}),
        ("By Ilse Brandt | 9 April 2026", {"byline": "Ilse Brandt", "published": "2026-04-09"}),
        (
            "Varnholm News Agency, 9 April 2026",
            {"publisher": "Varnholm News Agency", "published": "2026-04-09"},
        ),
        ("Updated 9 April 2026", {"updated": "2026-04-09"}),
        ("The Varnholm Packet", None),
        ("https://packet.example/1", {"url": "https://packet.example/1"}),
        ("The boats were sailing again by Friday.", None),
        ("", None),
    ],
)
def test_reads_lines(line: str, facts: dict[str, str] | None) -> None:
    """A line is a header line where each of its parts is known."""
    assert read_header(line) == facts


@pytest.mark.parametrize(
    "line", ["By Friday the boats sailed", "By the numbers", "By 2026, no boats", "By Jove.", "Byron"]
)
def test_what_is_no_byline(line: str) -> None:
    """Sentences and headings that begin with By are no bylines."""
    assert read_byline(line) is None


def test_sentences_are_no_outlets() -> None:
    """An outlet is a few capitalised words."""
    assert is_outlet("The Steppe Ledger")
    assert not is_outlet("Ledger says boats are late")


def test_a_dateline_needs_a_capital_and_a_dash() -> None:
    """Text without a dash near its beginning has no dateline."""
    assert find_dateline("VARNHOLM (Halyard) - The boats sailed.") == "VARNHOLM (Halyard)"
    assert find_dateline("The boats sailed.") is None
