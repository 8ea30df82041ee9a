"""Under ``dinet watch`` what is chosen in the page goes into the form on disk."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import opened_page, until
from tests.browser.test_settling import PLAN, choose, told
from tests.cli.watched import Watched, watched_plan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        os.name == "nt", reason="Ctrl-C reaches the tests themselves there"
    ),
]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    with watched_plan(tmp_path / "plan.md", PLAN) as running:
        yield running


@pytest.fixture
def page(
    browser: Browser, watched: Watched, complaints: list[str]
) -> Iterator[Page]:
    with opened_page(browser, watched.address, complaints) as opened:
        yield opened


def test_choices_are_saved_at_once_and_a_conflict_shows_both(
    watched: Watched, page: Page, complaints: list[str]
) -> None:
    form = watched.file.with_name("plan.koppeling.yaml")
    page.locator(".asides [data-panel=settle]").click()
    assert not page.get_by_role(
        "button", name="Formulier opslaan"
    ).is_visible()
    with page.expect_event("load"):
        choose(page, "I1", "armoede")
    # the page was opened anew, with the panel and the focus where they were
    until(page, "document.querySelector('#settle-told')?.checkVisibility()")
    until(page, "document.activeElement.id.startsWith('settle-0-')")
    assert told(page) == "1 van 3 gekoppeld"
    # somebody writes just before a choice is sent
    text = form.read_text("utf-8")

    def write_first(route):
        form.write_text(text.replace("[D2]", "[D3]  # overleg"), "utf-8")
        route.continue_()

    page.route("**/form", write_first, times=1)
    page.get_by_role("button", name="Kies een doel voor I1").click()
    page.keyboard.type("D1")
    page.keyboard.press("Enter")
    conflict = page.locator("#settle-conflict")
    conflict.get_by_role("button", name="Mijn keuze opslaan").wait_for()
    words = conflict.inner_text()
    assert "D3" in words
    assert "D2, D1" in words
    assert "[D3]  # overleg" in form.read_text("utf-8")
    conflict.get_by_role("button", name="Mijn keuze opslaan").click()
    until(page, "document.activeElement.id === 'heading-settle'")
    for _ in range(100):
        if "[D2, D1] # overleg" in form.read_text("utf-8"):
            break
        page.wait_for_timeout(100)
    assert "[D2, D1] # overleg" in form.read_text("utf-8")
    assert complaints == []
