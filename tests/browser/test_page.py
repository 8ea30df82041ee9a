"""What a reader can do with the page, in a real browser."""

import pytest

from dinet.model import Programme
from dinet.network import Network
from dinet.writers import html, pyvis
from tests.browser.conftest import ENGLISH, ids
from tests.writers import hostile

pytestmark = pytest.mark.browser

VIEWS = (
    "overview",
    "network",
    "table",
    "matrix",
    "coverage",
    "findings",
    "notes",
)


@pytest.fixture(scope="module")
def canvas(source: Network, findings) -> bytes:
    return pyvis.write(source, findings, ENGLISH)


def on_the_way(source: Network, element_id: str) -> set[str]:
    trace = source.trace(element_id)
    return {
        element_id,
        *(hop.element.id for hop in (*trace.serves, *trace.served_by)),
    }


# harm


@pytest.mark.parametrize(
    "writer", [html, pytest.param(pyvis, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize(
    "bypass",
    [
        pytest.param(False, id="with policy"),
        pytest.param(True, id="without policy", marks=pytest.mark.slow),
    ],
)
def test_hostile_text_does_nothing(open_page, complaints, writer, bypass):
    found = hostile.network()
    page = open_page(
        writer.write(found, hostile.findings(found), ENGLISH),
        bypass_csp=bypass,
    )
    told = """async (ids) => {
        const told = [];
        for (const id of ids) {
            const followed = new Promise((done) =>
                addEventListener("hashchange", () => setTimeout(done), { once: true }));
            location.hash = "#" + encodeURIComponent(id);
            await followed;
            told.push(document.querySelector("#details .whole").textContent);
        }
        return told;
    }"""
    drawing = page.locator("#picture")
    drawing.evaluate("drawing => (drawing.style.display = 'none')")  # sooner
    assert page.evaluate(told, [element.id for element in found]) == [
        element.text for element in found
    ]
    drawing.evaluate("drawing => (drawing.style.display = '')")
    page.fill("#search", "<script>")
    page.keyboard.press("Enter")
    see_everything(page)
    assert complaints == []


def see_everything(page) -> None:
    """Opens every view, and in the panels every list, of which the first box is ticked."""
    for view in page.locator(".tabs a").all():
        view.click()
    page.click(".tabs a[href='#view-network']")
    for panel in ("filters", "whatif"):
        page.click(f"[data-panel={panel}][aria-controls]")
        lists = page.locator(f"#{panel} .choices")
        assert lists.count() >= 3
        for each in lists.all():
            each.evaluate("each => (each.open = true)")
            each.locator(".boxes input").first.check()
            each.locator(".boxes input").first.uncheck()
    page.locator("#whatif .boxes input").first.check()
    for view in page.locator(".tabs a").all():
        view.click()


@pytest.mark.parametrize("writer", [html, pyvis])
def test_every_view_opens_without_a_complaint(
    open_page, complaints, source, findings, writer
):
    page = open_page(writer.write(source, findings, ENGLISH))
    for name in reversed(VIEWS):
        page.click(f".tabs a[href='#view-{name}']")
        assert page.locator(".view:visible").evaluate_all(
            "all => all.map(one => one.id)"
        ) == [f"view-{name}"]
        assert (
            page.locator(".tabs a[aria-current]").get_attribute("href")
            == f"#view-{name}"
        )
    assert complaints == []


def test_an_empty_programme_opens(open_page, complaints):
    for writer in (html, pyvis):
        open_page(writer.write(Network(Programme()), (), ENGLISH))
    assert complaints == []


# choosing


def test_a_click_marks_the_whole_path_and_shows_the_details(
    open_page, source, data
):
    page = open_page(data)
    page.click("[data-id=S3] .bar")
    assert ids(page, ".element:not(.dim)") == on_the_way(source, "S3")
    assert ids(page, ".element:has(> [aria-pressed=true])") == {"S3"}
    assert page.inner_text("#details .whole") == source["S3"].text
    assert page.evaluate("location.hash") == "#S3"
    assert source["S3"].text in page.inner_text("[role=status]#announced")


def test_the_details_tell_places_evidence_and_links_in_both_directions(
    open_page, source, data
):
    page = open_page(data, "#I11")
    told = page.inner_text("#details")
    assert all(
        place.as_sentence().in_language("en") in told
        for place in source["I11"].places
    )
    assert {link.end for link in source.links_of(source["I11"])} <= set(
        page.locator("#details .links .chip").all_inner_texts()
    )
    assert "in the same row" in told.casefold()


def test_a_link_in_the_details_can_be_followed_and_the_back_button_returns(
    open_page, data
):
    page = open_page(data, "#S3")
    page.click("#details .links .chip >> nth=0")
    first = page.evaluate("location.hash")
    assert first != "#S3"
    assert page.evaluate("document.activeElement.id") == "heading-details"
    page.go_back()
    assert page.inner_text("#heading-details").startswith("S3")


def test_a_code_in_the_table_leads_to_its_place_in_the_network(
    open_page, data
):
    page = open_page(data, "#view-table")
    page.click("#view-table .chip:text-is('S2')")
    assert page.locator("#view-network").is_visible()
    assert (
        page.evaluate("document.activeElement.parentElement.dataset.id")
        == "S2"
    )


def test_a_click_beside_the_elements_or_the_button_closes_the_details(
    open_page, data
):
    page = open_page(data, "#S3")
    page.click("#close")
    assert ids(page, ".element.dim") == set()
    assert page.locator("#details-panel").is_hidden()
    page.click("[data-panel=details][aria-controls]")
    assert page.locator("#overview").is_visible()


def test_a_page_opened_at_an_element_shows_it(open_page, data):
    page = open_page(data, "#D7")
    assert ids(page, ".element.chosen") == {"D7"}
    assert page.inner_text("#heading-details").startswith("D7")


# finding


def test_search_counts_its_hits_and_goes_to_the_next(open_page, source, data):
    page = open_page(data)
    page.fill("#search", "SCHOLEN")
    wanted = [
        each.id
        for each in source
        if "scholen"
        in "\n".join((each.text, *each.wordings, *each.sources)).casefold()
    ]
    assert page.inner_text("#hits") == f"{len(wanted)} hits"
    assert ids(page, ".element.hit") == set(wanted)
    seen = []
    for _ in wanted:
        page.keyboard.press("Enter")
        seen.append(page.inner_text("#heading-details").split()[0])
    assert seen == wanted
    assert page.inner_text("#hits") == f"{len(wanted)} of {len(wanted)}"
    page.fill("#search", "bestaat hier niet")
    assert page.inner_text("#hits") == "no hits"
    assert page.is_disabled("#next")


# the keyboard


def test_the_picture_is_one_tab_stop(open_page, data):
    page = open_page(data)
    assert page.locator(".face[tabindex='0']").count() == 1
    page.focus("#help")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('face')")
    page.keyboard.press("Tab")
    assert not page.evaluate(
        "document.activeElement.classList.contains('face')"
    )


def test_arrows_reach_every_element(open_page, source, data):
    page = open_page(data)
    page.focus(".face[tabindex='0']")
    page.keyboard.press("Home")
    seen = set()
    for _ in source:
        seen.add(
            page.evaluate("document.activeElement.parentElement.dataset.id")
        )
        page.keyboard.press("ArrowDown")
    assert seen == {each.id for each in source}
    page.keyboard.press("Home")
    page.keyboard.press("End")
    assert (
        page.evaluate("document.activeElement.parentElement.dataset.id")
        in seen
    )


def test_arrows_follow_the_links(open_page, source, data):
    page = open_page(data, "#S3")
    page.focus("[data-id=S3] .face")
    page.keyboard.press("ArrowLeft")
    served = page.evaluate("document.activeElement.parentElement.dataset.id")
    assert source[served] in source.serves(source["S3"])
    page.focus("[data-id=S3] .face")
    page.keyboard.press("ArrowRight")
    assert source[
        page.evaluate("document.activeElement.parentElement.dataset.id")
    ] in source.supports(source["S3"])


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_key_gives_the_details_and_escape_closes_them(open_page, data, key):
    page = open_page(data)
    page.focus("[data-id=D2] .face")
    page.keyboard.press(key)
    assert page.inner_text("#heading-details").startswith("D2")
    page.keyboard.press("Escape")
    assert ids(page, ".element.chosen") == set()
    assert (
        page.evaluate("document.activeElement.parentElement.dataset.id")
        == "D2"
    )


def test_the_first_tab_stop_skips_to_the_table(open_page, data):
    page = open_page(data, "")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#view-table").is_visible()
    assert page.evaluate("document.activeElement.id") == "heading-table"


# other ways of seeing


@pytest.fixture(scope="module")
def long_words() -> bytes:
    found = hostile.network(
        (
            "x" * 300,
            "ondersteuningsvraagstukken" * 9,
            "woord " * 50,
            "W" * 200,
            "kort",
        )
    )
    return html.write(found, hostile.findings(found), ENGLISH)


@pytest.mark.parametrize("kind", ["data", "canvas", "long_words"])
def test_a_narrow_screen_never_scrolls_sideways(open_page, request, kind):
    page = open_page(
        request.getfixturevalue(kind), viewport={"width": 320, "height": 640}
    )
    for view in page.locator(".tabs a").all():
        view.click()
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_scripts_everything_can_be_read(open_page, source, data):
    page = open_page(data, java_script_enabled=False)
    assert page.locator(".view:visible").count() == len(VIEWS)
    assert page.locator(".tools:visible").count() == 0


def test_on_paper_stands_the_open_view_or_everything_in_light_colours(
    open_page, data
):
    page = open_page(data, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".view:visible").count() == 1
    page.evaluate("document.documentElement.dataset.print = 'all'")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    views = page.locator(".view").count()
    assert page.locator(".view:visible").count() == views
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".view:visible").count() == 1
    assert (
        page.evaluate(
            "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
        )
        == "#ffffff"
    )


def test_nothing_moves_by_itself(open_page, data):
    page = open_page(data)
    before = page.screenshot()
    page.wait_for_timeout(500)
    assert page.screenshot() == before
