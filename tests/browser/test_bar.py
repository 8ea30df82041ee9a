"""The bar above all views: its filters, its search and the what-if hold in each of them."""

import pytest

from dinet.layout.style.profile import Profile
from dinet.network import Grade
from dinet.writers import html
from tests.browser.conftest import ENGLISH, under, until
from tests.builder import network

pytestmark = pytest.mark.browser

PLAN = """
    thema's: [{id: T1, tekst: Bewegen}, {id: T2, tekst: Gezondheid}]
    doelen:
      - {id: D1, tekst: Meer sport, thema: T1}
      - {id: D2, tekst: Betere gezondheid, thema: T2}
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60%, voor: [D1, D2], bron: CBS}
      - {id: S2, tekst: In 2028 is 70% gezond, voor: D2, bron: GGD}
    inspanningen:
      - {id: I1, tekst: Bouwen van een hal, voor: S1, trekker: Team Sport, periode: 2026}
      - {id: I2, tekst: Werven van trainers, voor: D2, trekker: Team Zorg, periode: 2027}
      - {id: I3, tekst: Meten van gewicht, voor: D2, trekker: Team Sport}
"""
CHIPS = (
    "all => [...new Set(all.filter(one => one.checkVisibility())"
    ".map(one => one.textContent))].sort()"
)


@pytest.fixture(scope="module")
def small() -> bytes:
    import dinet

    plan = network(PLAN)
    return html.write(plan, dinet.audit(plan), ENGLISH)


def chips(page, part: str) -> list[str]:
    """The codes that are seen in a part of the page."""
    return page.eval_on_selector_all(f"{part} .chip", CHIPS)


@pytest.mark.parametrize("view", ["table", "matrix", "coverage", "planning"])
def test_a_theme_is_the_same_in_every_view_and_says_how_much_it_is(
    open_page, source, data, small, view
):
    page = open_page(small, f"#view-{view}?theme=T1")
    row = "tbody" if view in ("matrix", "planning") else ""
    seen = set(chips(page, f"#view-{view} {row} .entry >"))
    assert seen
    assert seen <= {"T1", "D1", "S1", "I1"}
    assert page.inner_text("#shown") == "4 of 9 elements shown"
    assert page.inner_text("#applied").startswith("Theme: T1 Bewegen")
    if view == "table":
        page = open_page(data, "#view-table?theme=T3")
        assert set(chips(page, "#view-table .entry > ")) <= under(
            source, "T3"
        ) | {"D5"}


def test_what_an_owner_carries_is_left_in_the_table_with_what_it_is_for(
    open_page, small
):
    page = open_page(small, "#view-table?owner=Team%20Zorg")
    assert chips(page, "#view-table") == ["D2", "I2", "T2"]
    told = page.inner_text("#view-table")
    assert "Betere gezondheid" in told
    assert "not shown by the filters" in told
    page.click("#applied button")
    assert "I1" in chips(page, "#view-table")
    assert "not shown" not in page.inner_text("#view-table")
    assert page.evaluate("document.activeElement !== document.body")


def test_the_goal_stays_in_sight_when_its_first_row_does_not_fit(
    open_page, small
):
    page = open_page(small, "#view-table?owner=Team%20Zorg")
    goal = page.locator("#view-table th[scope=rowgroup]:visible")
    assert goal.all_inner_texts() == ["D2\nBetere gezondheid"] or (
        "D2" in goal.first.inner_text()
    )
    before = open_page(small, "#view-table").inner_text("#view-table")
    page = open_page(small, "#view-table?owner=Team%20Zorg")
    page.evaluate("location.hash = '#view-table'")
    until(page, "!document.querySelector('#view-table [hidden]')")
    assert page.inner_text("#view-table") == before


def test_the_sums_of_the_matrix_are_of_what_is_left_and_of_what_remains(
    open_page, small
):
    page = open_page(small, "#view-matrix?owner=Team%20Sport&stop=I3")
    rows = page.locator("#view-matrix tbody tr:visible")
    assert rows.count() == 2
    assert rows.nth(1).locator(".sum").inner_text() == "1 → 0"
    sums = page.locator("#view-matrix tfoot td:visible").all_inner_texts()
    assert "2 → 1 (1 → 0)" in sums  # D2: I3 directly, I1 by way of S1
    assert "falls away" in rows.nth(1).text_content()


def test_the_coverage_says_what_was_and_what_becomes(open_page, source, data):
    page = open_page(data, "#view-coverage?stop=I25")
    losses = source.impact("I25").losses
    goals = [loss for loss in losses if loss.element.kind == "goal"]
    none = [loss for loss in goals if loss.after is Grade.NONE]
    assert none
    total = page.locator("table[data-kind=goal] tfoot .number")
    goals_before = source.coverage().goals
    assert total.last.inner_text() == f"{goals_before.none} → {len(none)}"
    told = page.inner_text("[data-kind=goal][data-grade=none]")
    assert none[0].element.id in told
    assert "Was:" in told
    page.click("[data-panel=whatif][aria-controls]")
    page.click("#whatif-reset")
    assert "→" not in page.inner_text("#view-coverage table >> nth=0")


def test_the_numbers_of_the_coverage_are_those_of_dinet(
    open_page, source, data
):
    """A filter that leaves everything out of one theme leaves the others' numbers as they were."""
    page = open_page(data, "#view-coverage?theme=T2")
    row = next(row for row in source.coverage().themes if row.theme.id == "T2")
    cells = page.locator("table[data-kind=target] tr[data-theme=T2] .number")
    graded = [row.targets.direct, row.targets.through_goal, row.targets.none]
    assert cells.all_inner_texts() == [str(count) for count in graded]


def test_findings_are_those_of_what_is_left_and_say_how_many(open_page, small):
    page = open_page(small, "#view-findings?theme=T1")
    total = page.inner_text(".tabs [href='#view-findings'] .many")
    told = page.inner_text("#view-findings .part-shown")
    assert told.endswith(f"of {total} findings shown")
    ids = chips(page, "#view-findings table")
    assert not set(ids) & {"D2", "S2", "I2", "I3"} or "D1" in ids


def test_a_rule_is_named_in_words_and_filters_its_own_findings(
    open_page, data
):
    page = open_page(data, "#view-findings?finding=DC103")
    assert page.inner_text("#applied").startswith("Finding: ")
    assert len(page.inner_text("#applied").split()) > 4
    page.click("[data-panel=filters][aria-controls]")
    label = page.locator("label:has([name=finding])").first.text_content()
    assert label.strip() != "DC103"
    assert page.is_visible("#view-findings [data-code=DC103]")


def test_what_fits_nothing_says_so(open_page, small):
    page = open_page(small, "#view-table?owner=Niemand")
    assert page.inner_text("#view-table .sifted") == (
        "Nothing fits these filters."
    )


def test_a_large_page_filters_its_lists_too(open_page, plan, large):
    page = open_page(large, "#view-table?theme=T2&stop=I1")
    until(page, "document.querySelector('#view-table .din')")
    kept = under(plan, "T2")
    seen = set(chips(page, "#view-table .din caption"))
    assert seen == {"T2"}
    page.click(".tabs a[href='#view-matrix']")
    rows = set(chips(page, "#matrix-table tbody"))
    assert rows
    assert rows <= kept
    page.click(".tabs a[href='#view-planning']")
    until(page, "document.querySelector('#view-planning .part-shown')")
    assert set(chips(page, "#view-planning tbody")) <= kept


# search


def test_the_search_has_a_list_by_keyboard_that_also_finds_findings_and_rules(
    open_page, data, complaints
):
    page = open_page(data)
    page.fill("#search", "target")
    assert page.get_attribute("#search", "aria-expanded") == "true"
    groups = page.locator("#found [role=group]").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert {"Findings", "Rules"} <= set(groups)
    page.keyboard.press("ArrowUp")
    active = page.get_attribute("#search", "aria-activedescendant")
    assert page.get_attribute(f"#{active}", "aria-selected") == "true"
    page.keyboard.press("Escape")
    assert page.is_hidden("#found")
    assert page.input_value("#search") == "target"
    option = page.locator("#found [aria-label=Findings] [role=option]")
    page.fill("#search", "no target")
    option.first.click()
    assert page.is_visible("#view-findings")
    assert "D4" in page.evaluate("document.activeElement.textContent")
    assert complaints == []


def test_a_place_and_an_owner_are_found(open_page, small):
    page = open_page(small)
    page.fill("#search", "team zorg")
    page.click("#found [aria-label=Filters] [role=option]")
    assert "owner=Team%20Zorg" in page.evaluate("location.hash")


@pytest.mark.parametrize(("width", "least"), [(1280, 250), (390, 200)])
def test_the_search_has_room(open_page, data, width, least):
    page = open_page(data, viewport={"width": width, "height": 800})
    assert page.locator("#search").bounding_box()["width"] > least


def test_what_is_found_is_marked_in_the_table(open_page, small):
    page = open_page(small, "#view-table?find=trainers")
    until(page, "document.querySelector('#view-table .chip.hit')")
    assert page.locator("#view-table .chip.hit").all_inner_texts() == ["I2"]


# taking along


def test_the_table_goes_to_excel_as_it_is_filtered(open_page, small):
    page = open_page(small, "#view-table?theme=T1")
    page.click("[data-panel=share][aria-controls]")
    with page.expect_download() as saved:
        page.click("#save-table")
    text = saved.value.path().read_bytes().decode("utf-16")
    assert saved.value.suggested_filename.endswith(".csv")
    rows = [line.split("\t") for line in text.split("\r\n")]
    assert ["Goal", "Targets", "Efforts"] in rows
    assert any("Bouwen van een hal" in row[-1] for row in rows)
    assert "Werven" not in text
    assert "Theme: T1" in rows[0][0]


def test_one_element_and_notes_are_told_in_words_of_the_reader(
    open_page, source
):
    page = open_page(
        html.write(source, (), Profile(lang="nl")), "#view-notes?source=CBS"
    )
    fitting = page.text_content("#fitting")
    assert not fitting.startswith("1 elementen")
    codes = page.locator("#view-notes td.rule").all_inner_texts()
    assert not any("_" in code for code in codes)
