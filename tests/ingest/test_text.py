"""Facts of plain text files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import IngestError
from sayso.ingest.text import read_text

FIRST = (
    "The ferry office in Varnholm said on Monday that the night boat would not sail before the storm ended."
)
SECOND = "“Nobody is going to drown for a timetable,” its director, Maren Holt, told reporters on the quay."
BODY = f"{FIRST}\n\n{SECOND}"


def test_takes_the_header_off() -> None:
    """Headline, byline, outlet and date become facts, and the rest is the text."""
    article = read_text(
        f"Night ferry cancelled\nBy Ilse Brandt and Tom Okello\nThe Varnholm Packet\n9 April 2026\n\n{BODY}\n"
    )
    assert (article.title, article.byline, article.publisher, article.published, article.text) == (
        "Night ferry cancelled",
        "Ilse Brandt and Tom Okello",
        "The Varnholm Packet",
        "2026-04-09",
        BODY,
    )


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("9 April 2026", "2026-04-09"),
        ("Friday, April 24, 2026", "2026-04-24"),
        ("2026-04-09", "2026-04-09"),
        ("April 9, 2026, 22:41", "2026-04-09"),
        ("Published: Thu 9th April 2026", "2026-04-09"),
        ("2026-04-09T22:41:00+06:00", "2026-04-09T22:41:00+06:00"),
    ],
)
def test_reads_date_lines(line: str, published: str) -> None:
    """A date line in any of the usual forms is the date of publication."""
    article = read_text(f"Night ferry cancelled\n{line}\n\n{BODY}")
    assert (article.published, article.text) == (published, BODY)


def test_header_lines_may_stand_apart() -> None:
    """Blank lines between headline, byline and date change nothing."""
    article = read_text(f"Night ferry cancelled\n\nBy Ilse Brandt\n\n9 April 2026\n\n{BODY}")
    assert (article.title, article.byline, article.published, article.text) == (
        "Night ferry cancelled",
        "Ilse Brandt",
        "2026-04-09",
        BODY,
    )


def test_several_facts_may_share_a_line() -> None:
    """A line may give outlet and date, or byline and date."""
    article = read_text(f"Night ferry cancelled\nBy Ilse Brandt | Varnholm News, 9 April 2026\n\n{BODY}")
    assert (article.byline, article.publisher, article.published) == (
        "Ilse Brandt",
        "Varnholm News",
        "2026-04-09",
    )


def test_paragraphs_may_follow_the_headline_at_once() -> None:
    """Without blank lines the first line is the headline where whole paragraphs follow, one a line."""
    article = read_text(f"Night ferry cancelled Port shuts for the week\n{FIRST}\n{SECOND}\n")
    assert (article.title, article.text) == (
        "Night ferry cancelled Port shuts for the week",
        f"{FIRST}\n{SECOND}",
    )


def test_a_broken_paragraph_has_no_headline() -> None:
    """Lines that were broken at a column are text from the first on."""
    text = (
        "The ferry office in Varnholm said on Monday that the night\n"
        "boat would not sail before the storm was over. Its director\n"
        "told reporters that nobody would drown for a timetable."
    )
    article = read_text(text)
    assert (article.title, article.text) == (None, text)


def test_a_file_that_starts_with_a_paragraph_has_no_headline() -> None:
    """A first line with a full stop is text."""
    article = read_text(BODY)
    assert (article.title, article.text) == (None, BODY)


def test_a_headline_alone_is_the_text() -> None:
    """A stub of one line is read: the line is the text, and there is no title."""
    article = read_text("Harbour minister of Varnholm offers to resign over crane – Halyard Press\n")
    assert (article.title, article.text) == (
        None,
        "Harbour minister of Varnholm offers to resign over crane – Halyard Press",
    )


def test_a_headline_with_header_lines_is_the_text() -> None:
    """A stub keeps the facts of its header lines."""
    article = read_text("Harbour minister of Varnholm offers to resign\nBy Ilse Brandt\n9 April 2026\n")
    assert (article.title, article.text, article.byline) == (
        None,
        "Harbour minister of Varnholm offers to resign",
        "Ilse Brandt",
    )


def test_a_standfirst_stays_in_the_text() -> None:
    """A line between headline and byline that is neither is kept as the first paragraph."""
    standfirst = "A storm, a timetable and the people who would not wait for either of them"
    article = read_text(f"Night ferry cancelled\n{standfirst}\nBy Ilse Brandt\n\n{BODY}")
    assert (article.byline, article.text) == ("Ilse Brandt", f"{standfirst}\n\n{BODY}")


def test_a_paragraph_that_opens_with_by_is_no_byline() -> None:
    """A sentence such as "By Friday the boats …" is text."""
    text = (
        "Night ferry cancelled\n\nBy Friday the boats were sailing again, the ferry office in Varnholm said."
    )
    assert read_text(text).byline is None


def test_a_dateline_stays_and_gives_its_date() -> None:
    """A dateline with a year dates an article that has no date line."""
    text = f"VARNHOLM, April 9, 2026 (Halyard) — {FIRST}"
    article = read_text(f"Night ferry cancelled\n\n{text}")
    assert (article.text, article.published) == (text, "2026-04-09")


@pytest.mark.parametrize(
    "opening",
    [
        "A bridge that opened on 3 March 2014 — the first over the sound — was shut after the storm.",
        "UN officials met on 3 March 2014 — a Monday — in Varnholm to talk about the boats.",
    ],
)
def test_the_date_of_an_event_is_no_publication(opening: str) -> None:
    """A date in the first sentence says when something happened, not when the article came out."""
    assert read_text(f"Night ferry cancelled\n\n{opening}\n\n{FIRST}").published is None


def test_a_date_line_may_come_first() -> None:
    """A date above the first paragraph is a header line of an article without a headline."""
    article = read_text(f"Friday, January 4, 2019\n\n{BODY}")
    assert (article.title, article.published, article.text) == (None, "2019-01-04", BODY)


def test_an_outlet_may_stand_alone_below_the_headline() -> None:
    """A line with the name of an outlet, right below the headline, is its credit."""
    article = read_text(f"Night ferry cancelled\nHalyard Press\n\n{BODY}")
    assert (article.title, article.publisher, article.text) == (
        "Night ferry cancelled",
        "Halyard Press",
        BODY,
    )


def test_a_heading_is_no_outlet() -> None:
    """A heading below the header lines stays in the text, even where outlets go by its words."""
    article = read_text(f"Night ferry cancelled\nBy Ilse Brandt\n\nDaily News\n\n{BODY}")
    assert (article.publisher, article.text) == (None, f"Daily News\n\n{BODY}")


def test_an_update_is_no_publication() -> None:
    """The date of a change is taken off and is not the date of publication."""
    article = read_text(f"Night ferry cancelled\nUpdated 9 April 2026\n\n{BODY}")
    assert (article.published, article.text) == (None, BODY)


def test_a_year_is_never_guessed() -> None:
    """A dateline without a year gives no date."""
    assert read_text(f"Night ferry cancelled\n\nVARNHOLM, April 9 (Halyard) — {FIRST}").published is None


def test_line_breaks_become_line_feeds() -> None:
    """Files from other systems give the same text."""
    assert read_text(BODY.replace("\n", "\r\n")) == read_text(BODY)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("head", "byline", "publisher", "published"),
    [
        ("Ilse Brandt, Varnholm Post", "Ilse Brandt", "Varnholm Post", None),
        ("Ilse Brandt, Varnholm Post\n9 April 2026", "Ilse Brandt", "Varnholm Post", "2026-04-09"),
        ("VARNHOLM POST | 9 April 2026, 14:05 CET", None, "VARNHOLM POST", "2026-04-09"),
        ("Tom Okello\n\nUpdated: 10 April 2026\n9 April 2026", "Tom Okello", None, "2026-04-09"),
        ("Tom Okello, Senior Reporter\n9 April 2026", "Tom Okello, Senior Reporter", None, "2026-04-09"),
    ],
)
def test_a_byline_needs_no_by(
    gap: str, head: str, byline: str | None, publisher: str | None, published: str | None
) -> None:
    """Names that stand beside an outlet or above a date sign the article."""
    article = read_text(f"Night ferry cancelled{gap}{head}\n\n{BODY}")
    assert (article.byline, article.publisher, article.published, article.text) == (
        byline,
        publisher,
        published,
        BODY,
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("line", ["Varnholm, 9 April 2026", "VARNHOLM PACKET | 9 April 2026"])
def test_a_dated_name_stays_and_gives_its_date(gap: str, line: str) -> None:
    """Below the headline a name that may be a place, an outlet or a person gives its date, and stays."""
    article = read_text(f"Night ferry cancelled{gap}{line}\n\n{BODY}")
    assert (article.title, article.published, article.text) == (
        "Night ferry cancelled",
        "2026-04-09",
        f"{line}\n\n{BODY}",
    )


def test_a_label_above_a_byline_stays() -> None:
    """Apart from the headline a line that names nobody who is known stays in the text."""
    article = read_text(f"Night ferry cancelled\n\nSHARE\n\nBy Ilse Brandt\n\n{BODY}")
    assert (article.byline, article.publisher, article.text) == ("Ilse Brandt", None, f"SHARE\n\n{BODY}")


def test_a_heading_above_the_story_is_nobody() -> None:
    """Two capitalised words that no outlet and no date follow stay in the text."""
    text = f"Tom Okello\n\n{BODY}"
    article = read_text(f"Night ferry cancelled\n\n{text}")
    assert (article.byline, article.text) == (None, text)


def test_a_date_inside_of_a_broken_paragraph_stays() -> None:
    """A line that the next one goes on from is no header line, whatever it holds."""
    text = "The ferry office said that the night boat sank on\n9 April 2026\nand that nobody was on board."
    article = read_text(text)
    assert (article.title, article.published, article.text) == (None, None, text)


def test_white_space_is_no_text() -> None:
    """A blank file is ING004."""
    with pytest.raises(IngestError) as caught:
        read_text(" \n\t\n")
    assert caught.value.code == "ING004"


HEADS = [
    "",
    "By Ilse Brandt",
    "Ilse Brandt, Varnholm Post",
    "Tom Okello",
    "9 April 2026",
    "Published 2026-04-09 by Ilse Brandt",
    "Updated: 9 April 2026, 14:05",
    "Varnholm News – 9 April 2026",
    "The Varnholm Packet",
    "Varnholm, 9 April 2026",
    "SHARE",
]
STORY = [
    *HEADS,
    FIRST,
    SECOND,
    "  It was late.",
    "Tom Okello, who owns the boat, was told on 9 April 2026.",
    "VARNHOLM, April 9 (Halyard) — The boats sailed.",
    "the boats were late by Friday",
    "Water Rising",
]


@given(st.lists(st.sampled_from(HEADS), max_size=5), st.lists(st.sampled_from(STORY), max_size=8))
def test_paragraphs_are_kept(head: list[str], lines: list[str]) -> None:
    """Whatever stands above the first paragraph, the text from there on is what the file says."""
    body = "\n".join([FIRST, *lines]).rstrip()
    top = "\n".join(["Night ferry cancelled", *head])
    assert read_text(f"{top}\n\n{body}\n").text.endswith(body)


@given(st.lists(st.sampled_from(STORY), max_size=8))
def test_sentences_are_kept(lines: list[str]) -> None:
    """A line that ends a sentence stands in the text, wherever in the file it is."""
    text = read_text("\n".join(["Night ferry cancelled", *lines])).text
    assert all(line.strip() in text for line in lines if line.endswith((".", "”")))
