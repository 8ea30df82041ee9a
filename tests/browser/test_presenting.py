"""Before an audience, in a frame of another page, and the tour; and the house style in the head."""

import pytest

from dinet.layout.style.house_style import read_house_style
from dinet.layout.style.profile import Profile
from dinet.writers import html
from tests.browser.conftest import ENGLISH
from tests.builder import network

pytestmark = pytest.mark.browser

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" fill="#7A1FA2"/></svg>'
)
HOUSE = b'logo = "logo.svg"\n[kleuren]\ndoel = "#7A1FA2"\n'


def test_a_presentation_goes_by_keys_and_ends_with_escape(
    open_page, source, data, complaints
):
    page = open_page(data, "#view-table")
    page.click("text=Pass on")
    page.click("#present")
    assert page.is_visible("#view-overview")
    assert not page.is_visible(".tabs")
    for theme in source.themes:
        page.keyboard.press("PageDown")
        assert f"theme={theme.id}" in page.evaluate("location.hash")
        assert page.is_visible("#view-network")
    assert source.themes[-1].id in page.inner_text(".present-bar")
    page.keyboard.press("PageUp")
    assert f"theme={source.themes[-2].id}" in page.evaluate("location.hash")
    page.keyboard.press("Escape")
    assert page.is_visible(".tabs")
    assert not page.is_visible(".present-bar")
    assert not complaints


def test_kept_views_go_with_the_link_and_are_the_steps_of_a_presentation(
    open_page, data, complaints
):
    page = open_page(data, "#view-table?theme=T2&stop=I1")
    page.click("text=Pass on")
    page.fill("#kept input", "Zorg, en: <b>meer</b>")
    page.keyboard.press("Enter")
    page.click(".tabs a[href='#view-matrix']")
    page.click("text=Keep this view")
    link = page.evaluate("location.hash")
    page = open_page(data, link)
    page.click("text=Pass on")
    names = page.locator(".kept-views button:not([aria-label])")
    assert names.all_inner_texts() == ["Zorg, en: <b>meer</b>", "Matrix T2"]
    names.first.click()
    assert page.is_visible("#view-table")
    page.click("#present")
    assert page.inner_text(".present-bar span").endswith(
        "Zorg, en: <b>meer</b>"
    )
    assert "stop=I1" in page.evaluate("location.hash")
    page.keyboard.press("PageDown")
    assert page.is_visible("#view-matrix")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Remove the view Matrix T2").click()
    assert names.count() == 1
    assert not complaints


def test_letters_are_larger_before_an_audience(open_page, data):
    sizes = [
        open_page(data, at).evaluate(
            "parseFloat(getComputedStyle(document.querySelector('.point')).fontSize)"
        )
        for at in ("#view-overview", "#view-overview?show=1")
    ]
    assert sizes[1] >= 1.25 * sizes[0]


def test_in_a_frame_a_view_stands_alone(open_page, data):
    page = open_page(data, "#view-coverage?theme=T2&bare=1")
    assert page.is_visible("#view-coverage table")
    for around in (".counts", ".tabs", ".tools", "footer"):
        assert not page.is_visible(around)


def test_the_tour_opens_when_it_is_asked_for_and_has_five_steps(
    open_page, data, complaints
):
    page = open_page(data, "#view-overview")
    assert not page.is_visible("dialog")
    page.click("#help")
    said = {page.inner_text(".tour p >> nth=0")}
    while page.is_enabled(".tour button:text('Next')"):
        page.click(".tour button:text('Next')")
        said.add(page.inner_text(".tour p >> nth=0"))
    assert len(said) == 5
    page.keyboard.press("Escape")
    assert not page.is_visible("dialog")
    assert page.evaluate("document.activeElement.id") == "help"
    assert not complaints


def test_the_head_has_the_logo_and_colours_of_a_house_style(
    open_page, complaints
):
    style = read_house_style(HOUSE, "huis.toml", lambda _: LOGO)
    plan = network("doelen: [{id: D1, tekst: Meer sport}]")
    page = open_page(html.write(plan, (), Profile(lang="en", style=style)))
    assert page.evaluate("document.querySelector('.logo').naturalWidth") > 0
    assert page.get_attribute(".logo", "alt")
    goal = (
        "getComputedStyle(document.documentElement).getPropertyValue('--goal')"
    )
    assert page.evaluate(goal).strip() == "#7A1FA2"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(goal).strip() != "#7A1FA2"
    assert not complaints
    assert b"<img" not in html.write(plan, (), ENGLISH)
