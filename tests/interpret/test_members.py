"""What single headings, lines and items say of themselves: themes, labels, owners, years."""

from tests.documents import bullet, heading, in_word, left, noted, table, told
from tests.interpret.sport import (
    COACH,
    EFFORT,
    GOAL,
    HEAD,
    LIBRARY,
    OTHER,
    READ,
    ROW,
)


def test_the_word_theme_before_the_name_of_a_theme_is_not_part_of_it() -> None:
    read = in_word(
        heading("Thema Sport"),
        table(HEAD, ROW),
        heading("Pijler Lezen"),
        table(HEAD, [OTHER, "", LIBRARY]),
    )
    assert [each.text for each in read.elements if each.kind == "theme"] == [
        "Sport",
        "Lezen",
    ]


def test_a_theme_that_is_still_to_be_named_is_none() -> None:
    read = in_word(heading("Thema: [naam van het thema]"), table(HEAD, ROW))
    assert told(read) == READ
    assert noted(read) == ["not_filled_in"]


def test_an_action_in_the_minutes_beside_a_network_is_left() -> None:
    read = in_word(
        table(HEAD, ROW),
        heading("Verslag"),
        "Actie: notitie rondsturen.",
        "Inspanning: Werven van trainers.",
    )
    assert [each.text for each in read.elements[2:]] == [
        EFFORT,
        "Werven van trainers.",
    ]
    assert left(read) == [
        ("heading_left", "Verslag"),
        ("text_left", "Actie: notitie rondsturen."),
    ]


def test_a_result_of_a_year_keeps_the_year() -> None:
    read = in_word(
        heading("Doel 1: Meer sport"),
        "Beoogd resultaat 2027: 120 clubs doen mee.",
    )
    assert [(each.text, each.period) for each in read.elements[1:]] == [
        ("120 clubs doen mee.", "2027")
    ]


def test_an_owner_alone_on_a_line_is_no_effort() -> None:
    read = in_word(
        heading("Inspanningen"), bullet(EFFORT), "Trekker: Team Sport"
    )
    assert told(read) == [f"I1 {EFFORT}"]
    assert read.elements[0].owners == ("Team Sport",)
    assert left(read) == []


TOLD = [
    f"D1 {GOAL}",
    f"D2 {OTHER}",
    f"I1 {EFFORT} > D1",
    f"I2 {COACH} > D1",
    f"I3 {LIBRARY} > D2",
]


def test_items_of_a_list_may_say_what_they_are() -> None:
    lines = [
        (f"Doel: {GOAL}", 0),
        (f"Inspanning: {EFFORT}", 1),
        (f"Inspanning: {COACH}", 1),
        (f"Doel: {OTHER}", 0),
    ]
    read = in_word(
        *(
            bullet(text, level)
            for text, level in [*lines, (f"Inspanning: {LIBRARY}", 1)]
        )
    )
    assert told(read) == TOLD


def test_cells_may_say_what_they_are() -> None:
    rows = (
        [f"Doel: {GOAL}", "", ""],
        ["", f"Inspanning: {EFFORT}", "Team Sport"],
        ["", f"Inspanning: {COACH}", ""],
    )
    read = in_word(
        table(
            *rows,
            [f"Doel: {OTHER}", "", ""],
            ["", f"Inspanning: {LIBRARY}", ""],
        )
    )
    assert told(read) == TOLD
    assert left(read) == [("cell_not_understood", "Team Sport")]


def test_a_list_of_goals_that_say_so_is_a_list() -> None:
    read = in_word(
        heading("Doelen"), bullet(f"Doel: {GOAL}"), bullet(f"Doel: {OTHER}")
    )
    assert told(read) == [f"D1 {GOAL}", f"D2 {OTHER}"]
