"""Where boxes stand from top to bottom."""

import pytest

from dinet.layout.layered.coordinates import NODE_GAP
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.layered.unlinked_efforts import UnlinkedGroup, tile_unlinked
from dinet.layout.plan import ElementBox, Layout
from dinet.layout.style.profile import Profile
from tests.network.worlds import world

SCREEN = Profile(lang="en", paper="screen")


def placed(text: str) -> dict[str, ElementBox]:
    return {
        box.id: box for box in lay_out_programme(world(text), (), SCREEN).boxes
    }


def middle(box: ElementBox) -> float:
    return box.y + box.h / 2


def downwards(layout: Layout, kind: str) -> list[str]:
    return [
        box.id
        for box in sorted(layout.boxes, key=lambda box: box.y)
        if box.kind == kind
    ]


def test_an_element_stands_level_with_the_middle_of_what_serves_it():
    boxes = placed("D1>T1 S1>D1 I1>S1 I2>S1 I3>S1")
    assert (
        middle(boxes["S1"])
        == middle(boxes["D1"])
        == middle(boxes["T1"])
        == middle(boxes["I2"])
    )


def test_few_efforts_stand_around_a_target_that_is_pushed_down():
    boxes = placed("S1>D1 S2>D1 S3>D1 S4>D1 I1>S4")
    assert middle(boxes["I1"]) == pytest.approx(middle(boxes["S4"]))


def test_boxes_of_a_column_are_pushed_apart_just_as_far_as_needed():
    boxes = placed("D1 D2 D3")
    assert [
        boxes[one].y + boxes[one].h + NODE_GAP for one in ("D1", "D2")
    ] == [
        boxes["D2"].y,
        boxes["D3"].y,
    ]


def test_a_band_is_as_high_as_its_highest_column():
    layout = lay_out_programme(world("D1>T1 I1>D1 I2>D1 I3>D1"), (), SCREEN)
    efforts = [box for box in layout.boxes if box.kind == "effort"]
    band = layout.bands[0]
    assert min(box.y for box in efforts) - band.y == pytest.approx(
        band.y + band.h - max(box.y + box.h for box in efforts)
    )


def test_goals_stand_in_reading_order_when_nothing_pulls_them():
    assert downwards(
        lay_out_programme(world("D1 D2 D3 D4"), (), SCREEN), "goal"
    ) == [
        "D1",
        "D2",
        "D3",
        "D4",
    ]


def test_a_goal_stands_beside_the_goal_with_which_it_shares_its_target():
    layout = lay_out_programme(
        world("S1>D1 S1>D3 S2>D2 I1>S1 I2>S2 I3>S2"), (), SCREEN
    )
    assert downwards(layout, "goal") == ["D1", "D3", "D2"]


def test_links_pass_a_column_under_what_else_serves_the_same_element():
    layout = lay_out_programme(world("D3>D1 D4>D2 I1>D1 I2>D2"), (), SCREEN)
    boxes = {box.id: box for box in layout.boxes}
    passing = {route.start: route for route in layout.routes}
    column = boxes["D3"].x + boxes["D3"].w / 2
    heights = {
        each: min(
            passing[each].points, key=lambda point: abs(point[0] - column)
        )[1]
        for each in ("I1", "I2")
    }
    assert boxes["D3"].y < heights["I1"] < boxes["D4"].y < heights["I2"]


def test_sub_efforts_stand_under_their_effort_and_a_little_to_the_right():
    boxes = placed("I1>D1 I2>I1 I3>I2 I4>D1")
    assert boxes["I1"].x < boxes["I2"].x < boxes["I3"].x
    assert boxes["I1"].y < boxes["I2"].y < boxes["I3"].y < boxes["I4"].y
    assert boxes["I1"].x + boxes["I1"].w == boxes["I3"].x + boxes["I3"].w


def test_loose_efforts_fill_columns_of_about_the_same_height_in_reading_order():
    heights = {f"I{number}": 10.0 for number in range(9)}
    tiles, height = tile_unlinked(
        (UnlinkedGroup(None, tuple(heights)),), heights, 3, 2.0, 5.0
    )
    assert [tile.column for tile in tiles] == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert height == 3 * 10 + 2 * 2


def test_a_group_of_loose_efforts_has_its_caption_over_its_first_effort():
    heights = {"I1": 10.0, "I2": 10.0}
    tiles, height = tile_unlinked(
        (UnlinkedGroup("Wonen", ("I1",)), UnlinkedGroup("Zorg", ("I2",))),
        heights,
        1,
        2.0,
        5.0,
    )
    assert [(tile.head or tile.caption, tile.y) for tile in tiles] == [
        ("Wonen", 0),
        ("I1", 5),
        ("Zorg", 17),
        ("I2", 22),
    ]
    assert height == 32


def test_loose_efforts_without_a_group_come_before_the_groups():
    heights = {"I1": 10.0, "I2": 10.0}
    tiles, _ = tile_unlinked(
        (UnlinkedGroup("Wonen", ("I1",)), UnlinkedGroup(None, ("I2",))),
        heights,
        1,
        2.0,
        5.0,
    )
    assert [tile.head for tile in tiles if tile.head] == ["I2", "I1"]


def test_a_goal_stands_near_the_efforts_that_serve_it_by_way_of_another_cluster():
    across = " ".join(f"I{each}>S1 I{each}>D2" for each in range(1, 9))
    boxes = placed(f"D1>T1 D2>T2 S1>D1 S1>D2 {across} I9>S2 S2>D2")
    assert middle(boxes["I1"]) < middle(boxes["D2"]) < middle(boxes["I8"])
