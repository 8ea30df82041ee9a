"""Parts of a programme."""

import pytest

from dinet.errors import UnknownElementError, UsageError
from dinet.layout.pages import lay_out_pages, lay_out_picture
from dinet.layout.plan import Layout
from dinet.layout.style.profile import Profile
from dinet.layout.text.excerpt import network_around
from tests.layout.geometry import broken
from tests.network.worlds import ids, link, world

WHOLE = world(
    "D1>T1 D2>T1 D3>T2 S1>D1 S1>D3 I1>S1 I2>S1 I2>D2 I3>D3 I4>I1",
    link("I3", "I2", "depends_on"),
)


def legend(layout: Layout) -> list[str]:
    return [words.text for words in layout.words if words.role == "legend"]


@pytest.mark.parametrize(
    ("middle", "steps", "found"),
    [
        ("D1", 1, "T1 D1 S1"),
        ("D1", 2, "T1 D1 S1 I1 I2"),
        ("D1", 3, "T1 D1 S1 I1 I2 I4"),
        ("I2", 1, "D2 S1 I2 I3"),
    ],
)
def test_around_an_element_stands_what_it_serves_and_what_serves_it(
    middle, steps, found
):
    assert sorted(ids(network_around(WHOLE, middle, steps)).split()) == sorted(
        found.split()
    )


def test_a_picture_of_a_part_says_so():
    layout = lay_out_picture(
        WHOLE, (), Profile(lang="en", around="D1", steps=1)
    )
    assert sorted(box.id for box in layout.boxes) == ["D1", "S1", "T1"]
    assert "Excerpt around D1: 3 of 10 elements" in legend(layout)
    assert broken(layout) == {}


def test_what_is_left_out_is_not_called_missing():
    boxes = {
        box.id: box
        for box in lay_out_picture(
            WHOLE, (), Profile(around="D1", steps=1)
        ).boxes
    }
    assert boxes["S1"].remarks == ()


def test_a_picture_of_a_theme_repeats_what_it_shares():
    layout = lay_out_picture(WHOLE, (), Profile(lang="en", theme="T2"))
    boxes = {box.id: box for box in layout.boxes}
    assert layout.title.startswith("Theme 2:")
    assert (boxes["S1"].dashed, boxes["S1"].remarks[-1].text) == (
        True,
        "shared with theme T1",
    )
    assert any(
        line.startswith("Excerpt, theme T2: ") for line in legend(layout)
    )
    assert [
        page.title
        for page in lay_out_pages(WHOLE, (), Profile(lang="en", theme="T2"))
    ] == [layout.title]


@pytest.mark.parametrize("wish", [{"around": "D9"}, {"theme": "T9"}])
def test_what_is_not_there_is_refused(wish):
    with pytest.raises(UnknownElementError):
        lay_out_picture(WHOLE, (), Profile(**wish))


def test_what_is_no_theme_is_refused_with_those_that_are():
    with pytest.raises(
        UsageError, match=r"D1 is not a theme of this programme: T1, T2\."
    ):
        lay_out_pages(WHOLE, (), Profile(theme="D1"))


def test_a_theme_and_a_neighbourhood_do_not_go_together():
    with pytest.raises(UsageError, match="not both"):
        lay_out_picture(WHOLE, (), Profile(theme="T1", around="D1"))
