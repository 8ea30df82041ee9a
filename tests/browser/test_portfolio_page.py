"""The page of several programmes: its filter, and what strangers write in their documents."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dinet.application.read_portfolio import read_portfolio
from dinet.report.portfolio.portfolio_page import portfolio_page
from tests.portfolio.planted import plant_programmes

pytestmark = pytest.mark.browser
EVIL = '<img src=x onerror="document.title=1">'


def test_a_programme_that_is_chosen_is_all_that_is_shown(
    browser: Browser, tmp_path: Path
) -> None:
    planted = plant_programmes(6, 5)
    planted.programmes[0].add_effort(EVIL.replace('"', "'"))
    planted.write(tmp_path)
    read = read_portfolio([str(tmp_path)], None, {})
    target = tmp_path / "page.html"
    page = portfolio_page(read.portfolio, read.notices, "nl")
    target.write_text(page, encoding="utf-8")
    assert "<script" not in page
    tab = browser.new_page()
    tab.goto(target.as_uri())
    rows = tab.locator("table.rows tbody tr")
    total = rows.count()
    expect(rows.locator("visible=true")).to_have_count(total)
    chosen = read.portfolio.documents[1].namespace
    tab.get_by_role("radio", name=chosen).check()
    visible = tab.locator("table.rows tbody tr:visible")
    about = tab.locator('table.rows tbody tr[data-d~="2"]').count()
    assert 0 < about < total
    expect(visible).to_have_count(about)
    expect(tab.locator("table.lines tbody tr:visible")).to_have_count(2)
    tab.get_by_label("alle programma’s").check()
    expect(visible).to_have_count(total)
    tab.close()
