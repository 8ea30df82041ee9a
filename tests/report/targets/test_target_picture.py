"""The picture of a sentence in plain text."""

import pytest

from dinet.report.targets.target_picture import (
    LabelledPart,
    labelled_parts,
    picture_lines,
)
from dinet.wording.target_sentence.analysis import analyse_target
from dinet.wording.target_sentence.result import TextSpan


def part(text: str, words: str, label: str) -> LabelledPart:
    """A part of a text with a label."""
    start = text.index(words)
    return LabelledPart(TextSpan(start, start + len(words), words), label)


def test_parts_are_underlined_and_named_below() -> None:
    text = "In 2028 sport 60%."
    parts = [part(text, "In 2028", "termijn"), part(text, "60%", "waarde")]
    assert list(picture_lines(text, parts, 40)) == [
        "In 2028 sport 60%.",
        "───────       ───",
        "termijn       waarde",
    ]


def test_a_label_without_room_goes_a_line_lower() -> None:
    text = "In 5 van 6."
    parts = [part(text, "5", "waarde"), part(text, "6", "termijn")]
    assert list(picture_lines(text, parts, 40)) == [
        "In 5 van 6.",
        "   ─     ─",
        "   waarde",
        "         termijn",
    ]


def test_a_long_sentence_is_broken_at_white_space_and_its_parts_with_it() -> (
    None
):
    text = "Het aandeel scholieren in de binnenstad stijgt."
    whole = [part(text, "scholieren in de binnenstad", "wie")]
    lines = list(picture_lines(text, whole, 24))
    assert lines == [
        "Het aandeel scholieren",
        "            ──────────",
        "            wie",
        "in de binnenstad stijgt.",
        "────────────────",
        "wie",
    ]


def test_two_parts_that_touch_are_told_apart() -> None:
    text = "2028 60%"
    parts = [part(text, "2028 ", "termijn"), part(text, "60%", "waarde")]
    underline = list(picture_lines(text, parts, 40))[1]
    assert underline == "───── ──"


def test_where_parts_overlap_the_first_is_shown() -> None:
    text = "60% van de jeugd"
    parts = [part(text, "60%", "waarde"), part(text, text, "wie")]
    labels = list(picture_lines(text, parts, 40))[2:]
    assert " ".join(labels).split() == ["waarde", "wie"]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "a" * 300, "😀" * 60, "één\nregel 60% in 2028", "\x00 5%"],
)
@pytest.mark.parametrize("width", [0, 20, 100])
def test_no_word_of_any_text_is_lost(text: str, width: int) -> None:
    parts = labelled_parts(analyse_target(text), "nl")
    shown = [
        line
        for line in picture_lines(text, parts, width)
        if not set(line) <= set(" ─")
    ]
    for word in text.replace("\x00", "").split():
        joined = "".join(shown)
        assert word[:20] in joined


def test_wide_letters_take_two_columns() -> None:
    text = "日本 60%"
    lines = list(picture_lines(text, [part(text, "60%", "waarde")], 40))
    assert lines[1] == "     ───"
