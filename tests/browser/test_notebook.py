"""A notebook's page with a network in it, in a real browser."""

import pytest

from dinet.network import Network
from tests.browser.conftest import Open
from tests.builder import network
from tests.writers import hostile

pytestmark = pytest.mark.browser


def test_the_network_can_be_explored_inside_a_notebook(
    open_page: Open, complaints: list[str]
) -> None:
    shown = network(
        "doelen: [{tekst: Meer sport, inspanningen: [Bouwen van een hal]}]"
    )
    page = open_page(_notebook(shown), "")
    frame = page.frame_locator("iframe")
    assert frame.locator("[data-aim=D1]").is_visible()
    frame.locator(".tabs a[href='#view-network']").click()
    frame.locator("[data-id=D1] .bar").click()
    assert frame.locator("#details .whole").inner_text() == "Meer sport"
    frame.locator(".tabs a[href='#view-table']").click()
    assert frame.locator("#view-table").is_visible()
    assert page.evaluate("location.hash") == ""
    assert complaints == []


def test_hostile_text_stays_inside_its_frame(
    open_page: Open, complaints: list[str]
) -> None:
    page = open_page(_notebook(hostile.network()))
    page.frame_locator("iframe").locator("html.lively").wait_for(
        state="attached"
    )
    assert page.locator("body > *").count() == 1
    reach = "() => { try { return parent.document.title } catch (error) { return error.name } }"
    assert page.frames[1].evaluate(reach) == "SecurityError"
    assert complaints == []


def _notebook(shown: Network) -> bytes:
    """A notebook saved as a page, in the encoding that a browser takes when it cannot tell."""
    return (
        "<!DOCTYPE html><meta charset='windows-1252'>"
        f"<title>schrift</title>{shown._repr_html_()}"
    ).encode()
