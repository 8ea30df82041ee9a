"""The page of ``dinet watch`` in a real browser: it follows the document by itself."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import until
from tests.cli.running import PLAN
from tests.cli.watched import Watched, watched_plan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        os.name == "nt", reason="Ctrl-C reaches the tests themselves there"
    ),
]

LONG = "doelen:\n" + "".join(
    f"  - Meer sport in wijk {number}\n" for number in range(80)
)
Follow = Callable[..., Page]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    with watched_plan(tmp_path / "plan.din.yaml", PLAN) as running:
        yield running


@pytest.fixture
def follow(
    browser: Browser, watched: Watched, complaints: list[str]
) -> Iterator[Follow]:
    """Opens the page that is served, at what stands after its address."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})

    def opened(at: str = "") -> Page:
        page = context.new_page()
        page.on(
            "console",
            lambda said: (
                complaints.append(said.text)
                if said.type in ("error", "warning")
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        ours = (watched.address, "data:")
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith(ours)
                else complaints.append(asked.url)
            ),
        )
        page.goto(f"{watched.address}{at}")
        page.wait_for_selector("html.lively")
        return page

    yield opened
    context.close()


def test_the_page_opens_anew_when_the_document_is_saved_at_the_same_place(
    watched, follow, complaints
):
    page = follow("#D1")
    page.focus("[data-id=S1] .face")
    watched.write(f"{PLAN}    inspanningen: [Bouwen van een hal.]\n")
    page.wait_for_selector("[data-id=I1]", state="attached")
    page.wait_for_selector("[data-id=D1].chosen", state="attached")
    until(page, "document.activeElement.parentElement.dataset.id === 'S1'")
    assert page.evaluate("location.hash") == "#D1"
    assert complaints == []


def test_what_is_scrolled_stays_so(watched, follow):
    watched.write(LONG)
    watched.until("bevindingen")
    page = follow("#view-table")
    page.evaluate("scrollTo(0, 700)")
    watched.write(f"{LONG}  - Meer sport op school\n")
    page.wait_for_selector("#view-table .chip[href='#D81']", state="attached")
    until(page, "scrollY === 700")


def test_a_document_that_cannot_be_read_is_told_above_the_page_and_only_as_long(
    watched, follow, complaints
):
    page = follow()
    watched.write("doelen: [")
    banner = page.get_by_role("alert")
    banner.wait_for()
    assert banner.inner_text() == watched.until("plan.din.yaml:")[-1]
    assert page.locator("[data-aim=D1]").is_visible()
    watched.write(PLAN)
    banner.wait_for(state="hidden")
    assert complaints == []


def test_a_page_that_is_followed_no_longer_says_so(watched, follow):
    page = follow("#D1")
    until(page, "document.readyState === 'complete'")
    watched.write("doelen: [")
    page.get_by_role("alert").wait_for()  # it listens
    watched.stop()
    until(
        page,
        "document.getElementById('watch').textContent.startsWith('dinet watch ')",
    )
    assert page.locator("[data-id=D1] .bar").is_visible()
