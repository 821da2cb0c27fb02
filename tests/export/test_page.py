"""The page as markup; how a browser shows it is tested beside this."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest

from sayso.export import write_page
from sayso.model import Article, Reading
from tests.export.sample import TEXT, attribute, make_reading, speak


class Outline(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self._depth = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        self.tags.append((tag, facts))
        if tag == "p" and facts.get("class") == "text":
            self.paragraphs.append("")
            self._depth = 1
        elif self._depth and tag == "a":
            self._depth = 2

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._depth == 2:
            self._depth = 1
        elif tag == "p":
            self._depth = 0

    def handle_data(self, data: str) -> None:
        if self._depth == 1:
            self.paragraphs[-1] += data

    def find(self, tag: str, **facts: str) -> list[dict[str, str | None]]:
        wanted = facts.items()
        return [found for name, found in self.tags if name == tag and wanted <= found.items()]


def render(*readings: Reading) -> str:
    stream = io.StringIO()
    write_page(readings, stream, doubtful_below=0.5)
    return stream.getvalue()


def make_hostile() -> Reading:
    """A reading of an article that tries to break out of every place where it is shown."""
    text = (
        "<script>document.title='owned'</script> said \"><img src=x onerror=alert(1)> \x00\x1b"
        "\u202e&amp; </p>\n"
        "</style></script><svg/onload=alert(2)> {{ 7*7 }} {% raw %} \ud800"
    )
    article = Article.of(
        text,
        id="'><b>",
        title='</title><script>alert("t")</script>',
        publisher="<b onclick='x'>Wire",
        byline="\"'><script>",
        published="<i>",
        url="javascript:alert(3)",
        language='en"><script>',
    )
    claim = attribute(
        'A"><script>',
        speak("<script>alert(4)</script>", "named"),
        text,
        source="<script>document.title='owned'</script>",
        cue="said",
        content=['"><img src=x onerror=alert(1)>', "</style></script><svg/onload=alert(2)>"],
    )
    return Reading(article=article, attributions=(claim,))


def test_text_stands_whole_in_the_page(reading: Reading) -> None:
    """The paragraphs of the page, but for the numbers of claims, are the article's to the character."""
    assert Outline(render(reading)).paragraphs == TEXT.split("\n")


def test_overlap_keeps_both_claims(reading: Reading) -> None:
    """A nested claim's source inside of its parent's content belongs to both, the innermost first."""
    assert '<span class="cue content-1" data-claims="4 3">had told</span>' in render(reading)
    assert '<span class="content-2" data-claims="4 3">the radar was mended</span>' in render(reading)


def test_each_claim_has_a_card_and_a_place(reading: Reading) -> None:
    """Every claim has one card and one number in the text, each linked to the other."""
    outline = Outline(render(reading))
    for number in range(1, 7):
        assert len(outline.find("li", id=f"r1-c{number}")) == 1
        assert len(outline.find("a", id=f"r1-p{number}", href=f"#r1-c{number}")) == 1
        assert len(outline.find("a", href=f"#r1-p{number}")) == 1


@pytest.mark.parametrize("count", [0, 1, 3])
def test_links_within_the_page_lead_somewhere(reading: Reading, count: int) -> None:
    """Every id is unique and every link within the page has its target, for any number of articles."""
    outline = Outline(render(*[reading] * count))
    ids = [facts["id"] for _, facts in outline.tags if "id" in facts]
    assert len(ids) == len(set(ids))
    targets = {
        (facts.get("href") or "")[1:]
        for _, facts in outline.tags
        if (facts.get("href") or "").startswith("#")
    }
    assert targets <= set(ids)


def test_only_several_articles_have_an_index(reading: Reading) -> None:
    """One article is shown as it is; several get an index with a line each."""
    assert "<nav" not in render(reading)
    outline = Outline(render(reading, reading))
    assert len(outline.find("nav")) == 1
    assert {"href": "#r2"} in outline.find("a")


def test_hostile_article_makes_no_markup() -> None:
    """Nothing that an article says becomes an element or an attribute of the page."""
    hostile = render(make_hostile())
    harmless = Outline(render(make_reading()))
    assert {tag for tag, _ in Outline(hostile).tags} <= {tag for tag, _ in harmless.tags}
    assert len(Outline(hostile).find("script")) == 1
    attributes = {name for _, facts in Outline(hostile).tags for name in facts}
    assert attributes <= {name for _, facts in harmless.tags for name in facts}


def test_hostile_characters_are_replaced() -> None:
    """Control characters, a direction override and half a surrogate pair do not reach the page."""
    page = render(make_hostile())
    page.encode("utf-8")
    assert not re.search("[\x00\x1b\u202e\ud800]", page)
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://a b", None]
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    """An address that is not http or https is not linked."""
    assert ">original</a>" not in render(make_reading(url=url))


def test_unknown_head_is_not_blank() -> None:
    """A missing title, outlet or date is told as such."""
    page = render(make_reading(title=None, publisher=None, published=None))
    assert "untitled" in page
    assert "<bdi>unresolved outlet</bdi> · <bdi>undated</bdi>" in page


def test_claim_without_spans_has_a_card() -> None:
    """An attribution that points nowhere is still shown."""
    article = make_reading().article
    bare = Reading(article=article, attributions=(attribute("A1", speak(None, "anonymous")),))
    assert len(Outline(render(bare)).find("li", id="r1-c1")) == 1


def test_span_over_paragraphs_is_marked_in_each() -> None:
    """A content that runs over a paragraph's end is coloured on both sides of it."""
    text = "“One.\n\nTwo,” Ada said."
    claim = attribute("A1", speak("Ada", "named"), text, source="Ada", cue="said", content=["“One.\n\nTwo,”"])
    page = render(Reading(article=Article.of(text), attributions=(claim,)))
    assert 'data-claims="1">Two,”</span>' in page
    assert "“One.</span></span></p>" in page


def test_page_names_no_other_resource(reading: Reading) -> None:
    """The page loads nothing: no images, frames, fonts, imports, or scripts and styles from elsewhere."""
    page = render(reading)
    outline = Outline(page)
    assert not {tag for tag, _ in outline.tags} & {"img", "link", "iframe", "object", "embed", "base", "form"}
    assert not [facts for _, facts in outline.tags if "src" in facts or "style" in facts]
    assert not re.search(r"url\(|@import|@font-face", page)
