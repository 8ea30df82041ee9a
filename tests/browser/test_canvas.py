"""What a reader can do with the page that vis-network draws, in a real browser."""

from itertools import product

import pytest

from benchmarks.generate import generated
from dinet.network import Network
from dinet.writers import pyvis
from tests.browser.conftest import ENGLISH

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def canvas(source: Network, findings) -> bytes:
    return pyvis.write(source, findings, ENGLISH)


def test_a_click_on_the_canvas_shows_the_details(open_page, source, canvas):
    page = open_page(canvas)
    page.wait_for_selector("#canvas canvas")
    box = page.locator("#canvas canvas").bounding_box()
    for down, right in product(range(1, 8), repeat=2):
        page.mouse.click(
            box["x"] + box["width"] * right / 8,
            box["y"] + box["height"] * down / 8,
        )
        page.wait_for_timeout(30)
        if page.inner_text("#heading-details").split()[0] in source:
            return
    pytest.fail("no click on the canvas hit an element")


def test_search_works_on_the_canvas_page_too(open_page, source, canvas):
    page = open_page(canvas)
    page.fill("#search", "jeugdzorg")
    page.keyboard.press("Enter")
    assert "jeugdzorg" in page.inner_text("#details .whole")


def test_the_canvas_has_a_name_and_is_no_tab_stop(open_page, canvas):
    page = open_page(canvas)
    page.wait_for_selector("#canvas canvas[role=img][aria-label]")
    assert page.locator("#canvas [tabindex='0']").count() == 0


def test_a_large_network_is_not_folded_and_moves_only_when_asked(open_page):
    network = Network(generated(1010))
    page = open_page(pyvis.write(network, (), ENGLISH))
    told = "JSON.parse(document.getElementById('data').textContent)"
    assert page.evaluate(f"{told}.mostUnfolded") == len(network)
    page.wait_for_selector("#canvas canvas")
    button = page.locator("#physics")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
