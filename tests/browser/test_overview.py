"""The overview on which the page opens: it fits every screen, and everything in it leads on."""

import pytest
from playwright.sync_api import Page

import dinet
from benchmarks.generate import generated
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers import html
from tests.browser.conftest import DESK, ENGLISH, Open, until
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
MOST_POINTS = 7
"""So many sentences say what stands out at most."""
SMALLEST_LETTER = 13
"""In CSS pixels."""
UNLINKED = """
    doelen: [{id: D1, tekst: Meer sport}, {id: D2, tekst: Meer rust}]
    inspanningen: [{id: I1, tekst: Bouwen van een hal}]
"""
LETTERS = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes = new Map();
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !parent.checkVisibility()) continue;
        sizes.set(parent.className, parseFloat(getComputedStyle(parent).fontSize));
    }
    return [...sizes];
}"""
CUT = """() => [...document.querySelectorAll("#view-overview :is(.tile, .point, summary, button)")]
    .filter((one) => one.checkVisibility())
    .filter((one) => one.scrollWidth > one.clientWidth + 1
        || one.scrollHeight > one.clientHeight + 1)
    .map((one) => one.textContent)"""


def level_of(page: Page) -> str:
    return page.get_attribute("#tiles", "data-level") or ""


def look_at_every_size(page: Page) -> None:
    """No letter is small, nothing is cut, and nothing scrolls sideways, at all sizes."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("new Promise(requestAnimationFrame)")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (width, wide)
        small = [
            each
            for each in page.evaluate(LETTERS)
            if each[1] < SMALLEST_LETTER
        ]
        assert not small, (width, small)
        assert page.evaluate(CUT) == [], width


def test_a_small_programme_fits_every_screen(
    open_page: Open, data, complaints
):
    page = open_page(data, "")
    look_at_every_size(page)
    assert level_of(page) == "sentences"
    assert complaints == []


def test_a_large_programme_fits_every_screen_at_every_level(
    open_page: Open, complaints
):
    crowd = Network(generated(1200))
    page = open_page(html.write(crowd, dinet.audit(crowd), ENGLISH), "")
    assert level_of(page) == "themes"
    look_at_every_size(page)
    assert page.locator("#more-groups").is_visible()
    look_at_first_screen(page)
    for level in ("titles", "gaps", "codes"):
        page.click(f"[data-tiles={level}]")
        look_at_every_size(page)
    assert complaints == []


def test_all_that_stands_out_among_thousands_is_seen_at_once(open_page: Open):
    crowd = Network(generated(5000))
    page = open_page(html.write(crowd, (), Profile(lang="nl")), "")
    assert page.locator(".point").count() == MOST_POINTS
    look_at_first_screen(page)


def look_at_first_screen(page: Page) -> None:
    """On a usual laptop all that stands out is seen at once, and all that the board holds."""
    page.set_viewport_size(DESK)
    page.evaluate("new Promise(requestAnimationFrame)")
    for selector in (".tile-group:visible", ".point:visible"):
        foot = page.locator(selector).evaluate_all(
            "all => Math.max(...all.map((one) => one.getBoundingClientRect().bottom))"
        )
        assert foot <= DESK["height"], selector


def test_hundreds_of_elements_are_seen_at_once_and_gaps_in_words(
    open_page: Open,
):
    plan = Network(generated(300))
    page = open_page(html.write(plan, dinet.audit(plan), ENGLISH), "")
    assert level_of(page) == "gaps"
    look_at_first_screen(page)
    told = page.locator(".tile:visible").evaluate_all(
        "all => all.filter((one) => one.innerText.split(' ').length > 4)"
        ".map((one) => one.dataset.aim)"
    )
    asked = page.locator(".tile:is(.lacking, .fragile)").evaluate_all(
        "all => all.map((one) => one.dataset.aim)"
    )
    assert set(told) == set(asked)
    assert 10 < len(asked) < len(plan.goals)


def test_the_worst_themes_come_first_and_the_others_open(
    open_page: Open,
):
    crowd = Network(generated(1200))
    page = open_page(html.write(crowd, (), ENGLISH), "")
    first = page.locator(".tile-group:visible")
    assert first.count() == 12
    gaps = page.locator(".tile-group").evaluate_all(
        "all => all.map((one) => one.querySelectorAll('.lacking').length)"
    )
    assert gaps == sorted(gaps, reverse=True)
    assert len(gaps) == len(crowd.themes)
    last = page.locator(".tile-group h4 .code").last.text_content()
    page.click("#more-groups > summary")
    assert first.count() == len(crowd.themes)
    page.reload()
    page.select_option("#theme", last)
    assert last in page.locator(".tile-group .code:visible").all_inner_texts()
    assert first.count() < 5
    page.select_option("#theme", "")
    assert page.locator("#more-groups").is_visible()


def test_all_of_a_council_programme_is_seen_at_once_on_a_laptop(
    open_page: Open, data, source
):
    page = open_page(data, "")
    for selector in (".tile", ".point"):
        foot = page.eval_on_selector_all(
            selector,
            "all => Math.max(...all.map((one) => one.getBoundingClientRect().bottom))",
        )
        assert foot <= DESK["height"], selector
    assert page.locator(".tile").count() == len(source.goals)


@pytest.mark.parametrize(
    ("at", "view"),
    [
        ("", "overview"),
        ("#", "overview"),
        ("#S7", "network"),
        ("#?theme=T2", "network"),
        ("#view-network", "network"),
        ("#view-table", "table"),
    ],
)
def test_an_address_that_says_nothing_opens_the_overview(
    open_page: Open, data, at, view
):
    page = open_page(data, at)
    assert page.locator(f"#view-{view}").is_visible()
    assert page.locator(".view:not([hidden])").count() == 1


def test_a_click_on_a_tile_shows_its_details_beside_it_and_moves_nothing(
    open_page: Open, data
):
    page = open_page(data, "")
    before = [each.bounding_box() for each in page.locator(".tile").all()]
    page.click("[data-aim=D8]")
    assert page.inner_text("#heading-details").startswith("D8")
    assert page.locator("#chosen-aim #details .chip.effort").count() > 0
    after = [each.bounding_box() for each in page.locator(".tile").all()]
    assert after == before
    assert page.url.endswith("#view-overview?at=D8")
    page.click("#details .chip.target >> nth=0")
    assert page.locator("#view-overview").is_visible()
    assert page.inner_text("#heading-details").startswith("S")
    page.click("[data-aim=D8]")
    page.keyboard.press("Escape")
    assert page.locator("#salient").is_visible()
    assert page.evaluate("document.activeElement.dataset.aim") == "D8"


def test_details_lead_to_the_network_and_stay_there(open_page: Open, data):
    page = open_page(data, "#view-overview?at=D8")
    page.click("#onward")
    assert page.locator("#view-network").is_visible()
    assert page.locator(".stage #details-panel").is_visible()
    assert page.inner_text("#heading-details").startswith("D8")
    page.go_back()
    assert page.locator("#chosen-aim #details-panel").is_visible()


def test_every_code_in_what_stands_out_leads_into_the_picture(
    open_page: Open, data, source
):
    page = open_page(data, "")
    codes = page.locator("#salient a.chip").all_text_contents()
    assert codes
    assert all(code in source for code in codes)
    page.click("#salient a.chip >> nth=0")
    assert page.locator("#view-network").is_visible()
    assert page.inner_text("#heading-details").startswith(codes[0])


def test_how_much_tiles_tell_can_be_chosen_and_is_part_of_the_address(
    open_page: Open, data
):
    page = open_page(data, "")
    page.click("[data-tiles=codes]")
    assert page.url.endswith("?tiles=codes")
    assert page.locator(".tile-title >> nth=0").bounding_box()["width"] <= 1
    page.reload()
    assert level_of(page) == "codes"
    pressed = page.locator("#tile-levels [aria-pressed=true]")
    assert pressed.all_text_contents() == ["Codes"]


def test_a_folded_theme_tells_its_counts_and_opens_on_a_click(
    open_page: Open, large
):
    page = open_page(large, "")
    page.click("[data-tiles=themes]")
    first = page.locator(".tile-group").first
    assert "goals" in first.inner_text()
    assert first.locator(".tile:visible").count() == 0
    first.locator("summary").click()
    assert first.locator(".tile:visible").count() > 0


def test_what_is_switched_off_is_told_on_the_tiles(open_page: Open, data):
    page = open_page(data, "#view-overview?stop=I25")
    tile = page.locator("[data-aim=D8]")
    assert tile.get_attribute("data-fate") == "✕"
    assert tile.get_attribute("aria-description") == (
        "Loses its last effort. Was: direct; becomes: none."
    )


def test_filters_and_search_hold_for_the_tiles(open_page: Open, data):
    page = open_page(data, "#view-overview?theme=T2")
    assert page.locator(".tile:visible").count() == 3
    assert page.locator(".tile-group:visible").count() == 1
    page.evaluate("location.hash = '#view-overview?grade=0&find=D3'")
    until(page, "document.querySelector('.tile.hit')")
    assert page.locator(".tile.hit").get_attribute("data-aim") == "D3"
    page.evaluate("location.hash = '#view-overview?owner=nobody'")
    page.evaluate("location.hash = '#view-overview?finding=DC103'")
    until(page, "document.querySelector('.left-out')")
    assert page.inner_text(".tile-group:visible .left-out") == "1 of 4"


def test_long_words_break_with_a_hyphen_and_are_copied_without(
    open_page: Open,
):
    long = "Samenwerkingsovereenkomsten met onderwijsinstellingen"
    of = network(f"doelen: [{{id: D1, tekst: {long}}}]")
    page = open_page(html.write(of, (), ENGLISH), "")
    assert "\u00ad" in page.inner_text(".tile .text")
    copied = page.evaluate(
        """() => {
        getSelection().selectAllChildren(document.querySelector(".tile .text"));
        const data = new DataTransfer();
        const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true });
        document.querySelector(".tile").dispatchEvent(event);
        return data.getData("text/plain");
    }"""
    )
    assert copied == long


def test_patterns_of_grades_differ_without_colours(open_page: Open):
    of = network("""
        doelen: [{id: D1, tekst: A}, {id: D2, tekst: B}, {id: D3, tekst: C}, {id: D4, tekst: D}]
        smart-doelen:
          - {id: S1, tekst: Een, voor: D2}
          - {id: S2, tekst: Twee, voor: [D3, D1]}
        inspanningen:
          - {id: I1, tekst: Bouwen, voor: D1}
          - {id: I2, tekst: Werven, voor: S1}
          - {id: I3, tekst: Leren, voor: S2}
    """)
    page = open_page(html.write(of, (), ENGLISH), "", forced_colors="active")
    looks = page.eval_on_selector_all(
        ".tile .cover",
        "all => all.map((one) => [getComputedStyle(one).backgroundImage, "
        "getComputedStyle(one).backgroundColor].join())",
    )
    assert len(set(looks)) == 4
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    rims = page.eval_on_selector_all(
        ".cover-legend .cover",
        "all => all.map((one) => getComputedStyle(one).borderLeftColor)",
    )
    assert (
        len(rims) > 4
    )  # also of what has no target, and of what hangs on one
    assert set(rims) == {ink}
    page.click(".tabs a[href='#view-coverage']")
    fills = page.eval_on_selector_all(
        "[data-kind=goal] tfoot .bar rect",
        "all => all.map((one) => getComputedStyle(one).fill)",
    )
    assert len(set(fills)) == 4
    patterns = [fill.split('"')[1] for fill in fills if "url" in fill]
    assert len(patterns) == 2
    assert all(page.locator(f"pattern{name}").count() for name in patterns)


def test_a_document_that_links_nothing_says_so_in_every_picture(
    open_page: Open,
):
    page = open_page(html.write(network(UNLINKED), (), ENGLISH), "")
    assert page.locator(".unsaid").is_visible()
    page.click(".tabs a[href='#view-network']")
    page.click(".unsaid-line a")
    assert page.locator(".unsaid button").is_visible()
    look_at_every_size(page)
    width, height = SIZES[-1]
    assert page.viewport_size == {"width": width, "height": height}
    told, bar = (
        page.locator(name).bounding_box() for name in (".unsaid", ".asides")
    )
    assert told["y"] + told["height"] < 0.55 * height
    assert bar["height"] < 0.09 * height  # its buttons stand on one row


def test_the_overview_needs_no_script(open_page: Open, data, source):
    page = open_page(data, "", java_script_enabled=False)
    assert page.locator(".tile:visible").count() == len(source.goals)
    assert page.locator(".point:visible").count() > 2
    assert page.locator("#tile-levels").is_hidden()
