"""The pages in a real Chromium: quiet, inert, readable on a phone, without a script and in both palettes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from browser.chromium import Chromium, NoBrowser
from report_cases import all_accepted, site, small_site
from report_ferry import QUESTION_ID, ferry
from test_report_outputs import HOSTILE, everywhere

from reconcile.report.site import publish

pytestmark = pytest.mark.chromium

OVERFLOW = """[...document.querySelectorAll("body *")].filter(e => {
  const box = e.getBoundingClientRect(), loose = getComputedStyle(e).position === "absolute";
  return box.right > innerWidth + 1 && !loose && !e.closest(".scroll, .skip, .vh, svg");
}).map(e => e.outerHTML.slice(0, 120))"""
LINKS = """[...document.querySelectorAll("[href], [src]")].map(e => e.getAttribute("href") || e.getAttribute("src"))"""
CONTRAST = """(() => {
  const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length && (c.length < 4 || c[3] === 1)) return c.slice(0, 3) } return [255, 255, 255] };
  const out = [];
  for (const e of document.querySelectorAll("body *")) {
    const silent = ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (silent || e.closest(".vh, [hidden], svg, .sheet")) continue;
    const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) out.push(ratio.toFixed(2) + " " + e.outerHTML.slice(0, 100));
  }
  return out })()"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """One browser for all tests of this file."""
    try:
        browser = Chromium()
    except NoBrowser as error:
        pytest.fail(str(error), pytrace=False)
    with browser:
        yield browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page for every state."""
    to = tmp_path_factory.mktemp("site")
    publish(site(), to)
    return to


def pages(folder: Path) -> list[Path]:
    """All pages of a site."""
    return sorted(folder.glob("*.html"))


def test_no_page_says_anything_to_the_console(chromium: Chromium, folder: Path) -> None:
    """No console message, no exception, no request that leaves the page, on any page."""
    for path in pages(folder):
        with chromium.tab() as tab:
            tab.open(path)
            assert tab.complaints() == [], path.name


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_nothing_overflows(chromium: Chromium, folder: Path, width: int) -> None:
    """No page is wider than its window, from a small phone to a desk."""
    with chromium.tab(width=width) as tab:
        for path in pages(folder):
            tab.open(path)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, path.name
            assert tab.evaluate(OVERFLOW) == [], path.name


def test_every_link_resolves(chromium: Chromium, folder: Path) -> None:
    """Every link within the site leads to a file that is there and to an id that stands in it."""
    ids: dict[str, set[str]] = {}
    links: dict[str, list[str]] = {}
    with chromium.tab() as tab:
        for path in pages(folder):
            tab.open(path)
            ids[path.name] = set(tab.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
            links[path.name] = tab.evaluate(LINKS)
    for name, found in links.items():
        for link in found:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https"), (name, link)
                continue
            target = unquote(parts.path) or name
            assert (folder / target).is_file(), (name, link)
            assert not parts.fragment or parts.fragment in ids[target], (name, link)


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground(chromium: Chromium, folder: Path, dark: bool) -> None:
    """Every text has a contrast of at least 4.5 to what lies behind it, in light and in dark."""
    with chromium.tab(dark=dark) as tab:
        for path in pages(folder):
            tab.open(path)
            assert tab.evaluate(CONTRAST) == [], path.name


def test_both_palettes_are_there(chromium: Chromium, folder: Path) -> None:
    """A reader who asks for dark gets dark paper."""
    grounds = []
    for dark in (False, True):
        with chromium.tab(dark=dark) as tab:
            tab.open(folder / "index.html")
            grounds.append(tab.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(250, 248, 244)", "rgb(19, 20, 25)"]


def test_pages_are_whole_without_javascript(chromium: Chromium, folder: Path) -> None:
    """With scripts off the words are the same, the filter by radio buttons works and nothing dead is shown."""
    with chromium.tab(script=False) as tab:
        tab.open(folder / "index.html")
        count = "[...document.querySelectorAll('.q')].filter(e => e.checkVisibility()).length"
        every = tab.evaluate(count)
        tab.evaluate("document.getElementById('f-fits').checked = true")
        assert 0 < tab.evaluate(count) < every
        assert tab.evaluate("document.querySelector('.find').checkVisibility()") is False


def test_the_word_filter_finds_questions(chromium: Chromium, folder: Path) -> None:
    """With scripts on a filter by words appears and leaves the questions that hold all of them."""
    with chromium.tab() as tab:
        tab.open(folder / "index.html")
        typed = "(q => { q.value = 'MILL burn'; q.dispatchEvent(new Event('input')) })(document.getElementById('q'))"
        tab.evaluate(typed)
        shown = "[...document.querySelectorAll('.q')].filter(e => e.checkVisibility()).map(e => e.id)"
        assert tab.evaluate(shown) == ["q1-dates"]


def test_the_copy_button_copies_the_sentence_and_only_that(chromium: Chromium, tmp_path: Path) -> None:
    """Where every figure is accepted one click selects the sentence and the button is there."""
    publish(small_site(all_accepted()), tmp_path)
    with chromium.tab() as tab:
        tab.open(tmp_path / f"{QUESTION_ID}.html")
        assert tab.evaluate("document.querySelector('.btn').checkVisibility()") is True
        assert tab.evaluate("getComputedStyle(document.getElementById('sentence')).userSelect") == "all"
    publish(small_site(ferry()), tmp_path)
    with chromium.tab() as tab:
        tab.open(tmp_path / f"{QUESTION_ID}.html")
        assert tab.evaluate("document.querySelector('.btn')") is None
        assert tab.evaluate("getComputedStyle(document.getElementById('sentence')).userSelect") == "auto"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_nothing(chromium: Chromium, tmp_path: Path, text: str) -> None:
    """With markup in every field no script runs, no dialog opens, no request is made, and the text is shown."""
    publish(small_site(everywhere(text)), tmp_path)
    for path in pages(tmp_path):
        with chromium.tab() as tab:
            tab.open(path)
            assert tab.complaints() == [], path.name
            assert tab.events("Page.javascriptDialogOpening") == []
            assert tab.evaluate("document.scripts.length") <= 2
            assert " ".join(text.split()) in " ".join(tab.evaluate("document.body.innerText").split()), path.name


def test_no_inline_script_can_run(chromium: Chromium, folder: Path) -> None:
    """The page's own policy stops a script or style that somebody smuggled in."""
    with chromium.tab() as tab:
        tab.open(folder / "index.html")
        smuggled = "s => { s.textContent = 'window.pwned = 1'; document.body.append(s) }"
        tab.evaluate(f"({smuggled})(document.createElement('script'))")
        assert tab.evaluate("window.pwned") is None
        tab.evaluate("document.body.setAttribute('style', 'color: red')")
        assert tab.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"


def test_a_printed_sheet_names_its_question(chromium: Chromium, folder: Path, tmp_path: Path) -> None:
    """Every printed sheet carries the question in short, its id and revision, and no controls."""
    with chromium.tab() as tab:
        tab.open(folder / f"{QUESTION_ID}.html")
        tab.call("Emulation.setEmulatedMedia", {"media": "print"})
        assert tab.evaluate("getComputedStyle(document.querySelector('.sheet')).position") == "fixed"
        assert QUESTION_ID in tab.evaluate("document.querySelector('.sheet').innerText")
        assert tab.evaluate("document.querySelector('.skip').checkVisibility()") is False
        tab.print(tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
