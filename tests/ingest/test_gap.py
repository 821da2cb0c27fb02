"""Facts of blocks that an extraction left out."""

from __future__ import annotations

import pytest
from trafilatura import load_html

from sayso.ingest.gap import fill_gaps, list_blocks


def fill(body: str, kept: list[str]) -> list[str]:
    return fill_gaps(kept, list_blocks(load_html(f"<html><head></head><body>{body}</body></html>")))


def test_a_block_between_two_kept_ones_comes_back() -> None:
    """What stands between two kept paragraphs of an article belongs to it."""
    assert fill("<main><p>One</p><ul><li>Two</li></ul><p>Three</p></main>", ["One", "Three"]) == [
        "One",
        "Two",
        "Three",
    ]


def test_a_heading_comes_back_with_its_block() -> None:
    """A heading comes back where a block below it does, and not alone."""
    body = "<main><p>One</p><h2>Points</h2><ul><li>Two</li></ul><h2>Alone</h2><p>Three</p></main>"
    assert fill(body, ["One", "Three"]) == ["One", "Points", "Two", "Three"]


def test_links_stay_out() -> None:
    """A block that is mostly links leads away from the article."""
    assert fill("<main><p>One</p><p><a href='/'>Read this</a></p><p>Three</p></main>", ["One", "Three"]) == [
        "One",
        "Three",
    ]


def test_other_parts_of_the_page_stay_out() -> None:
    """Asides, forms and what is marked as related are no part of the article."""
    body = "<main><p>One</p><aside><p>Two</p></aside><div id='related'><p>Two</p></div><p>Three</p></main>"
    assert fill(body, ["One", "Three"]) == ["One", "Three"]


def test_what_follows_the_last_kept_block_stays_out() -> None:
    """Nothing is added at the end, where pages put everything else."""
    assert fill("<main><p>One</p><p>Two</p><p>Three</p></main>", ["One", "Two"]) == ["One", "Two"]


def test_a_block_that_was_broken_up_is_not_repeated() -> None:
    """A block whose parts were kept as paragraphs does not come back whole."""
    body = (
        "<main><p>One</p><p>The boats stayed in harbour.<br>Nobody sailed that night.</p><p>Three</p></main>"
    )
    kept = ["One", "The boats stayed in harbour.", "Nobody sailed that night.", "Three"]
    assert fill(body, kept) == kept


@pytest.mark.parametrize(
    "name", ["stock-news", "authorities", "shareholders", "biography", "socialist_party"]
)
def test_a_mark_inside_a_word_is_none(name: str) -> None:
    """A class or id counts by its words, and a longer word is another one."""
    body = f"<main><p>One</p><div class='{name}' id='{name}'><p>Two</p></div><p>Three</p></main>"
    assert fill(body, ["One", "Three"]) == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    "name", ["toc", "article__toc", "box read-more", "read__more", "Related_Links", "comments"]
)
def test_a_mark_among_words_counts(name: str) -> None:
    """A class or id is cut into words at white space, hyphens and underscores."""
    body = f"<main><p>One</p><div class='{name}'><p>Two</p></div><p>Three</p></main>"
    assert fill(body, ["One", "Three"]) == ["One", "Three"]


def test_two_classes_are_no_mark() -> None:
    """The words of a mark stand in one class."""
    body = "<main><p>One</p><div class='more on'><p>Two</p></div><p>Three</p></main>"
    assert fill(body, ["One", "Three"]) == ["One", "Two", "Three"]
