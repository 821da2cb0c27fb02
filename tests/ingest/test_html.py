"""Facts of pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import IngestError
from sayso.ingest import ingest_one
from sayso.ingest.html import read_page

GOLDEN = Path(__file__).parent / "golden"
FIRST = (
    "The ferry office in Varnholm said on Monday that the night boat would not sail before the storm ended."
)
SECOND = "“Nobody is going to drown for a timetable,” its director, Maren Holt, told reporters on the quay."


def make_page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.html")), ids=lambda path: path.stem)
def test_golden_page(path: Path) -> None:
    """A page gives the article that was reviewed."""
    assert ingest_one(path).to_dict() == json.loads(path.with_suffix(".json").read_text("utf-8"))


def test_paragraphs_have_a_blank_line_between_them() -> None:
    """Each paragraph is one line of the text."""
    assert (
        read_page(make_page(f"<article><p>{FIRST}</p><p>{SECOND}</p></article>")).text
        == f"{FIRST}\n\n{SECOND}"
    )


def test_line_breaks_after_a_sentence_end_a_paragraph() -> None:
    """Pages that use line breaks for paragraphs have paragraphs."""
    page = make_page(f"<article><h1>Ferry</h1><p>{FIRST}<br><br>{SECOND}</p></article>")
    assert read_page(page).text.endswith(f"{FIRST}\n\n{SECOND}")


def test_links_and_emphasis_leave_no_trace() -> None:
    """Inline elements are part of their sentence."""
    page = make_page(
        f"<article><p>{FIRST.replace('storm', '<em>sto<b>rm</b></em>')}</p><p>{SECOND}</p></article>"
    )
    assert read_page(page).text == f"{FIRST}\n\n{SECOND}"


def test_times_of_a_live_page_are_kept() -> None:
    """The time of an entry stays in its heading."""
    entries = "".join(
        f"<div><h3><time>{hour}:05</time> Storm, part {hour}</h3><p>{FIRST} {SECOND} It was {hour}.</p></div>"
        for hour in (11, 12, 13)
    )
    assert (
        "12:05 Storm, part 12\n\n" in read_page(make_page(f"<main><article>{entries}</article></main>")).text
    )


def test_lists_of_a_live_page_are_kept() -> None:
    """The list of main points above the entries is text, with its heading."""
    points = (
        "<section><h2>The main points</h2><ul><li>No boat sails</li><li>Two ships wait</li></ul></section>"
    )
    entries = "".join(
        f"<div><h3>Entry {n}</h3><p>{FIRST} {SECOND} That was entry {n}.</p></div>" for n in range(5)
    )
    page = make_page(
        f"<main><article><p>Our reporters follow the storm in Varnholm.</p>{points}{entries}</article></main>"
    )
    assert "The main points\n\nNo boat sails\n\nTwo ships wait\n\n" in read_page(page).text


@pytest.mark.parametrize(
    "noise",
    [
        "<script>var ferry = 'gone';</script>",
        '<div class="ad">Buy two anchors and pay for one, this week only.</div>',
        "<p>Advertisement</p>",
        "<p>Advertisement: two anchors for the price of one</p>",
        '<blockquote class="pullquote">Drown for a timetable</blockquote>',
        '<p style="display:none">You have read all of your free articles.</p>',
        '<nav><a href="/">Home</a> <a href="/sea">Sea and ships</a></nav>',
        "<!-- the ferry is gone -->",
    ],
)
def test_noise_is_left_out(noise: str) -> None:
    """Scripts, advertisements, navigation, comments and what is not shown are no text."""
    page = make_page(f"<article><p>{FIRST}</p>{noise}<p>{SECOND}</p></article>")
    assert read_page(page).text == f"{FIRST}\n\n{SECOND}"


def test_the_headline_is_no_text() -> None:
    """Headline and byline are facts and are not repeated in the text."""
    head = "<title>Night ferry cancelled</title>"
    body = f"<h1>Night ferry cancelled</h1><p>By Ilse Brandt</p><p>{FIRST}</p><p>{SECOND}</p>"
    article = read_page(make_page(f"<article>{body}</article>", head))
    assert (article.title, article.text) == ("Night ferry cancelled", f"{FIRST}\n\n{SECOND}")


def test_a_page_may_be_one_line() -> None:
    """The limit on lines is for the text; pages are often a single line."""
    page = make_page(f"<script>{'x' * 1_000_001}</script><article><p>{FIRST}</p><p>{SECOND}</p></article>")
    assert read_page(page).text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "page",
    [
        make_page("<nav><ul><li><a href='/'>Home</a></li></ul></nav>"),
        make_page("<div id='root'></div><script>load()</script>"),
        make_page("<form><p>Log in</p></form>"),
        "<html></html>",
        "<",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    """A page that holds nothing to read is ING008."""
    with pytest.raises(IngestError) as caught:
        read_page(page)
    assert caught.value.code == "ING008"


def test_deep_pages_do_not_break_the_batch() -> None:
    """A page of a hundred thousand nested elements is read or refused."""
    page = make_page("<div>" * 100_000 + f"<p>{FIRST}</p>")
    try:
        outcome = read_page(page).text
    except IngestError as error:
        outcome = error.code
    assert outcome in {FIRST, "ING008"}


def test_refuses_a_report_that_sayso_wrote() -> None:
    """A report left in a folder is not read as if it were news."""
    head = "<head><meta name='generator' content='sayso 0.1.0'></head>"
    page = f"<html>{head}<body><p>He said so.</p></body></html>"
    with pytest.raises(IngestError, match=r"ING008.*report"):
        read_page(page)
