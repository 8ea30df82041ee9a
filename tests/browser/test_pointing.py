"""What the reader points at stays where it is, whatever opens."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SIZES = [(1280, 800), (1366, 768), (1920, 1080), (768, 1024), (390, 844)]
SEEN = """() => {
    const room = document.getElementById('picture').getBoundingClientRect();
    const foot = Math.min(room.bottom, innerHeight);
    const found = [];
    for (const box of document.querySelectorAll('#picture .element')) {
        const face = box.querySelector('.box').getBoundingClientRect();
        const [x, y] = [face.x + face.width / 2, face.y + face.height / 2];
        const isIn = x > room.left && x < room.right && y > room.top && y < foot;
        if (isIn && document.elementFromPoint(x, y)?.closest('.element') === box)
            found.push([box.dataset.id, x, y]);
    }
    return found;
}"""
"""The elements whose middle can be clicked, and where that is."""
AT = """([x, y]) => {
    const found = document.elementFromPoint(x, y)?.closest('.element');
    const face = found?.querySelector('.box').getBoundingClientRect();
    return found ? [found.dataset.id, face.x, face.y, face.width, face.height] : null;
}"""
"""Which element stands at a point of the window, and where its box is."""
PLACE = (
    "document.querySelector('#picture svg').getBoundingClientRect().toJSON()"
)
ANEW = """() => {
    history.replaceState(null, '', '#view-network');
    dispatchEvent(new PopStateEvent('popstate'));
}"""
"""Back to the beginning, without the scrolling that a browser does for an address."""


def click_in_place(page: Page, selector: str) -> None:
    """A click as with a hand: the driver's own first scrolls to what sticks."""
    found = page.locator(selector).bounding_box()
    assert found
    page.mouse.click(
        found["x"] + found["width"] / 2, found["y"] + found["height"] / 2
    )


@pytest.mark.parametrize("size", SIZES)
def test_no_click_and_no_panel_moves_or_scales_the_picture(
    open_page, data, size
):
    page = open_page(data, viewport={"width": size[0], "height": size[1]})
    seen = page.evaluate(SEEN)
    assert seen
    for element_id, x, y in (seen[0], seen[-1]):
        before = page.evaluate(AT, [x, y])
        page.mouse.click(x, y)
        page.wait_for_timeout(
            40
        )  # two frames: what follows a size comes later
        assert page.locator(".chosen").get_attribute("data-id") == element_id
        assert page.locator("#details-panel").is_visible()
        assert page.evaluate(AT, [x, y]) == pytest.approx(before, abs=0.5)
        page.evaluate(ANEW)
    page.evaluate("scrollTo(0, 0)")  # where the buttons are in sight
    before = page.evaluate(PLACE)
    for name in ("filters", "whatif"):
        click_in_place(page, f"button[data-panel={name}]")
        page.wait_for_timeout(40)
        assert page.evaluate(PLACE) == before
        click_in_place(page, f"#{name} .shut")
    assert page.evaluate(PLACE) == before


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (390, 844)])
def test_a_double_click_does_one_thing_for_every_box(open_page, data, size):
    page = open_page(data, viewport={"width": size[0], "height": size[1]})
    for element_id, x, y in page.evaluate(SEEN)[:4]:
        page.evaluate(ANEW)
        page.mouse.move(x, y)
        for count in (1, 2):
            page.mouse.down(click_count=count)
            page.mouse.up(click_count=count)
            page.wait_for_timeout(20)
        told = page.evaluate("location.hash")
        # on a phone an element alone would open in the tree
        assert told in {
            f"#{element_id}?focus={element_id}",
            f"#view-network?focus={element_id}&at={element_id}",
        }


def test_the_panel_covers_no_box_that_the_keyboard_chose(open_page, data):
    page = open_page(data)
    for key in ("#D2", "#I8", "#T1"):
        page.evaluate("hash => { location.hash = hash }", key)
        page.wait_for_timeout(80)
        covered = page.evaluate(
            """() => {
            const panel = document.getElementById('details-panel').getBoundingClientRect();
            const box = document.querySelector('.chosen .box').getBoundingClientRect();
            return box.left < panel.right && box.right > panel.left;
        }"""
        )
        assert not covered, key
