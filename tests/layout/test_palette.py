"""The looks of pictures."""

import pytest

from dinet.layout.style.contrast import contrast, pairs, unreadable
from dinet.layout.style.palette import COLOUR, CONTRAST, GREY, STYLES
from dinet.model import KINDS


@pytest.mark.parametrize("name", STYLES)
def test_every_word_and_line_of_every_style_can_be_read(name):
    assert [str(each) for each in unreadable(STYLES[name])] == []
    assert set(STYLES[name].inks) == set(KINDS)


def test_strong_contrast_is_at_least_seven_to_one():
    assert min(contrast(pair.upper, pair.ground) for pair in pairs(CONTRAST)) >= 7


def test_grey_has_no_colours():
    colours = {colour for ink in GREY.inks.values() for colour in ink[:5]} | {
        *GREY[1:12]
    }
    assert all(each[1:3] == each[3:5] == each[5:7] for each in colours if each)


def test_in_grey_goals_targets_and_efforts_differ_in_bar_border_and_ground():
    goal, target, effort = (GREY.inks[kind] for kind in ("goal", "target", "effort"))
    assert len({goal.bar, target.bar, effort.bar}) == 3
    assert goal.pen > target.pen > effort.pen
    assert target.ground != effort.ground


def test_kinds_of_lines_differ_in_dashes_or_heads_too():
    lines = [
        COLOUR.line("contributes_to", dashed=False),
        COLOUR.line("contributes_to", dashed=True),
    ]
    lines += [COLOUR.line(kind, dashed=False) for kind in ("part_of", "refers_to")]
    assert len({(line.dashes, bool(line.head)) for line in lines}) == 4


def test_contrast_is_that_of_wcag():
    assert (
        contrast("#000000", "#FFFFFF")
        == contrast("#FFFFFF", "#000000")
        == pytest.approx(21)
    )
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
