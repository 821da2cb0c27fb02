"""Readings as text for the eye."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from sayso.export import write_terminal
from sayso.model import Article, Reading
from tests.export.sample import attribute, make_reading, speak


def show(*readings: Reading) -> str:
    stream = io.StringIO()
    write_terminal(readings, stream, doubtful_below=0.5)
    return stream.getvalue()


def test_head_tells_title_outlet_and_date(reading: Reading) -> None:
    """The head of a reading is its title, then its outlet and date."""
    assert show(reading).startswith("Ferry aground off Lismore Point\nNorthern Wire · 2026-03-01\n")


def test_unknown_head_is_not_blank() -> None:
    """A missing title, outlet or date is told as such."""
    assert show(make_reading(title=None, publisher=None, published=None)).startswith(
        "untitled\nunresolved outlet · undated\n"
    )


def test_claim_tells_who_how_and_what(reading: Reading) -> None:
    """A claim is its speaker, its cue, act, quotation and chain, and its content."""
    assert (
        "2  Marit Solheim “Marit Solheim, the first officer” (named)\n"
        "   told · state · direct · via Northern Wire → the Harbour Post\n"
        "   “Nobody panicked,” … “We sang.”\n"
    ) in show(reading)


def test_nested_claim_is_indented(reading: Reading) -> None:
    """A claim inside another stands under it, further in, and without an act where none was read."""
    assert (
        "\n   4  the owner (unresolved)\n      had told · indirect · via Northern Wire → Marit Solheim\n"
    ) in show(reading)


def test_denial_is_told_at_both_ends(denial: Reading) -> None:
    """The claim that denies says what, and the one that is denied says by whom."""
    shown = show(denial)
    assert "\n      the radar was mended\n      denied by claim 5 (A deckhand)\n" in shown
    assert "\n   it\n   denies claim 4 (the owner)\n" in shown


def test_unknown_outlet_is_told_once() -> None:
    """An outlet that is not known is told by the head, not by each claim."""
    shown = show(make_reading(publisher=None))
    assert shown.count("unresolved outlet") == 1
    assert "   said · state · indirect\n" in shown


def test_reason_of_an_unresolved_speaker_is_told() -> None:
    """An unresolved speaker has the reason beside its kind, or alone where the kind is its name."""
    speaker = replace(speak(None, "unresolved"), reason="a second person")
    claims = (attribute("A1", speaker, source="She"), attribute("A2", speaker))
    shown = show(replace(make_reading(), attributions=claims))
    assert "1  She (unresolved: a second person)\n" in shown
    assert "2  unresolved (a second person)\n" in shown


def test_agentless_claim_is_anonymous(reading: Reading) -> None:
    """Where no source is given the kind of unknown stands in its place, once."""
    assert "6  anonymous\n" in show(reading)


def test_only_low_confidence_is_told(reading: Reading) -> None:
    """The confidence of a doubtful claim is told; that of the others is not."""
    shown = show(reading)
    assert "via Northern Wire · low confidence 0.31" in shown
    assert shown.count("confidence") == 1


def test_reading_without_claims_says_so(reading: Reading) -> None:
    """An article in which nobody is quoted is not shown blank."""
    assert "no claims found" in show(replace(reading, attributions=()))


def test_claim_without_content_says_so() -> None:
    """A claim whose content was not found is not shown blank."""
    only = replace(make_reading(), attributions=(attribute("A1", speak(None, "unresolved"), cue="said"),))
    assert "content not found" in show(only)


@pytest.mark.parametrize("columns", [24, 40, 80, 200])
def test_lines_fit_the_terminal(denial: Reading, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is longer than the terminal is wide, and none ends in blanks."""
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = show(denial).split("\n")
    assert max(map(len, lines)) <= columns
    assert lines == [line.rstrip() for line in lines]


def test_pipe_gets_no_colour(reading: Reading) -> None:
    """A stream that is no terminal gets no escape sequences."""
    assert "\x1b" not in show(reading)


@pytest.mark.parametrize(("variable", "is_coloured"), [("FORCE_COLOR", True), ("NO_COLOR", False)])
def test_colour_follows_the_environment(
    reading: Reading, variable: str, is_coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR asks for colour, NO_COLOR refuses it."""
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "1")
    assert ("\x1b[1;36mMarit Solheim\x1b[0m" in show(reading)) is is_coloured


def test_article_cannot_steer_the_terminal() -> None:
    """Escape sequences and console markup of an article are printed as they stand, disarmed."""
    text = "\x1b[2J[red]Ada\x07 said\nso."
    article = Article.of(text, title="\x1b]0;owned\x07[bold]x[/bold]", publisher="A\x9b2J")
    claim = attribute("A1", speak(None, "role"), text, source="[red]Ada\x07", cue="said", content=["so"])
    shown = show(Reading(article=article, attributions=(claim,)))
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)
    assert "[bold]x[/bold]" in shown
    assert "[red]Ada\ufffd" in shown


def test_readings_are_printed_as_they_come(reading: Reading) -> None:
    """The first reading is printed before the second is asked for."""
    stream = io.StringIO()

    def give():  # type: ignore[no-untyped-def]
        yield reading
        assert "Marit Solheim" in stream.getvalue()
        yield reading

    write_terminal(give(), stream, doubtful_below=0.5)
    assert stream.getvalue().count("Ferry aground") == 2
