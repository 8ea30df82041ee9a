"""Filters, folded themes, the neighbourhood of an element, and the address that holds all of it."""

import pytest

from dinet.network import Network
from dinet.writers import html
from tests.browser.conftest import ENGLISH, ids
from tests.builder import network

pytestmark = pytest.mark.browser

PLAN = """
    thema's: [{id: T1, tekst: Bewegen}, {id: T2, tekst: Gezondheid}]
    doelen:
      - {id: D1, tekst: Meer sport, thema: T1, niveau: strategisch}
      - {id: D2, tekst: Betere gezondheid, thema: T2}
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60%, voor: D1, bron: CBS}
      - {id: S2, tekst: In 2028 is 70% gezond, voor: D2, bron: GGD}
    inspanningen:
      - {id: I1, tekst: Bouwen van een hal, voor: S1, trekker: Team Sport, fase: uitvoering}
      - {id: I2, tekst: Werven van trainers, voor: D2, trekker: Team Zorg, fase: voorbereiding}
"""


@pytest.fixture(scope="module")
def plan() -> Network:
    return network(PLAN)


@pytest.fixture(scope="module")
def small(plan: Network) -> bytes:
    return html.write(plan, (), ENGLISH)


@pytest.fixture
def page(open_page, small):
    page = open_page(small)
    page.click("[data-panel=filters][aria-controls]")
    for group in page.locator("#filters summary").all():
        if not group.evaluate("one => one.parentElement.open"):
            group.click()
    return page


def shown(page) -> set[str]:
    return ids(page, ".element")


# filters


def test_a_filter_by_kind_leaves_only_that_kind(page, plan):
    page.check("#filters input[name=kind][value=effort]")
    assert shown(page) == {each.id for each in plan.efforts}
    page.check("#filters input[name=kind][value=target]")
    assert shown(page) == {each.id for each in (*plan.efforts, *plan.targets)}
    assert page.inner_text("#shown") == "4 of 8 elements shown"


@pytest.mark.parametrize(
    ("name", "value", "fits", "context"),
    [
        ("owner", "Team Sport", {"I1"}, {"S1", "D1", "T1"}),
        ("phase", "voorbereiding", {"I2"}, {"D2", "T2"}),
        ("source", "GGD", {"S2"}, {"D2", "T2"}),
        ("level", "strategic", {"D1"}, {"T1", "S1", "I1"}),
        ("grade", "4", {"S2"}, {"D2", "T2"}),
    ],
)
def test_what_fits_a_filter_stands_out_from_what_hangs_together_with_it(
    page, name, value, fits, context
):
    page.check(f"#filters input[name={name}][value='{value}']")
    assert shown(page) == fits | context
    assert ids(page, ".element.dim") == context
    assert len(fits) == 1
    assert (
        page.inner_text("#fitting")
        == f"1 element fits; {len(context)} more hang together with it."
    )
    page.check("#alone")
    assert shown(page) == fits


def test_filters_narrow_each_other_and_a_button_clears_them(page, plan):
    page.check("#filters input[name=owner][value='Team Sport']")
    page.check("#filters input[name=phase][value=voorbereiding]")
    assert shown(page) == set()
    assert page.inner_text("#picture") == "Nothing fits these filters."
    page.click("#filters-reset")
    assert shown(page) == {each.id for each in plan}
    assert page.is_disabled("#filters-reset")


def test_a_finding_can_be_filtered_by_its_code(open_page, data):
    page = open_page(data, "#view-network?finding=DC103&alone=1")
    assert shown(page) == {"D4"}


def test_an_element_that_a_filter_hides_is_shown_when_it_is_chosen(page):
    page.check("#filters input[name=kind][value=effort]")
    page.fill("#search", "Meer sport")
    page.keyboard.press("Enter")
    assert ids(page, ".element.chosen") == {"D1"}
    assert not page.is_checked("#filters input[name=kind][value=effort]")


def test_what_a_filter_hides_is_chosen_no_longer(open_page, small):
    page = open_page(small, "#D1")
    page.click("[data-panel=filters][aria-controls]")
    page.check("#filters input[name=kind][value=effort]")
    assert page.evaluate("location.hash") == "#view-network?kind=effort"
    assert ids(page, ".element.chosen") == set()


def test_the_button_tells_how_many_filters_are_set(page):
    page.check("#filters input[name=kind][value=effort]")
    page.check("#filters input[name=owner][value='Team Sport']")
    assert page.inner_text("#filter-count") == "2"


# themes and neighbourhoods


def test_one_theme_can_be_shown_alone(page, plan):
    page.select_option("#theme", "T2")
    assert shown(page) == {
        each.id for each in plan if plan["T2"] in (each, *plan.themes_of(each))
    }


HEIGHTS = """[...document.querySelectorAll('#picture [data-id]')].map(
    each => [each.dataset.id, each.querySelector('.box').getBoundingClientRect().y])"""


def order(page) -> list[str]:
    return [
        each
        for each, _ in sorted(page.evaluate(HEIGHTS), key=lambda pair: pair[1])
        if not each.startswith("T")
    ]


@pytest.mark.parametrize("kind", "DSI")
def test_what_stays_when_a_theme_is_chosen_keeps_its_order(
    open_page, data, kind
):
    page = open_page(data)
    before = [each for each in order(page) if each.startswith(kind)]
    page.select_option("#theme", "T1")
    after = [each for each in order(page) if each.startswith(kind)]
    assert 2 < len(after) < len(before)
    assert after == [each for each in before if each in after]


def test_themes_fold_and_say_what_is_in_them(page, plan):
    page.click("#fold")
    assert shown(page) == {"T1", "T2"}
    assert (
        page.text_content("[data-id=T1] .remark").strip()
        == "▸ 1 goal, 1 target, 1 effort"
    )
    page.click("[data-id=T1] .bar")
    assert shown(page) == {"T1", "T2", "D1", "S1", "I1"}
    page.click("#fold")
    page.click("#fold")
    assert shown(page) == {each.id for each in plan}


def test_a_double_click_shows_only_what_is_near_and_escape_brings_the_rest_back(
    open_page, small, plan
):
    page = open_page(small)
    page.dblclick("[data-id=S1] .bar")
    assert shown(page) == {"S1", "D1", "T1", "I1"}
    assert page.evaluate("location.hash") == "#S1?focus=S1"
    assert (
        page.evaluate("document.activeElement.parentElement.dataset.id")
        == "S1"
    )
    page.keyboard.press("Escape")
    assert shown(page) == {each.id for each in plan}


def test_enter_shows_the_details_and_a_second_enter_only_what_is_near(
    open_page, small
):
    page = open_page(small)
    page.focus("[data-id=I2] .face")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#I2"
    page.keyboard.press("Enter")
    assert shown(page) == {"I2", "D2", "T2", "S2"}
    assert (
        page.evaluate("document.activeElement.parentElement.dataset.id")
        == "I2"
    )


# the address


def test_the_filters_stay_open_when_they_hide_what_was_chosen(open_page, data):
    page = open_page(data, "#S3")
    page.click("[data-panel=filters][aria-controls]")
    page.check("#filter-groups input[value=goal]")
    assert ids(page, ".element.chosen") == set()
    assert page.is_visible("#filters")


def test_what_is_sought_stands_in_the_address_and_comes_back_with_it(
    open_page, data
):
    page = open_page(data)
    page.fill("#search", "scholen, 50%")
    page.fill("#search", "scholen")
    steps = page.evaluate("history.length")
    hits, found = page.inner_text("#hits"), ids(page, ".element.hit")
    assert found
    assert "find=scholen" in page.evaluate("location.hash")
    page.reload()
    assert (page.input_value("#search"), page.inner_text("#hits")) == (
        "scholen",
        hits,
    )
    assert ids(page, ".element.hit") == found
    assert page.evaluate("history.length") == steps
    page.focus("#search")
    page.keyboard.press("Escape")
    assert "find" not in page.evaluate("location.hash")


def test_an_address_restores_everything(open_page, small):
    page = open_page(
        small, "#view-table?theme=T1&stop=I2&kind=goal,effort&at=D1"
    )
    assert page.locator(".view:visible").get_attribute("id") == "view-table"
    page.click(".tabs a[href='#view-network']")
    assert shown(page) == {"D1", "I1"}
    assert ids(page, ".element.chosen") == {"D1"}
    assert page.inner_text("#whatif-count") == "1"
    assert (
        page.evaluate("location.hash")
        == "#D1?kind=goal,effort&stop=I2&theme=T1"
    )


@pytest.mark.parametrize(
    "at",
    [
        "#?",
        "#%",
        "#D1?%=%&=&?",
        "#view-network?theme=nergens&focus=&kind=&stop=,",
        "#D99?open=T1",
    ],
)
def test_an_address_that_makes_no_sense_does_no_harm(
    open_page, complaints, small, at
):
    page = open_page(small, at)
    assert page.is_visible("#view-network")
    assert complaints == []


def test_the_back_button_goes_through_what_was_done(open_page, small):
    page = open_page(small)
    page.select_option("#theme", "T1")
    page.click("[data-id=S1] .bar")
    page.go_back()
    assert ids(page, ".element.chosen") == set()
    assert page.input_value("#theme") == "T1"
    page.go_back()
    assert page.input_value("#theme") == ""
