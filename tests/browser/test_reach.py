"""The keyboard is never lost, and small screens and large letters leave everything in reach."""

import pytest

from tests.browser.conftest import until

pytestmark = pytest.mark.browser

PHONES = [(390, 844), (320, 640)]
PHONE_SIZE = {"width": 390, "height": 844}
ON_BODY = "document.activeElement === document.body"
LARGE_LETTERS = "html { font-size: 200% !important }"
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
"""What WCAG 1.4.12 lets a reader ask for."""
WIDEST_TEXT = """() => Math.max(...[...document.querySelectorAll('.element')].flatMap(one => {
    const box = one.querySelector('.box').getBoundingClientRect();
    return [...one.querySelectorAll('text')].map(
        text => text.getBoundingClientRect().right - box.right);
}))"""
ADD_STYLE = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
COVERED = """() => [...document.querySelectorAll('.controls button')].filter(one => {
    one.scrollIntoView({block: 'center'});
    const {x, y, width, height} = one.getBoundingClientRect();
    return !one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}).length"""


def test_the_focus_stays_when_what_had_it_is_made_anew_or_cannot_be_used(
    open_page, data
):
    page = open_page(data, "#I1?kind=effort,goal")
    page.focus("#details .actions button >> nth=1")  # made anew
    page.keyboard.press("Enter")
    assert page.inner_text("*:focus") == "Switch on"
    page.click("[data-panel=filters][aria-controls]")
    page.focus("#filters-reset")  # of no use then
    page.keyboard.press("Enter")
    assert not page.evaluate(ON_BODY)
    page.keyboard.press("Escape")
    assert page.is_hidden("#filters")
    assert not page.evaluate(ON_BODY)
    page.focus("#theme")
    page.go_back()
    assert not page.evaluate(ON_BODY)


def test_the_focus_is_in_the_view_that_the_back_button_opens(open_page, data):
    page = open_page(data, "#view-table")
    page.click(".tabs a[href='#view-matrix']")
    page.focus("#view-matrix tbody .chip")
    page.go_back()
    until(page, "!document.querySelector('#view-table').hidden")
    assert not page.evaluate(ON_BODY)


@pytest.mark.parametrize("view", ["network", "table", "findings"])
def test_escape_closes_a_panel_wherever_the_focus_is(open_page, data, view):
    page = open_page(data, f"#view-{view}")
    for panel in ("filters", "whatif", "share"):
        page.click(f"[data-panel={panel}][aria-controls]")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("Escape")
        assert page.is_hidden(f"#{panel}")
        assert page.get_attribute("*:focus", "data-panel") == panel


@pytest.mark.parametrize(("width", "height"), PHONES)
def test_on_a_phone_the_head_is_low_and_details_open_in_sight(
    open_page, data, width, height
):
    page = open_page(data, viewport={"width": width, "height": height})
    top = page.locator(".picture").bounding_box()["y"]
    assert top <= height / 5
    page.locator("[data-id=D2] .bar").click()
    page.wait_for_timeout(50)
    panel = page.locator("#details-panel").bounding_box()
    assert 0 <= panel["y"] < height
    assert panel["y"] + panel["height"] <= height + 1
    assert page.locator("#details-panel h3").inner_text().startswith("D2")
    chosen = page.locator("[data-id=D2] .box").bounding_box()
    is_over = chosen["y"] + chosen["height"] <= panel["y"]
    assert is_over or chosen["y"] >= panel["y"] + panel["height"]
    page.keyboard.press("Escape")
    assert page.is_hidden("#details-panel")


def test_large_letters_leave_every_button_uncovered(open_page, data):
    page = open_page(data)
    page.evaluate(ADD_STYLE, LARGE_LETTERS)
    page.wait_for_timeout(50)
    assert page.evaluate(COVERED) == 0


def test_spaced_letters_stay_in_their_boxes(open_page, data, complaints):
    page = open_page(data, "#view-network?stop=I25")
    page.evaluate(ADD_STYLE, SPACED)
    until(page, "document.querySelector('[textLength]')")
    assert page.evaluate(WIDEST_TEXT) <= 0
    sign = page.locator("[data-id=I25] .badge").bounding_box()
    assert sign["width"] > 5  # what stopped keeps its sign
    assert not complaints
    for view in page.locator(".tabs a").all():
        view.click()
        assert page.evaluate("document.documentElement.scrollWidth") == 1280


def test_at_400_percent_everything_can_be_reached(open_page, data):
    page = open_page(data, viewport={"width": 320, "height": 200})
    for panel in ("filters", "whatif", "share"):
        button = page.locator(f"[data-panel={panel}][aria-controls]")
        button.scroll_into_view_if_needed()
        button.click()
        box = page.locator(f"#{panel}").bounding_box()
        assert box["height"] > 150
        page.keyboard.press("Escape")
        assert page.is_hidden(f"#{panel}")


OVERFLOWING = """() => {
    const parts = document.querySelectorAll(
        '.masthead, h1, .tools, .tabs, .view:not([hidden]), .view:not([hidden]) *, footer');
    const wide = document.documentElement.clientWidth;
    const isHeard = one => one && (getComputedStyle(one).clipPath !== 'none'
        || isHeard(one.parentElement));
    const isFree = one => !isHeard(one) && !one.closest(
        '.picture, .sheet, .matrix, .tabs ul, .unseen, svg, #map, .original, #made-original');
    const names = [...parts].filter(one => one.checkVisibility() && isFree(one)).filter(one => {
        const {left, right} = one.getBoundingClientRect();
        const {overflowX} = getComputedStyle(one);
        const isCut = overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1;
        return right > left && (left < -1 || right > wide + 1 || isCut);
    });
    return names.slice(0, 5).map(one => `${one.tagName}.${one.className} ${one.textContent}`);
}"""
"""What runs out of the page, or is cut off, save where a reader can scroll."""
READERS = {
    "letters of 200 %": ({"width": 1280, "height": 800}, LARGE_LETTERS),
    "letters of 200 % on a phone": (
        {"width": 390, "height": 844},
        LARGE_LETTERS,
    ),
    "a page at 400 %": ({"width": 320, "height": 200}, ""),
    "more space": ({"width": 390, "height": 844}, SPACED),
}


@pytest.mark.parametrize("reader", READERS)
def test_nothing_runs_out_of_any_view_however_large_the_letters(
    open_page, large, reader
):
    size, style = READERS[reader]
    page = open_page(large, "#view-overview", viewport=size)
    page.evaluate(ADD_STYLE, style)
    for tab in page.locator(".tabs a").all():
        tab.click()
        until(page, "!document.querySelector('[aria-busy]')")
        assert page.evaluate(OVERFLOWING) == [], tab.inner_text()
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide == size["width"], tab.inner_text()


@pytest.mark.parametrize("style", ["", LARGE_LETTERS])
def test_on_a_phone_the_bar_at_the_foot_leaves_the_end_of_the_page_free(
    open_page, data, style
):
    page = open_page(data, "#view-tree", viewport=PHONE_SIZE)
    page.evaluate(ADD_STYLE, style)
    bar = page.locator(".asides").bounding_box()
    height = "getComputedStyle(document.documentElement).scrollPaddingBottom"
    until(page, f"parseFloat({height}) > {bar['height']}")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    foot = page.locator("footer").bounding_box()
    bar = page.locator(".asides").bounding_box()
    assert foot["y"] + foot["height"] <= bar["y"] + 1


def test_on_a_phone_the_open_tab_is_in_sight(open_page, data):
    page = open_page(data, "#view-findings", viewport=PHONE_SIZE)
    until(page, "document.querySelector('.tabs ul').scrollLeft > 0")
    box = page.locator(".tabs [aria-current]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE_SIZE["width"]
