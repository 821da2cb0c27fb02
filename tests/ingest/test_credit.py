"""Facts of lines that sign an article without "By"."""

from __future__ import annotations

import pytest

from sayso.ingest.credit import has_given_name, is_names, read_credit, read_dated


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Ilse Brandt, Varnholm Post", {"byline": "Ilse Brandt", "publisher": "Varnholm Post"}),
        (
            "Ilse Brandt and Tom Okello, Reuters",
            {"byline": "Ilse Brandt and Tom Okello", "publisher": "Reuters"},
        ),
        ("Ilse Brandt | Varnholm Post", {"byline": "Ilse Brandt", "publisher": "Varnholm Post"}),
        (
            "9 April 2026 – Ilse Brandt, Varnholm Post",
            {"byline": "Ilse Brandt", "published": "2026-04-09", "publisher": "Varnholm Post"},
        ),
        (
            "Ilse Brandt, Varnholm Post, April 9, 2026",
            {"byline": "Ilse Brandt", "published": "2026-04-09", "publisher": "Varnholm Post"},
        ),
        ("Ilse Brandt", None),
        ("Ilse Brandt, Varnholm", None),
        ("Ilse Brandt, who founded the Varnholm Post", None),
        ("Ilse Brandt, Varnholm Post, died on Monday.", None),
        ("Boats Sink, Times Change", None),
        ("Harbour Police, Varnholm Post", None),
        ("", None),
    ],
)
def test_names_stand_beside_their_outlet(line: str, facts: dict[str, str] | None) -> None:
    """A line is a credit where it is names, an outlet and nothing else but a date."""
    assert read_credit(line) == facts


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Varnholm, 9 April 2026", "2026-04-09"),
        ("VARNHOLM PACKET | 9 April 2026", "2026-04-09"),
        ("The Varnholm Packet – April 9, 2026", "2026-04-09"),
        ("Varnholm, 9 April", None),
        ("The storm came to Varnholm, 9 April 2026", None),
        ("The boats sailed on Monday, 9 April 2026", None),
        ("9 April 2026", None),
    ],
)
def test_a_name_may_be_dated(line: str, date: str | None) -> None:
    """A dated name is a few capitalised words and a date with its year."""
    assert read_dated(line) == date


@pytest.mark.parametrize(
    "line",
    [
        "Ilse Brandt",
        "ILSE BRANDT",
        "Ilse van der Brandt",
        "Ilse Brandt, Tom Okello and Ana Merle",
        "Ilse Brandt in Varnholm",
        "Ilse Brandt, Senior Reporter",
    ],
)
def test_what_may_be_names(line: str) -> None:
    """Names are two or three words each, and may have a role or a place."""
    assert is_names(line)


@pytest.mark.parametrize(
    "line",
    [
        "Brandt",
        "Live Updates",
        "From Ilse Brandt",
        "The Varnholm Packet",
        "Varnholm Police Department",
        "Varnholm Post",
        "Staff Reporter",
        "Ilse Brandt of Varnholm",
        "Boats are late",
        "",
    ],
)
def test_what_is_no_name(line: str) -> None:
    """Labels, offices, outlets and roles are no names of persons."""
    assert not is_names(line)


def test_given_names_tell_persons() -> None:
    """A given name that is known tells a person from a heading."""
    assert has_given_name("Tom Okello")
    assert not has_given_name("Boats Late")
