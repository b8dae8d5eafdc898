"""The report in a real browser, from a file and without a network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

PAGES = Path(__file__).resolve().parents[4] / "target/report-pages"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Browser:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Opened:
    """A page that is open, what it asked for, and what it complained of."""

    def __init__(self, browser: Browser, name: str, scheme: str = "light", width: int = 1200):
        file = PAGES / f"{name}.html"
        assert file.exists(), f"{file} is missing: mvn verify makes it"
        self.url = file.as_uri()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        size = {"width": width, "height": 900}
        self.context = browser.new_context(color_scheme=scheme, viewport=size)
        self.page: Page = self.context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(self.url)

    def draw_all(self) -> None:
        """Pictures are drawn when they come near."""
        for chart in self.page.locator(".chart").all():
            chart.scroll_into_view_if_needed()
            chart.locator("canvas").first.wait_for()

    def names(self) -> list[str]:
        rows = self.page.locator("#doubted tbody tr:visible th bdi")
        return rows.all_inner_texts()


@pytest.fixture
def opened(browser: Browser):
    all_opened: list[Opened] = []

    def open_page(name: str, **options) -> Opened:
        all_opened.append(Opened(browser, name, **options))
        return all_opened[-1]

    yield open_page
    for one in all_opened:
        one.context.close()


@pytest.mark.parametrize("name", ["full", "empty"])
def test_asks_for_nothing_and_complains_of_nothing(opened, name: str) -> None:
    report = opened(name)
    report.draw_all()
    report.page.locator("#theme").click()
    assert report.requests == [report.url]
    assert report.complaints == []


def test_hostile_text_of_a_crawl_does_nothing(opened) -> None:
    report = opened("full")
    report.draw_all()
    assert report.page.title() == "Assay report of 2026-10-31"
    assert report.page.locator("img, section b").count() == 0
    assert any("</script><img src=x" in name for name in report.names())


def test_panels_open_by_keyboard(opened) -> None:
    page = opened("full").page
    why = page.locator("#doubted tbody details").first
    assert not why.locator("ul").is_visible()
    why.locator("summary").focus()
    page.keyboard.press("Enter")
    assert why.locator("ul").is_visible()
    page.keyboard.press("Space")
    assert not why.locator("ul").is_visible()


def test_the_first_stop_of_the_keyboard_leads_to_the_answer(opened) -> None:
    page = opened("full").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the answer"


def test_doubted_accounts_are_filtered(opened) -> None:
    report = opened("full")
    page = report.page
    told = page.locator("#doubted-told")
    assert told.inner_text() == "200 of 200 listed accounts"
    page.get_by_label("Contains", exact=True).fill("CREATOR19")
    assert told.inner_text() == "11 of 200 listed accounts"
    assert report.names()[0] == "creator19"
    page.get_by_label("Doubted of", exact=True).select_option("pod")
    assert report.names() == ["creator19", "creator191", "creator195", "creator199"]
    page.get_by_label("Platform", exact=True).select_option("instagram")
    assert told.inner_text() == "0 of 200 listed accounts"


def test_doubted_accounts_are_sorted_by_button_and_by_list(opened) -> None:
    report = opened("full")
    page = report.page
    listed = report.names()
    assert listed[1] == "🌸luna🌸"
    head = page.locator("#doubted th[data-key=likelihood]")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert report.names()[0] == "creator199"
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert report.names()[1] == "🌸luna🌸"
    page.get_by_label("Order", exact=True).select_option("followers ascending")
    assert report.names()[:2] == ["creator199", "creator198"]
    assert head.get_attribute("aria-sort") is None
    page.get_by_label("Order", exact=True).select_option("")
    assert report.names() == listed
    assert page.locator("#doubted th[aria-sort]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["full", "empty"])
def test_nobody_is_shut_out(opened, name: str, scheme: str) -> None:
    report = opened(name, scheme=scheme)
    report.draw_all()
    report.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = Axe().run(report.page, options={"resultTypes": ["violations"]})
    serious = [
        (violation["id"], violation["nodes"][0]["html"][:200])
        for violation in found.response["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_until_it_is_chosen(opened, scheme: str) -> None:
    page = opened("full", scheme=scheme).page
    background = "getComputedStyle(document.body).backgroundColor"
    light, dark = "rgb(255, 255, 255)", "rgb(18, 22, 29)"
    assert page.evaluate(background) == {"light": light, "dark": dark}[scheme]
    toggle = page.locator("#theme")
    toggle.click()
    assert (toggle.inner_text(), page.evaluate(background)) == ("Theme: light", light)
    toggle.click()
    assert (toggle.inner_text(), page.evaluate(background)) == ("Theme: dark", dark)


@pytest.mark.parametrize("name", ["full", "empty"])
def test_a_narrow_screen_scrolls_downwards_alone(opened, name: str) -> None:
    report = opened(name, width=400)
    report.draw_all()
    report.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert report.page.evaluate("document.documentElement.scrollWidth") <= 400


def test_prints(opened) -> None:
    page = opened("full").page
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.pdf().startswith(b"%PDF")
