"""The lists of a large page, which its script makes when they are opened, in a real browser."""

import pytest

import dinet
from tests.browser.conftest import outside

pytestmark = pytest.mark.browser

VIEWS = ("network", "table", "coverage", "findings", "notes")


@pytest.fixture
def page(open_page, large):
    return open_page(large)


def test_every_view_opens_without_a_complaint(page, complaints):
    for name in reversed(VIEWS):
        page.click(f".tabs a[href='#view-{name}']")
        assert page.locator(".view:visible").evaluate_all("all => all.map(one => one.id)") == [f"view-{name}"]
        assert page.locator(f"#view-{name} .later:empty").count() == 0
    assert complaints == []


def test_the_table_holds_every_element(page, plan):
    page.click(".tabs a[href='#view-table']")
    told = page.eval_on_selector_all("#view-table .entry", "all => all.map(one => one.querySelector('.chip').textContent)")
    assert set(told) == {each.id for each in plan}
    texts = set(page.locator("#view-table .text").all_text_contents())
    assert texts == {each.text for each in plan}


def test_the_table_is_a_table_for_who_cannot_see_it(page):
    page.click(".tabs a[href='#view-table']")
    tables = page.locator("#view-table table")
    assert tables.count() == page.locator("#view-table table > caption > h3").count()
    assert page.locator("#view-table thead th[scope=col]").count() == 3 * tables.count()
    assert page.locator("#view-table tbody th[scope=rowgroup][rowspan]").count() > 0


def test_a_code_in_the_table_leads_to_its_place_in_the_network(page, plan):
    wanted = outside(plan, "T1")
    page.click(".tabs a[href='#view-table']")
    page.click(f"#view-table .chip:text-is('{wanted.id}') >> nth=0")
    assert page.locator("#view-network").is_visible()
    assert page.evaluate("document.activeElement.parentElement.dataset.id") == wanted.id


def test_coverage_is_told_in_numbers(page, plan):
    page.click(".tabs a[href='#view-coverage']")
    totals = page.locator("#view-coverage tfoot .number").all_inner_texts()
    coverage = plan.coverage()
    assert [int(each) for each in totals] == [*coverage.targets, *coverage.goals]
    graded = page.locator("#view-coverage details.grade li").count()
    assert graded == len(plan.targets) + len(plan.goals)


def test_findings_stand_under_their_rules(page, plan):
    page.click(".tabs a[href='#view-findings']")
    found = dinet.audit(plan)
    assert page.locator("#view-findings tbody th").count() == len({each.code for each in found})
    assert page.locator("#view-findings tbody td.wide").all_inner_texts() == [str(each.sentence) for each in found]


def test_on_paper_every_list_is_there(page):
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".view:visible").count() == 5
    assert page.locator(".later:empty").count() == 0


def test_without_scripts_the_page_says_what_is_missing(open_page, large):
    page = open_page(large, java_script_enabled=False)
    assert page.locator("noscript:visible").count() == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_never_scrolls_sideways(open_page, large, scheme):
    page = open_page(large, viewport={"width": 320, "height": 640}, color_scheme=scheme)
    for view in page.locator(".tabs a").all():
        view.click()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
