"""The whole network at once, thousands of boxes, the legend, paths, and pictures that are saved."""

import time
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.generate import generated
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from dinet.writers import html
from tests.browser.conftest import ENGLISH, ids, until

pytestmark = pytest.mark.browser

LETTERS = """() => {
    const svg = document.querySelector('#picture svg');
    return 10 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
}"""
SCROLLS = """() => {
    const room = document.getElementById('picture');
    return [room.scrollWidth - room.clientWidth, room.scrollHeight - room.clientHeight];
}"""
LEGEND = "[...document.querySelectorAll('#legend li:not([hidden])')].map(each => each.dataset.line)"


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (390, 844)])
def test_the_whole_is_seen_at_once_in_letters_that_can_be_read(
    open_page, data, source, size
):
    page = open_page(data, viewport={"width": size[0], "height": size[1]})
    page.click("#whole")
    page.wait_for_timeout(50)
    assert ids(page, "#picture .element") == {each.id for each in source}
    assert page.evaluate(LETTERS) >= 8.5
    assert max(page.evaluate(SCROLLS)) <= 2
    page.click("[data-id=D4] .bar")
    page.wait_for_timeout(50)
    assert page.locator("svg.compact").count() == 1  # choosing leaves it
    page.keyboard.press("Escape")
    page.click("#fit")
    assert page.locator("svg.compact").count() == 0


def test_smaller_and_smaller_ends_in_the_whole_and_never_in_small_letters(
    open_page, data
):
    page = open_page(data)
    for _ in range(4):
        page.click("#smaller")
        assert page.evaluate(LETTERS) >= 8.5
    assert page.locator("svg.compact").count() == 1
    for _ in range(4):
        page.click("#larger")
    assert page.locator("svg.compact").count() == 0


def test_thousands_unfold_with_a_sign_of_life_and_only_what_is_near_is_drawn(
    open_page, complaints
):
    crowd = Network(generated(1200))
    page = open_page(html.write(crowd, (), ENGLISH), "#view-network")
    start = time.perf_counter()
    page.evaluate("document.getElementById('fold').click()")
    answered = time.perf_counter() - start
    until(page, "document.querySelector('#picture .element')")
    drawn = ids(page, "#picture .element")
    assert answered < 2  # 6 seconds when everything was drawn at once
    assert 5 < len(drawn) < len(crowd) / 4
    page.evaluate("document.getElementById('picture').scrollTop = 9000")
    until(page, "document.querySelectorAll('#picture .element').length > 5")
    page.wait_for_timeout(60)
    assert ids(page, "#picture .element") - drawn
    assert not complaints


def test_the_legend_has_the_lines_that_the_picture_has_and_no_others(
    open_page,
):
    goals = (Goal(id="D1", text="Rust"), Goal(id="D2", text="Orde"))
    efforts = (Effort(id="I1", text="Lopen"), Effort(id="I2", text="Fietsen"))
    links = (
        Link(start="I1", end="D1", kind="contributes_to", basis="stated"),
        Link(start="I2", end="D2", kind="contributes_to", basis="inferred"),
        Link(start="D1", end="D2", kind="refers_to", basis="stated"),
    )
    network = Network(Programme(elements=(*goals, *efforts), links=links))
    page = open_page(html.write(network, (), ENGLISH))
    assert page.evaluate(LEGEND) == ["contributes_to", "refers_to", "weak"]
    weak = page.locator("[data-from=I2]")
    assert weak.get_attribute("marker-end")
    assert page.locator("[data-from=I1]").get_attribute("marker-end") is None
    page.evaluate("location.hash = '#D1?focus=D1&kind=effort,goal'")
    page.evaluate("location.hash = '#I1?way=I1,D1&only=1'")
    until(page, "!document.querySelector('[data-id=D2]')")
    assert page.evaluate(LEGEND) == ["contributes_to"]


def test_a_path_is_asked_for_in_the_details_and_can_stand_alone(
    open_page, data, source
):
    page = open_page(data, "#I25")
    page.click(".way-to summary")
    page.fill(".way-to input", "nobody")
    page.keyboard.press("Enter")
    assert "nobody" in page.inner_text(".way-to [role=status]")
    page.fill(".way-to input", "D8")
    page.keyboard.press("Enter")
    bright = ids(page, "#picture .element:not(.dim)")
    assert {"I25", "D8"} <= bright
    page.click("text=Only the path")
    assert ids(page, "#picture .element") == bright
    page.click("text=End the path")
    assert ids(page, "#picture .element") == {each.id for each in source}


def test_a_picture_that_is_saved_is_light_and_says_what_it_is(
    open_page, source
):
    told = source.programme.identity.model_copy(update={"date": "2026-03-01"})
    programme = source.programme.model_copy(update={"identity": told})
    profile = ENGLISH._replace(source="plan.docx")
    page = open_page(
        html.write(Network(programme), (), profile), color_scheme="dark"
    )
    with page.expect_download() as saved:
        page.click("#save-svg")
    picture = etree.fromstring(Path(saved.value.path()).read_bytes())
    words = " ".join(picture.itertext())
    for part in (
        page.inner_text("h1"),
        "Source: plan.docx",
        "Date of reference: 2026-03-01",
        page.locator("#legend li").first.inner_text(),
    ):
        assert part in words
    ground = picture.find(".//{*}rect[@class='box']").get("fill")
    assert min(int(each) for each in ground[4:-1].split(",")) > 200
    assert "context-" not in etree.tostring(picture, encoding="unicode")
