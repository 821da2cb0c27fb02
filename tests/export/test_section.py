"""Figures, events, actors, places and times in a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Reading, Relation
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


def test_events_are_a_table(denial: Reading) -> None:
    """An event is its type, words, parties and factuality, then its date and its claim."""
    assert (
        "\n"
        "Events\n"
        "  DISASTER   “ran aground” · → A ferry · happened\n"
        "             2026-02-28 to 2026-03-01 · claim 1\n"
        "  COOPERATE  “mended” · the owner · not happened\n"
        "             the article itself · low confidence 0.30\n"
        "\n"
    ) in show(denial)


def test_actors_are_a_table(denial: Reading) -> None:
    """An actor is its kind, its role, how often it is mentioned, and its claims; the most mentioned first."""
    assert show(denial).endswith(
        "\n"
        "Actors\n"
        "  Marit Solheim  person · first officer · 2 mentions · claims 2, 3\n"
        "  coastguard     government · 1 mention\n"
    )


def test_relation_of_figures_is_told_in_their_rows(toll: Reading) -> None:
    """A figure that is related to another says so, and so does the other."""
    shown = show(replace(toll, relations=(Relation(from_="F2", to="F1", type="updates"),)))
    assert "\n        updated by ≥ 24 (displaced)\n" in shown
    assert "\n        updates > 40 dockers (injured), Port of Rotterdam\n" in shown


def test_empty_sections_are_absent(reading: Reading) -> None:
    """An article without figures, events, actors, places and times has no headings for them."""
    assert not {"Figures", "Events", "Actors", "Places", "Times"} & set(show(reading).splitlines())


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
