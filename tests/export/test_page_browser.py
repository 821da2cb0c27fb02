"""The page in Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sayso.export.label import measure
from sayso.model import Article, Reading, Relation
from tests.export.sample import TOLL, attribute, happen, make_reading, place_at, speak
from tests.export.test_page import make_hostile, render

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# The colours that a reader sees of an element: its own and that of the nearest background behind it.
RATIO = """(colours) => {
  const luminance = (colour) => {
    const part = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(part);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const pair = colours.map(luminance);
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}"""
CONTRAST = f"""(element) => {{
  let behind = element;
  while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
  return ({RATIO})([getComputedStyle(element).color, getComputedStyle(behind).backgroundColor]);
}}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; these tests look at the page in it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class View:
    """A page opened from a file, with what it asked the network for and what it complained of."""

    def __init__(self, browser: Browser, path: Path, *readings: Reading, **options: object) -> None:
        path.write_text(render(*readings), encoding="utf-8")
        self.context = browser.new_context(**options)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())

    def colour(self, selector: str, of: str = "backgroundColor") -> str:
        script = "([selector, of]) => getComputedStyle(document.querySelector(selector))[of]"
        return str(self.page.evaluate(script, [selector, of]))


@pytest.fixture
def opening(browser: Browser, tmp_path: Path) -> Iterator[object]:
    views: list[View] = []

    def open_view(*readings: Reading, **options: object) -> View:
        views.append(View(browser, tmp_path / f"{len(views)}.html", *readings, **options))
        return views[-1]

    yield open_view
    for view in views:
        view.context.close()


def test_roles_have_colours(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """Source, cue, content and content inside content look different, by the page's own style alone."""
    view = opening(reading)
    assert view.colour(".text .source", "color") != view.colour(".text .cue", "color")
    assert view.colour(".text .source", "color") != view.colour(".text", "color")
    backgrounds = {view.colour(".text .content-1"), view.colour(".text .content-2"), view.colour("body")}
    assert len(backgrounds) == 3


def test_claim_lights_its_passage(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """Pointing at a claim lights all of its spans, of a split quotation too, and no others."""
    page = opening(reading).page
    page.hover("#r1-c2")
    assert page.locator(".text span.lit").all_inner_texts() == [
        "2“Nobody panicked,”",
        "Marit Solheim, the first officer",
        "told",
        "“We sang.”",
    ]


def test_passage_lights_its_claim(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """Pointing at nested content lights the innermost claim; leaving it puts the light out."""
    page = opening(reading).page
    page.hover(".text .content-2")
    assert page.locator(".claim.lit").get_attribute("id") == "r1-c4"
    page.mouse.move(1, 1)
    assert page.locator(".lit").count() == 0


def test_keyboard_lights_a_claim(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """The number of a claim in the text takes the focus, lights its card, and leads to it."""
    page = opening(reading).page
    page.focus("#r1-p5")
    assert page.locator(".claim.lit").get_attribute("id") == "r1-c5"
    page.keyboard.press("Enter")
    assert page.url.endswith("#r1-c5")


def test_page_works_without_script(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """Without script, following a number marks the card that it leads to."""
    view = opening(reading, java_script_enabled=False)
    before = view.page.locator("#r1-c3").screenshot()
    view.page.click("#r1-p3")
    assert view.page.url.endswith("#r1-c3")
    assert view.page.locator("#r1-c3").screenshot() != before


def test_claim_stands_beside_its_passage(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """On a wide screen the card begins at the height of its paragraph, right of it."""
    page = opening(reading, viewport={"width": 1200, "height": 900}).page
    text, card = page.locator(".text").nth(1).bounding_box(), page.locator("#r1-c2").bounding_box()
    assert abs(text["y"] - card["y"]) < 8
    assert card["x"] > text["x"] + text["width"]


@pytest.mark.parametrize("width", [320, 390, 700])
def test_narrow_screen_scrolls_only_down(opening, reading: Reading, width: int) -> None:  # type: ignore[no-untyped-def]
    """On a narrow screen the card stands under its paragraph and nothing sticks out at the side."""
    long = make_reading(title="W" * 90, publisher="x" * 200)
    page = opening(reading, long, viewport={"width": width, "height": 800}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    text, card = page.locator(".text").nth(1).bounding_box(), page.locator("#r1-c2").bounding_box()
    assert card["y"] >= text["y"] + text["height"]


def test_hostile_article_runs_nothing(opening) -> None:  # type: ignore[no-untyped-def]
    """No script of an article runs, nothing is asked of the network, and the policy has nothing to block."""
    view = opening(make_hostile())
    assert view.page.title().startswith("</title><script>")
    assert view.complaints == []
    assert [url for url in view.requests if not url.startswith("file:")] == []
    assert len(view.requests) == 1


def test_policy_blocks_foreign_script(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """Markup that slipped in could run no script and load no image."""
    view = opening(reading)
    view.page.evaluate(
        """document.body.insertAdjacentHTML(
            "beforeend", "<img src='https://news.example/x.png' onerror='boom=1'>"
        )"""
    )
    view.page.wait_for_timeout(200)
    assert view.page.evaluate("typeof boom") == "undefined"
    assert any("Content Security Policy" in complaint for complaint in view.complaints)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("is_lit", [False, True])
def test_text_stands_out(opening, denial: Reading, scheme: str, is_lit: bool) -> None:  # type: ignore[no-untyped-def]
    """Every text has a contrast of 4.5 to 1 at least with what is behind it (WCAG 2.2, 1.4.3)."""
    page = opening(denial, denial, color_scheme=scheme).page
    if is_lit:
        page.hover("#r1-c3")
    for selector in (
        ".source",
        ".cue",
        ".content-1",
        ".content-2",
        ".facts",
        ".kind",
        ".chain",
        ".confidence",
        ".ref",
        ".audience",
        ".tie",
        ".tie a",
        ".verb",
        ".gist",
        ".factuality",
        ".type",
    ):
        for element in page.locator(selector).all():
            assert element.evaluate(CONTRAST) >= 4.5, (selector, element.inner_text())


def test_dark_scheme_is_dark(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """The page follows the reader's colour scheme."""
    assert opening(reading, color_scheme="dark").colour("body") != opening(reading).colour("body")


def test_page_has_landmarks(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """A page of several articles has one main, a named index, and a heading for each article."""
    page = opening(reading, reading).page
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("navigation", name="Articles").count() == 1
    assert page.get_by_role("article", name="Ferry aground off Lismore Point").count() == 2
    assert page.get_by_role("heading", level=1).inner_text() == "2 articles, 12 claims"


def test_print_leaves_nothing_out(opening, reading: Reading) -> None:  # type: ignore[no-untyped-def]
    """On paper every article is laid out, each on a page of its own."""
    page = opening(*[reading] * 3).page
    pages = page.pdf().count(b"/Type /Page\n")
    assert pages >= 3


CROWD = (
    ("Alkmaar", 52.63, 4.75), ("Amersfoort", 52.16, 5.39), ("Breda", 51.59, 4.78), ("Delft", 52.01, 4.36),
    ("Den Haag", 52.08, 4.31), ("Dordrecht", 51.81, 4.67), ("Gouda", 52.01, 4.71), ("Haarlem", 52.38, 4.64),
    ("Leiden", 52.16, 4.49), ("Rotterdam", 51.92, 4.48), ("Utrecht", 52.09, 5.11), ("Zwolle", 52.51, 6.09),
)  # fmt: skip

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".map .label")].map((label) => label.getBBox());
  const meet = (a, b) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height - 4 && b.y < a.y + a.height - 4;
  return boxes.flatMap((a, n) => boxes.slice(n + 1).filter((b) => meet(a, b))).length;
}"""


def test_figure_lights_its_words(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """Pointing at a row of the table lights the figure's words in the text, and no others."""
    page = opening(toll).page
    page.hover("#r1-figure-1 th")
    assert page.locator(".text .lit").all_inner_texts() == ["More than 40"]


def test_place_lights_its_spot_and_mentions(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """Pointing at a spot of the map lights its entry and all of its mentions in the text."""
    page = opening(toll).page
    page.hover(".map circle >> nth=0")
    assert page.locator(".found .lit, .found li.lit").get_attribute("id") == "r1-place-1"
    assert page.locator(".text .lit").all_inner_texts() == ["Rotterdam", "ROTTERDAM"]


def test_figure_and_its_claim_are_lit_together(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """Pointing at a figure in a claim's content lights the claim as well as the figure's row."""
    page = opening(toll).page
    page.hover(".text a.figure")
    assert page.locator("tr.lit").get_attribute("id") == "r1-figure-1"
    assert page.locator(".claim.lit").get_attribute("id") == "r1-c1"


def test_figures_work_without_script(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """Without script, words in the text lead to their row, and the row leads back."""
    page = opening(toll, java_script_enabled=False).page
    words = f"r1-figure-2-{TOLL.index('Dozens')}"
    page.click(f"#{words}")
    assert page.url.endswith("#r1-figure-2")
    page.click("#r1-figure-2 td a")
    assert page.url.endswith(f"#{words}")
    assert page.locator(".map svg path.land").count() == 1


def test_kinds_of_marks_look_different(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """Figures, events, places and times are told apart by the form of a line, not by colour alone."""
    fled = happen("E1", "fled", "RETREAT", TOLL)
    view = opening(replace(toll, events=(fled,)))
    roles = ("figure", "event", "place", "time")
    assert len({view.colour(f".text .{role}", "borderBottomStyle") for role in roles}) == 4


def test_labels_of_a_map_do_not_overlap(opening) -> None:  # type: ignore[no-untyped-def]
    """Crowded names are set apart as Chromium measures them, and most of them find room."""
    page = opening(place_at(*CROWD)).page
    assert page.evaluate(OVERLAPS) == 0
    assert page.locator(".map .label").count() >= 9


def test_label_is_no_wider_than_estimated(opening) -> None:  # type: ignore[no-untyped-def]
    """The width that was reckoned for a name is enough for it."""
    page = opening(place_at(*CROWD)).page
    for label in page.locator(".map .label").all():
        assert label.evaluate("label => label.getComputedTextLength()") <= measure(label.text_content(), 11.5)


def test_map_is_named(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """Who does not see the map hears what it shows, and has the same in the list beside it."""
    page = opening(toll).page
    assert page.get_by_role("img", name="Map of Rotterdam, Dordrecht").count() == 1
    assert page.get_by_role("region", name="Places").get_by_role("listitem").count() == 3


def test_figures_are_a_table_with_heads(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """Every row and column of figures has its head, on a narrow screen too."""
    for width in (1200, 380):
        page = opening(toll, viewport={"width": width, "height": 800}).page
        table = page.get_by_role("region", name="Figures").get_by_role("table")
        assert table.get_by_role("row").count() == 4
        assert table.get_by_role("columnheader").count() == 8
        assert table.get_by_role("rowheader").all_inner_texts() == ["> 40", "≥ 24", "2"]


@pytest.mark.parametrize("width", [320, 380, 700, 900, 1200])
def test_sections_stay_within_the_page(opening, toll: Reading, width: int) -> None:  # type: ignore[no-untyped-def]
    """Nothing of figures, places and times sticks out at the side, however long a name is."""
    long = replace(toll.figures[0], counter="W" * 90, as_of="2026-03-03", since="2026-02-28")
    place = replace(toll.places[3], unresolved="x" * 200)
    reading = replace(toll, figures=(long, *toll.figures[1:]), places=(*toll.places[:3], place))
    page = opening(reading, viewport={"width": width, "height": 800}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_map_is_legible_on_a_telephone(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """On a narrow screen the names on the map are no smaller than nine pixels or so."""
    page = opening(toll, viewport={"width": 380, "height": 800}).page
    scale = page.locator(".map svg").bounding_box()["width"] / 440
    assert 11.5 * scale > 8.8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sections_stand_out(opening, toll: Reading, scheme: str) -> None:  # type: ignore[no-untyped-def]
    """Every text of figures, places and times has a contrast of 4.5 to 1 at least (WCAG 2.2, 1.4.3)."""
    page = opening(toll, color_scheme=scheme).page
    for selector in (
        "section th",
        "section td",
        "section .facts",
        ".found .kind",
        ".mentions a",
        "figcaption",
    ):
        for element in page.locator(selector).all():
            assert element.evaluate(CONTRAST) >= 4.5, (selector, element.inner_text())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_on_the_map_stand_out(opening, toll: Reading, scheme: str) -> None:  # type: ignore[no-untyped-def]
    """Names and spots have contrast with land and with sea: 4.5 to 1 for letters, 3 to 1 for spots."""
    view = opening(toll, color_scheme=scheme)
    for ground in (".land", ".sea"):
        for mark, least in ((".map .label", 4.5), (".map .degree", 4.5), (".dot", 3)):
            pair = [view.colour(mark, "fill"), view.colour(ground, "fill")]
            assert view.page.evaluate(RATIO, pair) >= least, (mark, ground)


def test_page_with_a_map_asks_for_nothing(opening, toll: Reading) -> None:  # type: ignore[no-untyped-def]
    """The map comes with the page: nothing is asked of the network, and the policy has nothing to block."""
    view = opening(toll)
    assert (len(view.requests), view.complaints) == (1, [])


@pytest.mark.parametrize("width", [380, 900, 1400])
def test_arc_joins_two_cards(opening, denial: Reading, width: int) -> None:  # type: ignore[no-untyped-def]
    """A denial is drawn from its card to that of what it denies, without script, and covers no text."""
    page = opening(denial, viewport={"width": width, "height": 900}, java_script_enabled=False).page
    arc = page.locator("#r1-arc-1").bounding_box()
    upper, lower = page.locator("#r1-c4").bounding_box(), page.locator("#r1-c5").bounding_box()
    assert upper["y"] < arc["y"] < upper["y"] + upper["height"]
    assert lower["y"] < arc["y"] + arc["height"] < lower["y"] + lower["height"]
    assert abs(arc["x"] + arc["width"] - lower["x"]) < 2
    text = page.locator(".text").nth(2).bounding_box()
    assert arc["x"] > text["x"] + text["width"] or 0 <= arc["x"] < text["x"]


def test_card_lights_its_arc(opening, denial: Reading) -> None:  # type: ignore[no-untyped-def]
    """Pointing at either of two related claims lights the line between them."""
    page = opening(denial).page
    for card in ("#r1-c4", "#r1-c5"):
        page.hover(card)
        assert page.locator("#r1-arc-1.lit").count() == 1


@pytest.mark.parametrize("width", [380, 1200])
def test_arc_joins_two_rows(opening, toll: Reading, width: int) -> None:  # type: ignore[no-untyped-def]
    """A relation of figures is drawn from row to row, left of the table."""
    related = replace(toll, relations=(Relation(from_="F3", to="F1", type="updates"),))
    page = opening(toll, related, viewport={"width": width, "height": 900}).page
    page.locator("#r2-figures").scroll_into_view_if_needed()
    arc, row = page.locator("#r2-arc-1").bounding_box(), page.locator("#r2-figure-1").bounding_box()
    assert row["y"] < arc["y"] < row["y"] + row["height"]
    assert 0 <= arc["x"] < row["x"]


def test_cards_reach_beside_free_paragraphs(opening) -> None:  # type: ignore[no-untyped-def]
    """Many cards of a short paragraph do not push away the paragraphs after it that have none."""
    text = "Ada said so.\nNothing more was heard.\nThe mill stands still."
    said = [attribute(f"A{n}", speak("Ada", "named"), text, source="Ada", cue="said") for n in range(2)]
    reading = Reading(article=Article.of(text), attributions=tuple(said))
    page = opening(reading, viewport={"width": 1200, "height": 900}).page
    second, cards = page.locator(".text").nth(1).bounding_box(), page.locator(".claims").bounding_box()
    assert second["y"] < cards["y"] + cards["height"]
