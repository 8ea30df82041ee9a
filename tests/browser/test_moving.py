"""Zooming, dragging, the small map, and the files that the page makes of what is shown."""

import struct
from pathlib import Path

import pytest
from lxml import etree

from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from dinet.writers import html
from tests.browser.conftest import ENGLISH, ids, until

pytestmark = pytest.mark.browser

WIDTH = "document.querySelector('#picture svg').getBoundingClientRect().width"
PLACE = (
    "[document.getElementById('picture').scrollLeft, "
    "document.getElementById('picture').scrollTop]"
)
LETTERS = f"10 * {WIDTH} / document.querySelector('#picture svg').viewBox.baseVal.width"


@pytest.mark.parametrize("size", [(320, 640), (1280, 800), (1920, 1080)])
def test_the_network_opens_in_letters_that_can_be_read(open_page, data, size):
    page = open_page(data, viewport={"width": size[0], "height": size[1]})
    assert 10.9 <= page.evaluate(LETTERS) <= 16


@pytest.mark.parametrize("size", [(320, 640), (360, 740), (1280, 800)])
def test_the_network_opens_where_there_is_something_to_read(
    open_page, data, size
):
    page = open_page(data, viewport={"width": size[0], "height": size[1]})
    boxes = page.evaluate(
        "[...document.querySelectorAll('#picture .box')]"
        ".map(each => each.getBoundingClientRect().toJSON())"
    )
    room = page.locator("#picture").bounding_box()
    right, bottom = (
        room["x"] + room["width"],
        min(size[1], room["y"] + room["height"]),
    )
    assert any(
        box["x"] + 60 < right
        and box["top"] + 40 < bottom
        and box["bottom"] > room["y"]
        for box in boxes
    )


def test_on_a_desk_the_whole_width_is_seen(open_page, data):
    page = open_page(data)
    assert (
        page.evaluate(
            "document.getElementById('picture').scrollWidth "
            "- document.getElementById('picture').clientWidth"
        )
        <= 0
    )


def test_what_lies_under_a_panel_can_be_scrolled_out_from_under_it(
    open_page, data
):
    page = open_page(data)
    letters = page.evaluate(LETTERS)
    page.click("[data-id=D2] .bar")
    page.evaluate("document.getElementById('picture').scrollLeft = 9999")
    panel = page.locator("#details-panel").bounding_box()
    effort = page.locator("[data-id=I4] .box").bounding_box()
    assert effort["x"] + effort["width"] <= panel["x"]
    assert page.evaluate(LETTERS) == letters
    page.click("#larger")
    larger = page.evaluate(WIDTH)
    page.click("#close")
    page.wait_for_timeout(200)
    assert page.evaluate(WIDTH) == larger  # the reader chose it


def test_headings_and_the_name_of_a_theme_stay_in_sight(open_page, data):
    page = open_page(data)
    top = page.locator("#picture").bounding_box()["y"]
    until(
        page,
        "document.querySelector('.of-theme:not([hidden])')?.textContent.startsWith('T1 ')",
    )
    page.evaluate("document.getElementById('picture').scrollTop = 900")
    assert abs(page.locator(".headings").bounding_box()["y"] - top) < 3
    page.evaluate(
        "document.querySelector('[data-id=T2] .box').scrollIntoView()"
    )
    page.evaluate(
        "document.querySelector('[data-id=T2] .box').scrollIntoView({block: 'center'})"
    )
    until(
        page,
        "!document.querySelector('.of-theme:not([hidden])')?.textContent.startsWith('T2 ')",
    )


def test_buttons_make_the_picture_larger_and_smaller(open_page, data):
    page = open_page(data)
    before = page.evaluate(WIDTH)
    page.click("#larger")
    larger = page.evaluate(WIDTH)
    page.click("#smaller")
    page.click("#smaller")
    assert larger > before > page.evaluate(WIDTH)
    page.click("#fit")
    assert page.evaluate(WIDTH) <= page.evaluate(
        "document.querySelector('#picture').clientWidth"
    )
    page.click("#whole")
    height = page.evaluate(
        "document.querySelector('#picture svg').getBoundingClientRect().height"
    )
    assert height <= page.evaluate(
        "document.querySelector('#picture').clientHeight"
    )


def test_keys_zoom_while_the_picture_has_the_focus(open_page, data):
    page = open_page(data)
    before = page.evaluate(WIDTH)
    page.focus(".face[tabindex='0']")
    page.keyboard.press("+")
    assert page.evaluate(WIDTH) > before
    page.keyboard.press("0")
    page.focus("#search")
    now = page.evaluate(WIDTH)
    page.keyboard.press("+")
    assert page.evaluate(WIDTH) == now


def test_the_wheel_scrolls_and_with_control_it_zooms(open_page, data):
    page = open_page(data)
    before = page.evaluate(WIDTH)
    box = page.locator("#picture").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.wheel(0, 200)
    until(page, f"() => {PLACE}[1] > 0")
    assert page.evaluate(WIDTH) == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    until(page, f"() => {WIDTH} > {before}")
    assert page.inner_text("#scale") != "100%"


def test_dragging_moves_the_picture_and_chooses_nothing(open_page, data):
    page = open_page(data)
    box = page.locator("[data-id^=I]").nth(2).bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] - 80, steps=4)
    page.mouse.up()
    assert page.evaluate(PLACE) == [0, 100]
    assert ids(page, ".element.chosen") == set()


def test_the_map_shows_where_one_is_and_leads_elsewhere(
    open_page, data, source
):
    page = open_page(data)
    assert page.locator("#map rect:not(.window)").count() == len(source)
    box = page.locator("#map").bounding_box()
    page.mouse.click(
        box["x"] + box["width"] / 2, box["y"] + box["height"] - 10
    )
    until(page, f"() => {PLACE}[1] > 300")
    page.click("#whole")
    assert page.locator("#map").is_hidden()


def saved(
    page, button: str, name: str = "bijlage-4-doelen-inspanningen-netwerk-din"
) -> bytes:
    with page.expect_download() as download:
        page.click(button)
    assert download.value.suggested_filename.startswith(f"{name}.")
    return Path(download.value.path()).read_bytes()


def test_what_is_shown_can_be_saved_as_a_picture_that_stands_alone(
    open_page, data, complaints
):
    page = open_page(data, "#view-network?theme=T3")
    shown = ids(page, ".element")
    picture = etree.fromstring(saved(page, "#save-svg"))
    drawn = picture.xpath("//*[@data-id]")
    assert {each.get("data-id") for each in drawn} == shown
    assert not picture.xpath(
        "//@tabindex | //@aria-pressed | //*[local-name()='script']"
    )
    boxes = picture.xpath("//*[@class='box']")
    assert all(each.get("fill").startswith("rgb") for each in boxes)
    assert "@font-face" in picture.xpath("string(//*[local-name()='style'])")
    assert saved(page, "#save-png").startswith(b"\x89PNG")
    assert complaints == []


@pytest.mark.slow
def test_a_picture_that_is_higher_than_a_browser_draws_is_saved_smaller(
    open_page, complaints
):
    efforts = [
        Effort(id=f"I{number}", text="Werk " * 700) for number in range(300)
    ]
    links = [
        Link(start=each.id, end="D1", kind="contributes_to")
        for each in efforts
    ]
    tall = Network(
        Programme(
            elements=(Goal(id="D1", text="Doel"), *efforts), links=tuple(links)
        )
    )
    page = open_page(html.write(tall, (), ENGLISH))
    assert (
        page.evaluate(
            "document.querySelector('#picture svg').viewBox.baseVal.height"
        )
        > 140_000
    )
    wide, high = struct.unpack(
        ">II", saved(page, "#save-png", "programme")[16:24]
    )
    assert 30_000 < high <= 32_767
    assert wide > 200
    assert complaints == []
