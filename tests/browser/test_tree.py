"""The network as a tree: what it shows, how it opens, and that filters and paper hold in it."""

import pytest

from dinet.report.salient.risk_points import fragile_goals
from dinet.writers import html
from tests.browser.conftest import ENGLISH
from tests.writers import hostile

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
CODES = "all => all.filter(one => one.checkVisibility()).map(one => one.textContent)"


def codes(page, within: str = "#view-tree .trunk") -> list[str]:
    return page.eval_on_selector_all(f"{within} a.chip", CODES)


def test_the_tree_holds_every_element_when_all_is_open(
    open_page, source, data
):
    page = open_page(data, "#view-tree")
    first = codes(page)
    assert {goal.id for goal in source.goals} < set(first)
    page.click("text=Open all")
    assert set(codes(page)) == {element.id for element in source}
    page.click("text=Close all")
    assert codes(page) == [theme.id for theme in source.themes]


def test_a_goal_tells_what_it_hangs_on_and_how_it_is_covered(
    open_page, source, data
):
    page = open_page(data, "#view-tree")
    said = page.eval_on_selector_all(
        ".fact.lone",
        "all => all.map(one => `${one.closest('.branch-row').querySelector('.chip').textContent} "
        "${one.textContent}`)",
    )
    of_goals = {words.split()[0]: words for words in said if words[0] == "D"}
    assert {
        goal: next(word for word in words.split() if word[0] == "I")
        for goal, words in of_goals.items()
    } == {goal: effort.id for goal, effort in fragile_goals(source).items()}
    assert page.locator(".branch-row .cover.direct").count() >= 9


def test_filters_and_what_if_hold_in_the_tree(open_page, source, data):
    page = open_page(data, "#view-tree?theme=T3&stop=I25")
    under = {
        each.id for each in source if source["T3"] in source.themes_of(each)
    }
    assert set(codes(page)) <= {"T3", *under}
    row = page.locator(".branch-row", has=page.locator("a.chip:text-is('D8')"))
    assert "becomes" in row.inner_text()


def test_a_code_shows_its_details_beside_the_tree(open_page, data):
    page = open_page(data, "#view-tree")
    page.click("#view-tree a.chip:text-is('S3'):visible >> nth=0")
    assert page.evaluate("location.hash") == "#view-tree?at=S3"
    assert page.locator("#tree-aim #heading-details").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "S3"


def test_on_a_phone_a_code_is_looked_at_in_the_tree(
    open_page, data, complaints
):
    page = open_page(data, "#I25", viewport=PHONE)
    assert page.is_visible("#view-tree")
    assert page.locator(".branch-row.chosen").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.click(".tabs a[href='#view-network']")
    assert page.is_visible("#view-network")
    assert not complaints


def test_the_tree_is_printed_whole(open_page, source, data):
    page = open_page(data, "#view-tree")
    before = codes(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert set(codes(page)) == {element.id for element in source}
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert codes(page) == before


def test_words_of_strangers_stay_words_in_the_tree(open_page, complaints):
    found = hostile.network()
    page = open_page(html.write(found, (), ENGLISH), "#view-tree")
    page.click("text=Open all")
    assert set(codes(page)) == {element.id for element in found}
    assert not complaints
