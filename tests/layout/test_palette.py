"""The looks of pictures."""

import pytest

from dinet.layout.style.contrast import (
    colour_pairs,
    contrast_ratio,
    find_unreadable,
)
from dinet.layout.style.palette import (
    COLOUR_STYLE,
    CONTRAST_STYLE,
    DASHED,
    GREY_STYLE,
    PICTURE_STYLES,
)
from dinet.model import KINDS, LINK_KINDS


@pytest.mark.parametrize("name", PICTURE_STYLES)
def test_every_word_and_line_of_every_style_can_be_read(name):
    assert [str(each) for each in find_unreadable(PICTURE_STYLES[name])] == []
    assert set(PICTURE_STYLES[name].inks) == set(KINDS)


def test_strong_contrast_is_at_least_seven_to_one():
    assert (
        min(
            contrast_ratio(pair.foreground, pair.ground)
            for pair in colour_pairs(CONTRAST_STYLE)
        )
        >= 7
    )


def test_grey_has_no_colours():
    colours = {
        colour for ink in GREY_STYLE.inks.values() for colour in ink[:5]
    } | {*GREY_STYLE[1:12]}
    assert all(each[1:3] == each[3:5] == each[5:7] for each in colours if each)


def test_in_grey_goals_targets_and_efforts_differ_in_bar_border_and_ground():
    goal, target, effort = (
        GREY_STYLE.inks[kind] for kind in ("goal", "target", "effort")
    )
    assert len({goal.bar, target.bar, effort.bar}) == 3
    assert goal.pen > target.pen > effort.pen
    assert target.ground != effort.ground


def test_kinds_of_lines_differ_in_dashes_or_heads_too():
    kinds = ("contributes_to", "part_of", "refers_to", "conflicts_with")
    lines = [
        GREY_STYLE.link_style(kind, weak=weak)
        for kind in kinds
        for weak in (False, True)
    ]
    assert len({(line.dashes, line.head, line.is_weak) for line in lines}) == 8


def test_dashes_and_circles_are_for_weak_evidence_and_nothing_else():
    for kind in LINK_KINDS:
        plain = COLOUR_STYLE.link_style(kind, weak=False)
        assert (plain.dashes == DASHED, plain.is_weak) == (False, False)
        assert COLOUR_STYLE.link_style(kind, weak=True).is_weak


def test_contrast_is_that_of_wcag():
    assert (
        contrast_ratio("#000000", "#FFFFFF")
        == contrast_ratio("#FFFFFF", "#000000")
        == pytest.approx(21)
    )
    assert contrast_ratio("#777777", "#FFFFFF") == pytest.approx(
        4.48, abs=0.01
    )
