"""What the page once showed or said wrongly, at each size of a screen; each page is opened once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

import dinet
from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from dinet.writers import html
from tests.browser.conftest import ENGLISH, Open, ids, until
from tests.browser.test_pointing import ANEW, SEEN
from tests.browser.test_reach import (
    ADD_STYLE,
    COVERED,
    LARGE_LETTERS,
    ON_BODY,
    SPACED,
)
from tests.browser.test_whole import LEGEND, LETTERS, SCROLLS
from tests.builder import network

pytestmark = pytest.mark.browser

SIZES = (
    (1280, 800),
    (1366, 768),
    (1920, 1080),
    (768, 1024),
    (390, 844),
    (320, 640),
)
FRAMES = "new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then)))"
WIDE = "document.documentElement.scrollWidth"
LOOKS = """() => Object.fromEntries([...document.querySelectorAll('#picture .link')].map(one => {
    const {strokeDasharray, strokeWidth} = getComputedStyle(one);
    const ends = ['marker-start', 'marker-end'].map(name => one.getAttribute(name));
    return [one.dataset.from, [strokeDasharray, strokeWidth, ...ends].join()];
}))"""
"""How each line is drawn, colours aside."""
CODES = ":is(tbody, .tile, .tree) .chip"
SEEN_CODES = "all => all.filter(one => one.checkVisibility()).map(one => one.textContent)"
IN_SIGHT = """selector => {
    const {top, bottom} = document.querySelector(selector).getBoundingClientRect();
    return top >= -1 && top < innerHeight && bottom <= innerHeight + 1;
}"""


def resize(page: Page) -> Iterator[tuple[int, int]]:
    """Gives the page each size in turn; nothing may then run out of it sideways."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, 0)")
        page.evaluate(FRAMES)
        yield width, height
        assert page.evaluate(WIDE) <= width


def go(page: Page, address: str) -> None:
    page.evaluate("at => { location.hash = at }", address)
    page.evaluate(FRAMES)


def test_two_clicks_meet_the_same_box(open_page: Open, data):
    page = open_page(data)
    for size in resize(page):
        page.evaluate(ANEW)
        page.evaluate(FRAMES)
        element_id, x, y = page.evaluate(SEEN)[0]
        page.mouse.dblclick(x, y)
        told = page.evaluate("location.hash")
        assert f"focus={element_id}" in told, size
        assert "stop=" not in told, size


def test_opening_a_panel_leaves_the_picture_as_it_is(open_page: Open, data):
    page = open_page(data)
    place = "document.querySelector('#picture svg').getBoundingClientRect().toJSON()"
    for size in resize(page):
        before = page.evaluate(place)
        for name in ("filters", "whatif", "share"):
            button = f"document.querySelector('button[data-panel={name}]')"
            page.evaluate(f"{button}.click()")
            page.evaluate(FRAMES)
            assert page.is_visible(f"#{name}")
            assert page.evaluate(place) == before, (size, name)
            page.evaluate(f"{button}.click()")


def test_what_a_document_does_not_say_is_unknown_and_no_list_of_faults(
    open_page: Open,
):
    unsaid = network("""
        doelen: [{id: D1, tekst: Meer sport}, {id: D2, tekst: Meer rust}]
        inspanningen: [{id: I1, tekst: Bouwen}, {id: I2, tekst: Werven}]
    """)
    page = open_page(html.write(unsaid, dinet.audit(unsaid), ENGLISH), "")
    for size in resize(page):
        go(page, "#view-overview")
        told = page.inner_text(".unsaid")
        assert "unknown" in told.lower(), size
        assert page.is_visible(".unsaid :is(button, code)"), size
        assert page.locator(".tile.unknown, .tile .unknown").count(), size
        go(page, "#view-network")
        page.click("#view-network .unsaid-line a")
        assert page.evaluate(IN_SIGHT, ".unsaid h3"), size
        assert not page.evaluate(
            "/\\d+ errors/.test(document.body.innerText)"
        ), size


def test_a_filter_and_what_stops_hold_in_every_view(open_page: Open, data):
    page = open_page(data, "")
    tabs = page.locator(".tabs a").evaluate_all(
        "all => all.map(one => one.hash)"
    )
    assert len(tabs) > 7
    for size in resize(page):
        for view in tabs:
            go(page, f"{view}?theme=T3&stop=I26")
            until(page, f"!document.querySelector('{view}').hidden")
            at = (size, view)
            assert page.inner_text("#applied").startswith("Theme: T3"), at
            stopped = page.inner_text("button[data-panel=whatif]")
            told = page.is_visible("#scenario") or view == "#view-network"
            assert stopped.split()[-1] == "1", at
            assert told, at  # in the network each box says so itself
            codes = page.locator(f"{view} {CODES}").evaluate_all(SEEN_CODES)
            assert "I11" not in codes, at
        go(page, "#view-coverage?stop=I25")
        assert "→" in page.inner_text("#view-coverage tfoot >> nth=0"), size


def test_each_kind_of_line_has_a_look_of_its_own(open_page: Open):
    goals = [Goal(id=f"D{at}", text=f"Doel {at}") for at in range(1, 5)]
    efforts = [Effort(id=f"I{at}", text=f"Werk {at}") for at in range(1, 3)]
    links = (
        Link(start="I1", end="D1", kind="contributes_to", basis="stated"),
        Link(start="I2", end="D2", kind="contributes_to", basis="inferred"),
        Link(start="D3", end="D2", kind="refers_to", basis="stated"),
        Link(start="D4", end="D1", kind="part_of", basis="stated"),
    )
    drawn = Network(Programme(elements=(*goals, *efforts), links=links))
    page = open_page(html.write(drawn, (), ENGLISH))
    for size in resize(page):
        looks = page.evaluate(LOOKS)
        assert set(looks) == {"I1", "I2", "D3", "D4"}, size
        assert len(set(looks.values())) == 4, (size, looks)
        assert page.evaluate(LEGEND) == [
            "contributes_to",
            "part_of",
            "refers_to",
            "weak",
        ], size


def test_the_whole_fits_in_letters_that_can_be_read(
    open_page: Open, data, source
):
    page = open_page(data)
    for size in resize(page):
        page.click("#whole")
        page.evaluate(FRAMES)
        assert ids(page, "#picture .element") == {each.id for each in source}
        before = page.evaluate(LETTERS)
        assert before >= 8.5, size
        assert page.evaluate(SCROLLS)[0] <= 2, size
        page.click("[data-id=D4] .bar")
        page.evaluate(FRAMES)
        assert page.evaluate(LETTERS) == before, size
        page.keyboard.press("Escape")
        page.click("#fit")


def test_paper_is_the_same_from_every_screen(open_page: Open, data):
    page = open_page(data, "#view-matrix?theme=T3")
    papers = set()
    for size in resize(page):
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        seen = page.locator(".view").evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => one.id)"
        )
        assert seen == ["view-matrix"], size
        smallest = page.locator("#view-matrix .chip").evaluate_all(
            "all => Math.min(...all.filter(one => one.checkVisibility())"
            ".map(one => parseFloat(getComputedStyle(one).fontSize)))"
        )
        assert smallest >= 7 * 96 / 72, size  # seven points
        papers.add(page.inner_text("#view-matrix"))
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")
    assert len(papers) == 1


def test_the_keyboard_stays_and_details_open_in_sight(open_page: Open, data):
    page = open_page(data)
    for size in resize(page):
        page.evaluate(ANEW)
        top = page.locator(".picture").bounding_box()["y"]
        assert top <= size[1] / 3, size
        page.focus("[data-id=D2] .face")
        page.keyboard.press("Enter")
        page.evaluate(FRAMES)
        assert page.evaluate(IN_SIGHT, "#details-panel h3"), size
        page.keyboard.press("Escape")
        assert "focus=" not in page.evaluate("location.hash"), size
        assert not page.evaluate(ON_BODY), size


@pytest.mark.parametrize("style", [LARGE_LETTERS, SPACED])
def test_large_and_spaced_letters_leave_every_button_free(
    open_page: Open, data, style
):
    page = open_page(data)
    page.evaluate(ADD_STYLE, style)
    for size in resize(page):
        assert page.evaluate(COVERED) == 0, size


def test_a_reader_meets_words_and_no_codes_of_programmers(
    open_page: Open, source
):
    dutch = Profile(lang="nl")
    page = open_page(html.write(source, dinet.audit(source), dutch), "")
    code = page.locator("#view-findings [data-code]").first.get_attribute(
        "data-code"
    )
    for size in resize(page):
        go(page, f"#view-findings?finding={code}")
        labels = page.locator("label:has([name=finding])").all_text_contents()
        for told in (page.inner_text("#applied li"), *labels):
            assert len(told.split()) > 3, (size, told)
        go(page, "#view-findings?source=CBS")
        fitting = page.text_content("#fitting")
        assert not fitting.startswith("1 elementen"), size
        assert page.locator("#search").bounding_box()["width"] >= 150, size
        tall = page.locator(".find").bounding_box()["height"]
        assert tall < 45, size  # one row: its buttons stand beside it
        page.fill("#search", "bron")
        groups = page.locator("#found [role=group]").count()
        assert page.is_visible("#found"), size
        assert groups > 1, size
        page.fill("#search", "")
        go(page, "#view-notes")
        rules = page.locator("#view-notes td.rule").all_inner_texts()
        assert not any("_" in rule for rule in rules), size
