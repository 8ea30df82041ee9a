"""The views beside the network: matrix and planning, other languages, paper."""

import pytest

from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix
from dinet.model import Programme
from dinet.network import Network
from dinet.writers import html
from tests.browser.conftest import ENGLISH
from tests.builder import network
from tests.writers import hostile

pytestmark = pytest.mark.browser

PLANNED = """
    doelen: [{id: D1, tekst: Meer sport, niveau: strategisch}]
    inspanningen:
      - {id: I1, tekst: Bouwen, voor: D1, trekker: Team Sport, periode: 2025-2026, fase: uitvoering}
      - {id: I2, tekst: Werven, voor: D1}
"""


def tabs(page) -> list[str]:
    return page.eval_on_selector_all(
        ".tabs a", "all => all.map(one => one.hash.slice(6))"
    )


def test_a_view_without_content_has_no_tab(open_page):
    assert tabs(open_page(html.write(Network(Programme()), (), ENGLISH))) == [
        "overview",
        "network",
        "table",
        "findings",
        "notes",
    ]
    whole = [
        "overview",
        "network",
        "tree",
        "table",
        "matrix",
        "coverage",
        "owners",
        "scenarios",
        "findings",
        "planning",
        "notes",
    ]
    assert tabs(open_page(html.write(network(PLANNED), (), ENGLISH))) == whole


def test_the_matrix_says_in_words_what_its_signs_mean(open_page, source, data):
    page = open_page(data, "#view-matrix")
    found = build_matrix(source)
    rows = page.locator("#view-matrix tbody tr")
    assert rows.count() == len(found.rows)
    for at in (0, len(found.rows) - 1):
        told = rows.nth(at).locator("td:not(.sum)").all_text_contents()
        cells = [
            found.cell(found.rows[at], column) for column in found.columns
        ]
        assert told == [
            f"{cell.sign}{cell.words().in_language('en')}" if cell else ""
            for cell in cells
        ]
    assert page.locator("#view-matrix thead th[scope=col].aim").count() == len(
        found.columns
    )


def test_the_headings_of_the_matrix_stay_in_sight(open_page, data):
    page = open_page(data, "#view-matrix")
    page.evaluate("document.querySelector('.sheet').scrollTo(300, 900)")
    sheet = page.locator(".sheet").bounding_box()
    heading = page.locator(".matrix thead tr").first.bounding_box()
    assert abs(heading["y"] - sheet["y"]) < 3


def test_a_code_in_the_matrix_leads_to_its_place_in_the_network(
    open_page, data
):
    page = open_page(data, "#view-matrix")
    page.click("#view-matrix tbody .chip >> nth=2")
    assert page.is_visible("#view-network")
    assert page.evaluate("document.activeElement.classList.contains('face')")


def test_the_planning_has_a_bar_and_words_for_every_time(open_page):
    page = open_page(
        html.write(network(PLANNED), (), ENGLISH), "#view-planning"
    )
    rows = page.locator("#view-planning tbody tr")
    assert rows.count() == 2
    assert "uitvoering: 2025-2026" in rows.nth(0).inner_text()
    assert rows.nth(0).locator("rect.phase").count() == 1
    assert "planning unknown" in rows.nth(1).inner_text()
    assert (
        page.locator("#view-planning .years span").first.inner_text() == "2025"
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [("nl", "Doel (strategisch)"), ("en", "Goal (strategic)")],
)
def test_the_level_of_a_goal_is_told_in_the_language_of_the_page(
    open_page, lang, said
):
    page = open_page(
        html.write(network(PLANNED), (), Profile(lang=lang)), "#D1"
    )
    assert (
        page.inner_text("#heading-details").removeprefix("D1").strip() == said
    )


def test_the_parts_of_a_target_are_told_one_by_one(open_page):
    found = hostile.network()
    target = next(each for each in found.targets if each.text.isalpha())
    page = open_page(html.write(found, (), ENGLISH))
    page.evaluate(
        "id => location.hash = '#' + encodeURIComponent(id)", target.id
    )
    told = "".join(page.locator("#details .facts").all_text_contents())
    assert all(
        f"{name}{target.text}" in told
        for name in (
            "Measured by",
            "Value",
            "Unit",
            "Target year",
            "Owner",
            "Source",
            "Budget",
        )
    )


def test_the_page_prints_to_pdf(open_page, data):
    page = open_page(data, "#S3")
    assert page.pdf(tagged=True, outline=True).startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_every_scheme_of_colours_shows_boxes_that_can_be_told_from_the_ground(
    open_page, data, scheme, forced
):
    page = open_page(data, color_scheme=scheme, forced_colors=forced)
    look = (
        "one => [getComputedStyle(one).stroke, "
        "getComputedStyle(document.querySelector('figure')).backgroundColor]"
    )
    border, ground = page.eval_on_selector(".element .box", look)
    assert border not in (ground, "none")


@pytest.mark.parametrize(
    ("date", "lines"),
    [("1 maart 2025", 2), ("2025", 0), ("1 maart 2031", 0)],
)
def test_the_planning_has_a_line_for_the_date_of_the_document(
    open_page, date, lines
):
    plan = network(f"""
        programma: Sport
        datum: "{date}"
        doelen: [{{id: D1, tekst: Meer sport}}]
        inspanningen:
          - {{id: I1, tekst: Bouwen, voor: D1, periode: 2024-2026}}
          - {{id: I2, tekst: Werven, voor: D1, periode: 2026}}
    """)
    page = open_page(html.write(plan, (), ENGLISH), "#view-planning")
    drawn = page.locator(".planning td line.reference")
    assert drawn.count() == lines
    said = page.get_by_text("The date of the document")
    assert said.count() == (1 if lines else 0)
    if lines:
        # March is the fifteenth of thirty-six months
        assert drawn.first.get_attribute("x1") == "40.28%"
