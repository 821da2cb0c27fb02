"""`sayso article`."""

from __future__ import annotations

import pytest

from tests.cli.question import ask
from tests.ledger.sample import URL, make_reading

pytestmark = pytest.mark.usefixtures("hand_ledger")


def test_gives_a_reading_back_byte_for_byte() -> None:
    """The JSON is what was stored, by the URL and by the id."""
    reading = make_reading()
    assert ask("article", URL, "--format", "json").stdout == reading.to_json() + "\n"
    assert ask("article", reading.article.id, "--format", "json").stdout == reading.to_json() + "\n"


def test_prints_a_reading_for_the_eye() -> None:
    """The text and the page are those of `sayso read`."""
    assert ask("article", URL).stdout.startswith("Mill burns\n")
    assert ask("article", URL, "-f", "html").stdout.startswith("<!doctype html>")


def test_an_article_that_is_not_there_is_an_error() -> None:
    """The code says so, and the exit code is 1."""
    result = ask("article", "https://news.example/nothing")
    assert result.exit_code == 1
    assert "LDG007" in result.stderr


def test_a_revision_that_is_not_there_is_an_error() -> None:
    """There is one text of this article only."""
    assert "revision 2" in ask("article", URL, "--revision", "2").stderr
