"""The page of ``dinet watch`` marks what changed since the last save, until the next one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import opened_page
from tests.cli.watched import Watched, watched_plan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        os.name == "nt", reason="Ctrl-C reaches the tests themselves there"
    ),
]
OLD = """doelen:
  - {id: D1, tekst: Meer sport}
inspanningen:
  - {id: I1, tekst: Bouwen van een hal, voor: D1}
"""
NEW = """doelen:
  - {id: D1, tekst: Meer sport}
  - {id: D2, tekst: "Rust <b>op straat</b>"}
inspanningen:
  - {id: I2, tekst: Bouwen van een hal, voor: D2}
"""


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    with watched_plan(tmp_path / "plan.din.yaml", OLD) as running:
        yield running


@pytest.fixture
def page(
    browser: Browser, watched: Watched, complaints: list[str]
) -> Iterator[Page]:
    with opened_page(browser, watched.address, complaints) as opened:
        yield opened


def marks(page: Page, selector: str) -> list[str]:
    return page.locator(f"{selector} .since-mark").all_text_contents()


def test_marks_stand_in_every_view_and_go_with_the_next_save(
    watched: Watched, page: Page, complaints: list[str]
) -> None:
    assert page.locator("#since").count() == 0
    with page.expect_event("load"):
        watched.write(NEW)
    since = page.locator("#since")
    since.locator("summary").click()
    assert since.inner_text().startswith("Sinds de vorige opslag: 1 nieuw")
    assert "Rust <b>op straat</b>" in since.inner_text()
    assert marks(page, "[data-aim=D2]") == ["nieuw"]
    assert marks(page, "[data-aim=D1]") == []
    assert marks(page, "#picture [data-id=D2]") == ["nieuw"]
    assert marks(page, "#picture [data-id=I2]") == ["gewijzigd"]
    assert marks(page, "#view-table")
    since.get_by_role("link", name="D2").click()
    page.wait_for_selector("#picture [data-id=D2].chosen")
    with page.expect_event("load"):
        watched.write(NEW)
    assert page.locator("#since, .since-mark").count() == 0
    assert complaints == []


def test_a_button_puts_the_marks_away_also_when_the_page_is_opened_again(
    watched: Watched, page: Page
) -> None:
    with page.expect_event("load"):
        watched.write(NEW)
    page.get_by_role("button", name="Merktekens weghalen").click()
    assert page.locator("#since, .since-mark").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.reload()
    page.wait_for_selector("html.lively")
    assert page.locator("#since, .since-mark").count() == 0
