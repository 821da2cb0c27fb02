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
        ("Published 2026-04-09 by Ilse Brandt", {"byline": "Ilse Brandt", "published": "2026-04-09"}),
        ("Published: 9 April 2026 @ 10:41 PM · 3 min read", {"published": "2026-04-09"}),
        ("9 April 2026, Varnholm News", {"publisher": "Varnholm News", "published": "2026-04-09"}),
        ("Author: Ilse Brandt", {"byline": "Ilse Brandt"}),
        ("Source: The Varnholm Packet", {"publisher": "The Varnholm Packet"}),
        ("Source: an official who was there", None),
        ("3 min read", None),
        ("Flooded by Friday", None),
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


@pytest.mark.parametrize(
    "dateline",
    [
        "VARNHOLM",
        "VARNHOLM (Halyard)",
        "VARNHOLM, April 9",
        "VARNHOLM, Sweden (Halyard/HP)",
        "VARNHOLM, Thursday, April 9, 2026 (Halyard)",
        "VARNHOLM, 9 April 2026",
        "VARNHOLM, 9TH APRIL 2026 (HALYARD 7)",
        "VARNHOLM, 2026-04-09",
        "VARNHOLM (April 9, 2026)",
        "PORT-AU-PRINCE, Haiti, Apr. 9, 2026 /Halyard Newswire/",
        "SNOWVILLE, Box Elder County, Utah (Halyard)",
        "WASHINGTON, D.C.",
        "COEUR D’ALENE, Idaho",
        "LONDON/ST. JOHN'S, 9 April 2026 (Halyard)",
        "GOMA, Democratic Republic of the Congo, April 9, 2026",
        "McALLEN, Texas",
        "ŁÓDŹ, Poland, 9 April 2026",
    ],
)
@pytest.mark.parametrize("dash", [" — ", " – ", " -- ", " - ", "—"])
def test_a_dateline_has_a_shape(dateline: str, dash: str) -> None:
    """A dateline is a place in capitals, with or without region, date and agency, before a dash."""
    assert find_dateline(f"{dateline}{dash}The boats sailed.") == dateline


@pytest.mark.parametrize(
    "opening",
    [
        "The boats sailed.",
        "VARNHOLM (Halyard) The boats sailed.",
        "A bridge that opened on 3 March 2014 — the first over the sound — was shut.",
        "UN officials met on 3 March 2014 — a Monday — in Varnholm.",
        "UN (founded on 24 October 1945) — the body that sends the boats — was told.",
        "A BRIDGE THAT OPENED ON 3 MARCH 2014 — THE FIRST OVER THE SOUND — WAS SHUT.",
        "Varnholm, 3 March 2014 — The boats sailed.",
        "VARNHOLM, where boats sank on 3 March 2014 — the worst day of the port — is quiet.",
        "On 3 March 2014 — a Monday — the boats sailed.",
        "3 March 2014 — The boats sailed.",
        "— The boats sailed.",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    """A sentence that a dash breaks is no dateline, even where it names a date."""
    assert find_dateline(opening) is None
