"""The page as markup; how a browser shows it is tested beside this."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sayso.export import write_page
from sayso.model import Article, Reading, Relation
from tests.export.sample import (
    TEXT,
    TOLL,
    attribute,
    count,
    date,
    find,
    locate,
    make_reading,
    make_toll,
    speak,
)


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
        elif self._depth and facts.get("class") == "ref":
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
    name = "<b onclick='x'>Place"
    claim = attribute(
        'A"><script>',
        speak("<script>alert(4)</script>", "named"),
        text,
        source="<script>document.title='owned'</script>",
        cue="said",
        content=['"><img src=x onerror=alert(1)>', "</style></script><svg/onload=alert(2)>"],
    )
    figure = replace(count("F1", "Two", 2, 2, "exact"), span=find(text, "&amp;"), counter="<i>", as_of="'<b>")
    place = locate("P1", find(text, "{{ 7*7 }}"), name, kind="<b>", country="'\"", lat=1.0, lon=1.0)
    time = date("T1", find(text, "{% raw %}"), '"><script>', start="<i>", end="</li>")
    return Reading(article=article, attributions=(claim,), figures=(figure,), places=(place,), times=(time,))


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
        assert len(outline.find("a", **{"class": "number", "href": f"#r1-p{number}"})) == 1


def test_text_with_figures_stands_whole(toll: Reading) -> None:
    """The marks of figures, places and times add nothing to the text."""
    assert Outline(render(toll)).paragraphs == TOLL.split("\n")


def test_each_figure_has_a_row_and_a_place(toll: Reading) -> None:
    """Every figure has one row, its words in the text lead to it, and it leads to them and to its claim."""
    outline = Outline(render(toll))
    for number, figure in enumerate(toll.figures, start=1):
        row, words = f"r1-figure-{number}", f"r1-figure-{number}-{figure.span.start}"
        assert len(outline.find("tr", id=row)) == 1
        assert len(outline.find("a", id=words, href=f"#{row}")) == 1
        assert len(outline.find("a", href=f"#{words}")) == 1
    assert '<td data-before="carried by "><a class="number" href="#r1-c1"' in render(toll)


def test_each_mention_is_linked(toll: Reading) -> None:
    """Every mention of a place or a time is linked from the entry that they share."""
    outline = Outline(render(toll))
    for role, mentions in (("place", toll.places), ("time", toll.times)):
        starts = [facts["id"] for facts in outline.find("span", **{"class": role}) if "id" in facts]
        assert len(starts) == len(mentions)
        assert all(outline.find("a", href=f"#{start}") for start in starts)
    assert len(outline.find("li", **{"data-fact": "place-1"})) == 1


def test_mark_says_what_it_is(toll: Reading) -> None:
    """The words of a figure, a place or a time have what was read as their title."""
    page = render(toll)
    assert 'class="figure" title="&gt; 40 dockers (injured)"' in page
    assert 'class="place" title="Rotterdam, city, NL"' in page
    assert 'class="place" title="not in the gazetteer"' in page
    assert 'class="time" title="2026-03-03"' in page


def test_figure_over_a_border_is_one(toll: Reading) -> None:
    """A figure that a claim's content cuts in two is marked in both pieces, and begins in the first."""
    claim = attribute(
        "A1", speak("Ada", "named"), TOLL, source="the port of ROTTERDAM", cue="said", content=["40 dockers"]
    )
    figures = (replace(toll.figures[0], attribution=None),)
    outline = Outline(render(replace(toll, attributions=(claim,), figures=figures)))
    pieces = outline.find("a", **{"class": "figure", "href": "#r1-figure-1"})
    assert ["id" in piece for piece in pieces] == [True, False]


def test_figures_that_overlap_are_one_link(toll: Reading) -> None:
    """A link does not stand in a link: the shorter of two figures in one place is marked without one."""
    inner = replace(toll.figures[0], id="F4", span=find(TOLL, "40"))
    page = render(replace(toll, figures=(*toll.figures, inner)))
    assert re.search(r'<a class="figure"[^>]*><span class="figure"[^>]*>40</span></a>', page)


def test_section_without_facts_is_absent(reading: Reading) -> None:
    """An article without figures, places and times has no section, no map and no table."""
    page = render(reading)
    assert not {"section", "svg", "table"} & {tag for tag, _ in Outline(page).tags}


def test_article_without_located_place_has_no_map(toll: Reading) -> None:
    """Unresolved places alone are a list."""
    outline = Outline(render(replace(toll, places=toll.places[-1:], figures=())))
    assert not outline.find("svg")
    assert outline.find("li", id="r1-place-1")


def test_head_leads_to_the_sections(toll: Reading) -> None:
    """The head of an article tells how much was found, and leads there."""
    page = render(toll)
    for told in ("figures", "places", "times"):
        assert f'<a href="#r1-{told}">' in page
    assert "1 claim · " in page


@pytest.mark.parametrize("times", [0, 1, 3])
def test_links_within_the_page_lead_somewhere(reading: Reading, toll: Reading, times: int) -> None:
    """Every id is unique and every link within the page has its target, for any number of articles."""
    outline = Outline(render(*[reading, toll] * times))
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
    harmless = Outline(render(make_toll(), make_reading()))
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


def test_page_names_no_other_resource(reading: Reading, toll: Reading) -> None:
    """The page loads nothing: no images, frames, fonts, imports, or scripts and styles from elsewhere."""
    page = render(reading, toll)
    outline = Outline(page)
    assert not {tag for tag, _ in outline.tags} & {"img", "link", "iframe", "object", "embed", "base", "form"}
    assert not [facts for _, facts in outline.tags if "src" in facts or "style" in facts]
    assert not re.search(r"url\(|@import|@font-face", page)


def test_chain_leads_to_its_passages(reading: Reading) -> None:
    """Each hop is a link: an outlet to the head, an audience to its words, a speaker to its claim."""
    page = render(reading)
    told = f"r1-audience-2-{TEXT.index('the Harbour Post')}"
    assert '<a href="#r1"><bdi>Northern Wire</bdi></a> → <a href="#' + told + '">' in page
    assert Outline(page).find("span", id=told)
    assert '<a href="#r1-p3"><bdi>Marit Solheim</bdi></a>' in page


def test_unknown_outlet_is_told_once() -> None:
    """An outlet that is not known is told by the head of the article, not by each claim."""
    assert render(make_reading(publisher=None)).count("unresolved outlet") == 1


def test_denial_is_told_at_both_ends(denial: Reading) -> None:
    """The claim that denies and the one that is denied lead to each other."""
    page = render(denial)
    assert (
        '<p class="tie denies"><a href="#r1-c4">denies <bdi>claim 4</bdi></a> <bdi>the owner</bdi></p>'
        in page
    )
    assert '<a href="#r1-c5">denied by <bdi>claim 5</bdi></a> <bdi>A deckhand</bdi>' in page


def test_denial_heads_the_article(denial: Reading) -> None:
    """Above the text stands who denies what."""
    page = render(denial)
    assert page.index('id="r1-relations"') < page.index('class="text"')
    assert '<q class="gist">the radar was mended</q>' in page


def test_relation_of_figures_is_told_in_their_rows(toll: Reading) -> None:
    """Figures that are related lead to each other."""
    page = render(replace(toll, relations=(Relation(from_="F2", to="F1", type="updates"),)))
    assert (
        '<a href="#r1-figure-1">updates <bdi>&gt; 40 dockers (injured), Port of Rotterdam</bdi></a>' in page
    )
    assert '<a href="#r1-figure-2">updated by <bdi>≥ 24 (displaced)</bdi></a>' in page


def test_each_event_has_a_row_and_a_place(denial: Reading) -> None:
    """Every event has one row; its trigger in the text leads to it, and it leads to the trigger."""
    page = render(denial)
    outline = Outline(page)
    for number, event in enumerate(sorted(denial.events, key=lambda event: event.trigger.start), start=1):
        row, words = f"r1-event-{number}", f"r1-event-{number}-{event.trigger.start}"
        assert len(outline.find("tr", id=row)) == 1
        assert len(outline.find("a", id=words, href=f"#{row}")) == 1
        assert len(outline.find("a", href=f"#{words}")) == 1
    assert '<span class="factuality not_happened">not happened</span>' in page
    assert "<bdi>2026-02-28 to 2026-03-01</bdi>" in page


def test_each_actor_leads_to_mentions_and_claims(denial: Reading) -> None:
    """An actor has its kind, its role, and links to its claims and to each mention."""
    page = render(denial)
    assert Outline(page).find("a", href=f"#r1-actor-1-{TEXT.index('She')}")
    assert '<span class="facts"><bdi>first officer</bdi> · 2 mentions · claims' in page
    entry = page[page.index('id="r1-actor-1"') :].partition("</li>")[0]
    assert ['href="#r1-c2"' in entry, 'href="#r1-c3"' in entry, 'href="#r1-c1"' in entry] == [
        True,
        True,
        False,
    ]


def test_links_of_relations_lead_somewhere(denial: Reading, toll: Reading) -> None:
    """With chains, relations, events and actors, too, every id is unique and every link has its target."""
    related = replace(toll, relations=(Relation(from_="F2", to="A1", type="contradicts"),))
    outline = Outline(render(denial, related))
    ids = [facts["id"] for _, facts in outline.tags if "id" in facts]
    assert len(ids) == len(set(ids))
    links = [facts["href"] or "" for _, facts in outline.tags if "href" in facts]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_margin_that_is_free_is_used(reading: Reading) -> None:
    """A paragraph without claims stands with the one before it, whose cards may reach down beside it."""
    first = replace(reading, attributions=reading.attributions[:2])
    assert render(reading).count('<div class="row">') == 4
    assert render(first).count('<div class="row">') == 2
