"""A programme on as many pages as it takes to read it."""

import pytest

from dinet.layout.pages import lay_out_pages
from dinet.layout.plan import ElementBox, Layout
from dinet.layout.style.profile import Profile
from dinet.network import Network
from tests.layout.geometry import broken
from tests.layout.worlds import grown
from tests.network.worlds import programme, world

A4 = Profile(lang="en", paper="A4")


def long(text: str) -> Network:
    """A world in which no text is short."""
    plain = programme(text)
    elements = tuple(
        each.model_copy(
            update={"text": f"{each.text} zegt meer dan nodig is. " * 9}
        )
        for each in plain.elements
    )
    return Network(plain.model_copy(update={"elements": elements}))


def whole(book: tuple[Layout, ...]) -> set[str]:
    return {box.id for layout in book for box in layout.boxes}


TWO_THEMES = "D1>T1 D2>T2 S1>D1 S1>D2 " + " ".join(
    f"I{each}>S1 I{each}>D{1 + each % 2}" for each in range(1, 31)
)


def test_what_fits_is_one_page():
    assert len(lay_out_pages(world("I1>S1>D1>T1"), (), A4)) == 1


@pytest.mark.parametrize(
    ("size", "paper"),
    [
        (80, "A3"),
        (80, "A4"),
        pytest.param(120, "16:9", marks=pytest.mark.slow),
    ],
)
def test_every_page_can_be_read_and_together_they_hold_everything(size, paper):
    network = grown(size)
    book = lay_out_pages(network, (), Profile(lang="en", paper=paper))
    assert len(book) > 2
    assert all(layout.size >= 7 for layout in book)
    assert [broken(layout) for layout in book] == [{}] * len(book)
    assert whole(book) | {theme.id for theme in network.themes} == {
        element.id for element in network
    }


def test_every_theme_has_pages_of_its_own_with_its_name_over_them():
    titles = [
        layout.title for layout in lay_out_pages(long(TWO_THEMES), (), A4)
    ]
    assert titles == sorted(titles)
    assert {title[:8] for title in titles} == {"Theme 1:", "Theme 2:"}


def test_every_page_says_which_one_it_is():
    book = lay_out_pages(long(TWO_THEMES), (), A4)
    assert [layout.words[-1].text for layout in book] == [
        f"page {each} of {len(book)}" for each in range(1, len(book) + 1)
    ]


def boxes(
    book: tuple[Layout, ...], element: str
) -> list[tuple[str, ElementBox]]:
    """Where an element stands: the beginning of each page's title, and the box."""
    return [
        (layout.title[:8], box)
        for layout in book
        for box in layout.boxes
        if box.id == element
    ]


def test_a_shared_target_is_repeated_with_a_dashed_border_and_a_reference():
    (first, at_home), *others = boxes(
        lay_out_pages(long(TWO_THEMES), (), A4), "S1"
    )
    assert (first, at_home.dashed) == ("Theme 1:", False)
    assert all(box.dashed for _, box in others)
    assert {
        box.remarks[-1].text for title, box in others if title == "Theme 2:"
    } == {"shared with theme T1"}
    assert {title for title, _ in others} >= {"Theme 2:"}


def test_a_box_names_what_serves_it_on_other_pages():
    _, at_home = boxes(lay_out_pages(long(TWO_THEMES), (), A4), "S1")[0]
    assert at_home.remarks[0].text.startswith("also served by I1, I3, I5")


def test_every_element_stands_whole_exactly_once():
    book = lay_out_pages(long(TWO_THEMES), (), A4)
    firm = [
        box.id for layout in book for box in layout.boxes if not box.dashed
    ]
    assert sorted(firm) == sorted(
        {each.id for each in world(TWO_THEMES)} - {"T1", "T2"}
    )


def test_every_link_stands_on_some_page():
    network = grown(80)
    book = lay_out_pages(network, (), A4)
    shown = {
        (route.start, route.end) for layout in book for route in layout.routes
    }
    whole_page = lay_out_pages(network, (), Profile(paper="screen"))[0]
    themes = {theme.id for theme in network.themes}
    assert shown == {
        (route.start, route.end)
        for route in whole_page.routes
        if route.end not in themes
    }


def test_a_goal_that_goes_on_over_pages_is_repeated():
    network = long(
        "T1 D1>T1 " + " ".join(f"I{each}>D1" for each in range(1, 60))
    )
    book = lay_out_pages(network, (), A4)
    goals = [box for layout in book for box in layout.boxes if box.id == "D1"]
    assert len(goals) == len(book) > 1
    assert [box.dashed for box in goals] == [False, *[True] * (len(book) - 1)]
    assert all(
        box.remarks[-1].text == "also on another page"
        for box in goals
        if box.dashed
    )


def test_efforts_that_serve_nothing_have_pages_too():
    network = long(" ".join(["D1>T1", *(f"I{each}" for each in range(1, 80))]))
    book = lay_out_pages(network, (), A4)
    assert len(book) > 1
    assert whole(book) | {"T1"} == {each.id for each in network}


def test_a_theme_without_goals_is_on_a_page_too():
    network = long(
        "T2 D1>T1 " + " ".join(f"I{each}>D1" for each in range(1, 60))
    )
    assert "T2" in whole(lay_out_pages(network, (), A4))


@pytest.mark.no_cover
def test_the_screen_is_one_page_whatever_its_height():
    assert len(lay_out_pages(grown(120), (), Profile(paper="screen"))) == 1


def test_one_text_that_fills_pages_does_not_keep_on_dividing():
    huge = programme("I1>D1")
    elements = tuple(
        each.model_copy(update={"text": "woord " * 3000})
        for each in huge.elements
    )
    book = lay_out_pages(
        Network(huge.model_copy(update={"elements": elements})),
        (),
        Profile(paper="16:9"),
    )
    assert whole(book) == {"D1", "I1"}


def test_a_page_that_is_too_narrow_is_not_divided_where_that_makes_no_letters_larger():
    narrow = Profile(paper="100x200mm")
    assert len(lay_out_pages(long(TWO_THEMES), (), narrow)) <= 8
