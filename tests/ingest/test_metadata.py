"""Facts of what a page says of itself."""

from __future__ import annotations

import pytest
from trafilatura import load_html

from sayso.ingest.metadata import read_metadata


def read(head: str = "", body: str = "<p>Text</p>") -> dict[str, str | None]:
    return read_metadata(load_html(f"<html><head><title>T</title>{head}</head><body>{body}</body></html>"))


def test_what_a_page_does_not_say_is_null() -> None:
    """A page with a title alone has no other fact."""
    assert read() == {"url": None, "publisher": None, "title": "T", "byline": None, "published": None}


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta property="article:published_time" content="2026-04-09T22:41:00+06:00">',
            "2026-04-09T22:41:00+06:00",
        ),
        ('<meta name="date" content="2026-04-09">', "2026-04-09"),
        ('<meta name="pubdate" content="Thu, 09 Apr 2026 22:41:00 GMT">', "2026-04-09T22:41:00+00:00"),
        ('<meta property="article:modified_time" content="2026-04-09">', None),
        ('<link rel="canonical" href="https://packet.example/2026/04/09/ferry">', "2026-04-09"),
        ('<link rel="canonical" href="https://packet.example/2026/04/ferry">', None),
        (
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "2026-04-09"}</script>',
            "2026-04-09",
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', None),
    ],
)
def test_published(head: str, published: str | None) -> None:
    """The date of publication comes from what is meant to say it, with time and offset where given."""
    assert read(head)["published"] == published


def test_a_printed_date_counts() -> None:
    """A date that is marked as that of publication counts where nothing else gives one."""
    assert read(body='<span class="published">Saturday, 11 April 2026</span>')["published"] == "2026-04-11"


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ('<p class="byline">By <a>Ilse Brandt</a> in Varnholm · 9 April 2026</p>', "Ilse Brandt"),
        ('<p class="credit">By Tom Okello, Halyard Press</p>', "Tom Okello, Halyard Press"),
        ('<p class="byline">By Ilse Brandt<span>9 April 2026</span></p>', "Ilse Brandt"),
        ('<a rel="author">Ilse Brandt</a>', "Ilse Brandt"),
        ('<span class="author vcard"><a>Ilse Brandt</a></span> | <time>9 April 2026</time>', "Ilse Brandt"),
    ],
)
def test_byline(body: str, byline: str) -> None:
    """The byline is kept as it is printed, without "By", place and date."""
    assert read(body=body)["byline"] == byline


def test_authors_for_machines_are_a_byline() -> None:
    """Authors in JSON-LD count where no byline is printed."""
    linked = '[{"@type": ["Article"], "author": [{"name": "A B"}, "C D"]}]'
    head = f'<script type="application/ld+json">{linked}</script>'
    assert read(head)["byline"] == "A B, C D"


def test_an_address_is_no_byline() -> None:
    """Pages often give the address of a profile for an author."""
    assert read('<meta property="article:author" content="https://packet.example/staff/1">')["byline"] is None


def test_the_outlet_is_taken_off_the_headline() -> None:
    """Of "Headline | Outlet" the first part is the headline."""
    head = (
        '<meta property="og:site_name" content="The Packet">'
        '<meta property="og:title" content="Ferry | The Packet">'
    )
    assert (read(head)["title"], read(head)["publisher"]) == ("Ferry", "The Packet")


@pytest.mark.parametrize(
    "address", ["https://[[site]]/2026/04/09/ferry", "https://[packet.example/1", "https://"]
)
def test_an_address_that_is_none_is_passed_over(address: str) -> None:
    """A template that was never filled gives way to the next address, and alone there is none."""
    link = f'<link rel="canonical" href="{address}">'
    facts = read(f'{link}<meta property="og:url" content="https://packet.example/2026/04/09/ferry">')
    assert (facts["url"], facts["published"]) == ("https://packet.example/2026/04/09/ferry", "2026-04-09")
    assert (read(link)["url"], read(link)["published"]) == (None, None)
