"""Who carries what, and what-ifs with names beside each other."""

import pytest

from dinet.report.coverage.breakdown import break_down
from dinet.writers import html
from tests.browser.conftest import ENGLISH, until
from tests.builder import network
from tests.writers import hostile

pytestmark = pytest.mark.browser

CARRIED = """
    doelen: [{id: D1, tekst: Meer sport}, {id: D2, tekst: Schone lucht}]
    inspanningen:
      - {id: I1, tekst: Bouwen, voor: D1, trekker: Team Sport}
      - {id: I2, tekst: Werven, voor: D1, trekker: [Team Sport, Team Zorg]}
      - {id: I3, tekst: Meten, voor: D2, trekker: Team Lucht}
"""


def told_cells(page, selector: str) -> list[str]:
    return [
        " ".join(words.split())
        for words in page.locator(selector).all_inner_texts()
    ]


def test_each_owner_stands_with_what_rests_on_nobody_else(
    open_page, complaints
):
    carried = network(CARRIED)
    page = open_page(html.write(carried, (), ENGLISH), "#view-owners")
    rows = break_down(carried, "owner").rows
    names = told_cells(page, ".load tbody th")
    assert len(names) == len(rows) == 3
    assert all(
        row.key.name in name for row, name in zip(rows, names, strict=True)
    )
    lucht = page.locator(".load tr", has_text="Team Lucht")
    assert "D2" in lucht.locator(".resting").inner_text()
    lucht.locator("summary").first.click()
    assert "Meten" in lucht.inner_text()
    assert not complaints


def test_one_click_tells_what_happens_when_an_owner_stops(open_page):
    page = open_page(html.write(network(CARRIED), (), ENGLISH), "#view-owners")
    page.click(".load tr:has-text('Team Lucht') button")
    assert page.evaluate("location.hash") == (
        "#view-owners?noowner=Team%20Lucht"
    )
    assert "Without any effort then: 1" in page.inner_text("#scenario")
    assert page.locator(".load .resting .becomes").count() == 1


def test_what_was_unfolded_stays_so_when_an_owner_stops(open_page):
    page = open_page(html.write(network(CARRIED), (), ENGLISH), "#view-owners")
    row = page.locator(".load tr:has-text('Team Lucht')")
    row.locator("summary").first.click()
    button = row.locator("button")
    before = button.inner_text()
    button.click()
    assert row.locator("[open] .entry").inner_text().startswith("I3")
    assert button.inner_text() != before
    button.click()
    assert button.inner_text() == before
    assert page.evaluate("location.hash") == "#view-owners"
    page.locator(".load tr:has-text('Team Zorg') button").click()
    page.evaluate("location.hash += '&owner=Team%20Lucht'")
    until(page, "document.querySelectorAll('.load tbody tr').length === 1")
    assert row.locator("button").inner_text() == before


def test_a_document_without_owners_has_no_such_view(open_page, data):
    page = open_page(data, "#view-scenarios")
    assert page.locator("#view-owners").count() == 0
    assert page.is_visible("#view-scenarios")


def test_scenarios_stand_beside_each_other_with_was_and_becomes(open_page):
    at = "#view-scenarios?scenario=Zonder+lucht:I3&scenario=Zorg:!Team%20Zorg"
    page = open_page(html.write(network(CARRIED), (), ENGLISH), at)
    assert told_cells(page, ".compared thead b") == ["Zonder lucht", "Zorg"]
    assert told_cells(page, ".compared tbody tr:has-text('D2') td") == [
        "direct → none",
        "direct",
    ]
    page.click(".compared thead button[aria-label*=Zorg]")
    assert page.evaluate("location.hash") == (
        "#view-scenarios?scenario=Zonder+lucht:I3"
    )


def test_what_hangs_on_one_effort_is_a_scenario_in_one_click(open_page):
    page = open_page(
        html.write(network(CARRIED), (), ENGLISH), "#view-scenarios"
    )
    assert page.locator(".fragile-list li").count() == 1
    page.click(".fragile-list button")
    assert page.evaluate("location.hash") == (
        "#view-scenarios?scenario=Without%20I3:I3"
    )


def test_what_is_switched_off_is_kept_under_a_name(open_page):
    page = open_page(
        html.write(network(CARRIED), (), ENGLISH), "#view-scenarios?stop=I1"
    )
    page.fill(".scenarios input", "Zonder bouw, nu: echt")
    page.click(".scenarios .actions button")
    assert told_cells(page, ".compared thead b") == ["Zonder bouw, nu: echt"]
    assert "stop=I1" in page.evaluate("location.hash")


def test_words_of_strangers_stay_words_in_these_views(open_page, complaints):
    page = open_page(html.write(hostile.network(), (), ENGLISH))
    for view in ("owners", "scenarios"):
        page.evaluate(
            "name => location.hash = `#view-${name}?scenario=%3Cimg%20src%3Dx%3E:I1`",
            view,
        )
        page.wait_for_timeout(50)
        assert page.is_visible(f"#view-{view}")
    assert page.locator("main img").count() == 0
    assert not complaints
