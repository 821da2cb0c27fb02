"""Figures, places and times in a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Reading
from tests.export.test_terminal import show


def test_figures_are_a_table(toll: Reading) -> None:
    """A figure is its value, what and where and when it counts, its words, its counter and its claim."""
    assert (
        "\n"
        "Figures\n"
        "  > 40  dockers (injured) · Rotterdam · as of 2026-03-03\n"
        "        “More than 40” · counted by Port of Rotterdam · claim 1\n"
        "  ≥ 24  (displaced, vague)\n"
        "        “Dozens” · the article itself\n"
        "  2     (missing) · since 2026-03-03\n"
        "        “Two” · the article itself · low confidence 0.30\n"
        "\n"
    ) in show(toll)


def test_places_are_a_table(toll: Reading) -> None:
    """A place is its kind, country and coordinates, with its mentions counted, or the reason it has none."""
    assert (
        "\n"
        "Places\n"
        "  Rotterdam       city, NL · 51.92° N, 4.48° E · 2 mentions\n"
        "  Dordrecht       city, NL · 51.81° N, 4.67° E\n"
        "  Zwartsluisveen  unresolved: not in the gazetteer\n"
        "\n"
    ) in show(toll)


def test_times_are_a_table(toll: Reading) -> None:
    """A time is its value and what it was reckoned from."""
    assert show(toll).endswith(
        "\n"
        "Times\n"
        "  Tuesday    2026-03-03 · from publication · 2 mentions\n"
        "  last week  XXXX-WXX · unanchored\n"
    )  # fmt: skip


def test_empty_sections_are_absent(reading: Reading) -> None:
    """An article without figures, places and times has no headings for them."""
    assert not {"Figures", "Places", "Times"} & set(show(reading).splitlines())


@pytest.mark.parametrize("columns", [24, 40, 60, 80, 200])
def test_lines_fit_the_terminal(toll: Reading, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is longer than the terminal is wide, and none ends in blanks."""
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = show(toll).split("\n")
    assert max(map(len, lines)) <= columns
    assert lines == [line.rstrip() for line in lines]


def test_facts_cannot_steer_the_terminal(toll: Reading) -> None:
    """Escape sequences in what was read are disarmed."""
    evil = "\x1b[2J"
    place = replace(toll.places[0], name=evil, kind=evil, country=evil)
    time = replace(toll.times[0], value=evil, start=evil)
    figure = replace(toll.figures[0], counter=evil, as_of=evil)
    assert "\x1b" not in show(replace(toll, places=(place,), times=(time,), figures=(figure,)))


def test_narrow_terminal_puts_the_rest_below(toll: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for two columns, a row goes under its first entry."""
    monkeypatch.setenv("COLUMNS", "40")
    assert "\n  Zwartsluisveen\n    unresolved: not in the gazetteer\n" in show(toll)
