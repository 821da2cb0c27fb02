"""The page in Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sayso.model import Reading
from tests.export.sample import make_reading
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
CONTRAST = """(element) => {
  const luminance = (colour) => {
    const part = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(part);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let behind = element;
  while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
  const pair = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(luminance);
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}"""


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
def test_text_stands_out(opening, reading: Reading, scheme: str, is_lit: bool) -> None:  # type: ignore[no-untyped-def]
    """Every text has a contrast of 4.5 to 1 at least with what is behind it (WCAG 2.2, 1.4.3)."""
    page = opening(reading, reading, color_scheme=scheme).page
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
