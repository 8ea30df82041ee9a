"""The lists of a large page, which its script makes when they are opened, in a real browser."""

import pytest

import dinet
from dinet.layout.tables.matrix import build_matrix
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from dinet.report.coverage.coverage_report import told_grades
from dinet.report.findings.findings_by_rule import findings_by_rule
from dinet.writers import html
from tests.browser.conftest import ENGLISH, outside

pytestmark = pytest.mark.browser

VIEWS = (
    "overview",
    "network",
    "table",
    "matrix",
    "coverage",
    "findings",
    "planning",
    "notes",
)


@pytest.fixture
def page(open_page, large):
    return open_page(large)


def test_every_view_opens_without_a_complaint(page, complaints):
    for name in reversed(VIEWS):
        page.click(f".tabs a[href='#view-{name}']")
        assert page.locator(".view:visible").evaluate_all(
            "all => all.map(one => one.id)"
        ) == [f"view-{name}"]
        assert page.locator(f"#view-{name} .later:empty").count() == 0
    assert complaints == []


def test_the_table_holds_every_element(page, plan):
    page.click(".tabs a[href='#view-table']")
    told = page.eval_on_selector_all(
        "#view-table .entry",
        "all => all.map(one => one.querySelector('.chip').textContent)",
    )
    assert set(told) == {each.id for each in plan}
    texts = set(page.locator("#view-table .text").all_text_contents())
    assert texts == {each.text for each in plan}


def test_the_table_is_a_table_for_who_cannot_see_it(page):
    page.click(".tabs a[href='#view-table']")
    tables = page.locator("#view-table table")
    assert (
        tables.count()
        == page.locator("#view-table table > caption > h3").count()
    )
    assert (
        page.locator("#view-table thead th[scope=col]").count()
        == 3 * tables.count()
    )
    assert (
        page.locator("#view-table tbody th[scope=rowgroup][rowspan]").count()
        > 0
    )


def test_a_code_in_the_table_leads_to_its_place_in_the_network(page, plan):
    wanted = outside(plan, "T1")
    page.click(".tabs a[href='#view-table']")
    page.click(f"#view-table .chip:text-is('{wanted.id}') >> nth=0")
    assert page.locator("#view-network").is_visible()
    assert (
        page.evaluate("document.activeElement.parentElement.dataset.id")
        == wanted.id
    )


def cells(told) -> list[tuple[str, str, str]]:
    """What the matrix on the screen says, by the ids of rows and columns."""
    return told.evaluate("""table => {
        const names = [...table.querySelectorAll('thead .aim .chip')].map(each => each.textContent);
        return [...table.querySelectorAll('tbody tr')].flatMap(row => {
            const id = row.querySelector('.chip').textContent;
            const cells = [...row.querySelectorAll('td:not(.sum)')];
            return cells.map((cell, at) => [id, names[at], cell.textContent]);
        }).filter(([, , words]) => words);
    }""")


def test_the_matrix_is_told_by_theme_and_says_what_that_of_the_network_says(
    page, plan
):
    page.click(".tabs a[href='#view-matrix']")
    found, told = build_matrix(plan), {}
    for part in page.locator("#matrix-part option").evaluate_all(
        "all => all.map(one => one.value)"
    ):
        page.select_option("#matrix-part", part)
        told |= {
            (row, column): words
            for row, column, words in cells(
                page.locator("#matrix-table table")
            )
        }
    assert told == {
        key: f"{cell.sign}{cell.words().in_language('en')}"
        for key, cell in found.cells.items()
    }


def test_the_part_of_the_matrix_stands_in_the_address(page):
    page.click(".tabs a[href='#view-matrix']")
    page.select_option("#matrix-part", index=2)
    caption = page.inner_text("#matrix-table caption")
    page.reload()
    assert page.inner_text("#matrix-table caption") == caption
    page.go_back()
    assert page.inner_text("#matrix-table caption") != caption


def test_a_theme_that_is_chosen_for_the_network_is_that_of_the_matrix(page):
    page.evaluate("location.hash = '#view-network?theme=T3'")
    page.click(".tabs a[href='#view-matrix']")
    assert page.inner_text("#matrix-part option:checked").startswith("T3 ")


def test_a_matrix_without_themes_is_told_in_parts(open_page):
    goals = tuple(Goal(id=f"D{at}", text="doel") for at in range(200))
    efforts = tuple(Effort(id=f"I{at}", text="werk") for at in range(200))
    links = tuple(
        Link(start=f"I{at}", end=f"D{at}", kind="contributes_to")
        for at in range(199)
    )
    page = open_page(
        html.write(
            Network(Programme(elements=(*goals, *efforts), links=links)),
            (),
            ENGLISH,
        ),
        "#view-matrix",
    )
    assert page.locator("#matrix-part option").count() == 4
    assert (
        page.locator("#view-matrix tbody tr").count() == 61
    )  # and the one that serves nothing
    page.select_option("#matrix-part", index=3)
    assert page.locator("#view-matrix tbody tr").count() == 19


def test_the_planning_is_told_by_theme(page, plan):
    page.click(".tabs a[href='#view-planning']")
    groups = page.locator("#view-planning details")
    assert groups.count() > 1
    assert page.locator("#view-planning table").count() == 1
    groups.nth(1).locator("summary").click()
    page.locator("#view-planning table").nth(1).wait_for()
    row = groups.nth(1).locator("tbody tr").first
    effort = plan[row.locator(".chip").inner_text()]
    assert effort.text in row.inner_text()
    assert ", ".join(effort.owners) in row.inner_text()


def test_coverage_is_told_in_numbers(page, plan):
    page.click(".tabs a[href='#view-coverage']")
    totals = page.locator("#view-coverage tfoot .number").all_inner_texts()
    coverage = plan.coverage()
    assert [int(each) for each in totals] == [
        tally.of_grade(grade)
        for tally, of_goals in (
            (coverage.targets, False),
            (coverage.goals, True),
        )
        for grade in told_grades([tally], of_goals=of_goals)
    ]
    graded = page.locator("#view-coverage details.grade li").count()
    assert graded == len(plan.targets) + len(plan.goals)


def test_findings_stand_under_their_rules(page, plan):
    page.click(".tabs a[href='#view-findings']")
    told = findings_by_rule(dinet.audit(plan), "en")
    heads = [
        f"{each.level} {each.about} {each.code} {len(each.spots)}"
        for each in told
    ]
    assert [
        " ".join(each.split())
        for each in page.locator("#view-findings tbody th").all_text_contents()
    ] == heads
    one_by_one = [
        spot.sentence for each in told if not each.alike for spot in each.spots
    ]
    assert (
        page.locator("#view-findings tbody td.wide").all_text_contents()
        == one_by_one
    )
    together = [spot.ids for each in told if each.alike for spot in each.spots]
    assert one_by_one
    assert together
    shown = "all => all.map(one => [...one.querySelectorAll('a')].map(each => each.textContent))"
    assert page.eval_on_selector_all("#view-findings .spots li", shown) == [
        [*ids] for ids in together
    ]


def test_on_paper_every_list_is_there(page, plan):
    page.evaluate("document.documentElement.dataset.print = 'all'")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    views = page.locator(".view").count()
    assert page.locator(".view:visible").count() == views >= len(VIEWS)
    assert page.locator(".later:empty, #matrix-table:empty").count() == 0
    assert page.locator("#view-planning tbody tr").count() == len(plan.efforts)


def test_without_scripts_the_page_says_what_is_missing(open_page, large):
    page = open_page(large, java_script_enabled=False)
    assert page.locator("noscript:visible").count() == len(VIEWS) - 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_never_scrolls_sideways(open_page, large, scheme):
    page = open_page(
        large, viewport={"width": 320, "height": 640}, color_scheme=scheme
    )
    for view in page.locator(".tabs a").all():
        view.click()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
