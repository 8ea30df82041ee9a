"""What stands on one row, what a blank cell means, and what a merged cell covers."""

import pytest

from tests.documents import (
    UP,
    bullet,
    cell,
    in_text,
    in_word,
    noted,
    table,
    told,
)
from tests.interpret.sport import (
    COACH,
    EFFORT,
    GOAL,
    HEAD,
    LATER,
    LIBRARY,
    OTHER,
    READ,
    ROW,
    TARGET,
)


def test_what_stands_on_one_row_belongs_together() -> None:
    read = in_word(table(HEAD, ROW))
    assert told(read) == READ
    assert {link.basis for link in read.links} == {"same row"}
    assert [
        (place.table, place.row, place.column, place.heading)
        for each in read.elements
        for place in each.places
    ] == [
        (1, 2, column, heading) for column, heading in enumerate(HEAD, start=1)
    ]


def test_a_blank_goal_is_the_goal_above() -> None:
    read = in_text(HEAD, ROW, ["", "In 2029 sport 70%.", COACH])
    assert told(read)[2:] == [
        "S2 In 2029 sport 70%. > D1*",
        READ[2],
        f"I2 {COACH} > D1*, S2",
    ]


def test_a_goal_written_again_on_every_row_is_one_goal() -> None:
    read = in_word(
        table(HEAD, ROW, [GOAL, TARGET, COACH], [OTHER, LATER, LIBRARY])
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"S1 {TARGET} > D1",
        f"S2 {LATER} > D2",
        f"I1 {EFFORT} > D1, S1",
        f"I2 {COACH} > D1, S1",
        f"I3 {LIBRARY} > D2, S2",
    ]
    assert noted(read) == []


def test_no_target_is_carried_over_to_another_goal() -> None:
    assert (
        told(in_text(HEAD, ROW, [OTHER, "", LIBRARY]))[-1]
        == f"I2 {LIBRARY} > D2"
    )


def test_a_blank_effort_is_no_effort() -> None:
    assert told(in_text(HEAD, ROW, [OTHER, LATER, ""])) == [
        READ[0],
        f"D2 {OTHER}",
        READ[1],
        f"S2 {LATER} > D2",
        READ[2],
    ]


def test_an_effort_without_target_inherits_the_one_above_when_that_had_an_effort() -> (
    None
):
    read = in_text(HEAD, ROW, ["", "", COACH])
    assert told(read)[-1] == f"I2 {COACH} > D1*, S1*"
    assert noted(read) == ["inherited_target"]


def test_efforts_after_a_staircase_of_targets_serve_the_goal_only() -> None:
    read = in_text(
        HEAD,
        [GOAL, TARGET, ""],
        ["", LATER, ""],
        ["", "", EFFORT],
        ["", "", COACH],
    )
    assert told(read)[-2:] == [f"I1 {EFFORT} > D1*", f"I2 {COACH} > D1*"]
    assert noted(read) == []


def test_a_blank_target_is_blank_where_merged_cells_show_what_goes_on() -> (
    None
):
    read = in_word(
        table(
            HEAD,
            [cell(GOAL, merge="restart"), TARGET, EFFORT],
            [UP, "", COACH],
        )
    )
    assert told(read)[-1] == f"I2 {COACH} > D1"


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    first = [
        cell(GOAL, merge="restart"),
        cell(TARGET, merge="restart"),
        EFFORT,
    ]
    read = in_word(table(HEAD, first, [UP, UP, COACH], [UP, LATER, LIBRARY]))
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        f"S2 {LATER} > D1",
        f"I1 {EFFORT} > D1, S1",
        f"I2 {COACH} > D1, S1",
        f"I3 {LIBRARY} > D1, S2",
    ]
    assert {link.basis for link in read.links} == {"same row", "merged cell"}


def test_an_effort_merged_over_two_goals_serves_both() -> None:
    read = in_word(
        table(
            HEAD,
            [GOAL, TARGET, cell(EFFORT, merge="restart")],
            [OTHER, LATER, UP],
        )
    )
    assert told(read)[-1] == f"I1 {EFFORT} > D1, D2, S1, S2"


def test_a_target_merged_over_two_goals_measures_both() -> None:
    read = in_word(
        table(
            HEAD,
            [GOAL, cell(TARGET, merge="restart"), EFFORT],
            [OTHER, UP, COACH],
        )
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"S1 {TARGET} > D1, D2",
        f"I1 {EFFORT} > D1, S1",
        f"I2 {COACH} > D2, S1",
    ]


def test_a_cell_merged_over_two_columns_says_nothing_of_the_row_above() -> (
    None
):
    read = in_word(table(HEAD, ROW, [OTHER, cell(LATER, span=2)]))
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        READ[1],
        f"S2 {LATER} > D2",
        READ[2],
    ]


def test_an_owner_or_period_in_a_merged_cell_holds_for_all_its_rows() -> None:
    head = [*HEAD, "Trekker", "Planning"]
    first = [
        *ROW,
        cell("Ans de Vries", merge="restart"),
        cell("2027", merge="restart"),
    ]
    read = in_word(table(head, first, ["", "", COACH, UP, UP]))
    assert [(each.owners, each.period) for each in read.elements[2:]] == [
        (("Ans de Vries",), "2027")
    ] * 2


def test_an_owner_in_a_cell_over_two_columns_is_no_period() -> None:
    head = [*HEAD, "Trekker", "Planning"]
    read = in_word(
        table(
            head,
            [*ROW, "Ans de Vries", "2027"],
            ["", "", COACH, cell("Bo Smit", span=2)],
        )
    )
    assert (read.elements[3].owners, read.elements[3].period) == (
        ("Bo Smit",),
        None,
    )


def test_as_many_owners_as_efforts_go_one_to_each() -> None:
    read = in_word(
        table(
            [*HEAD, "Trekker"],
            [GOAL, TARGET, f"{EFFORT}\n{COACH}", "Ans de Vries\nBo Smit"],
        )
    )
    assert [each.owners for each in read.elements[2:]] == [
        ("Ans de Vries",),
        ("Bo Smit",),
    ]


def test_a_row_over_the_whole_width_is_a_theme() -> None:
    rows = (
        [cell("Thema 1: Sport", span=3)],
        ROW,
        [cell("Lezen", span=3)],
        [OTHER, "", LIBRARY],
    )
    read = in_word(table(HEAD, *rows))
    assert told(read)[:4] == [
        "T1 Sport",
        "T2 Lezen",
        f"D1 {GOAL} > T1",
        f"D2 {OTHER} > T2",
    ]


def test_a_row_over_the_whole_width_is_a_goal_when_the_rows_under_it_have_none() -> (
    None
):
    read = in_word(table(HEAD, [cell(GOAL, span=3)], ["", TARGET, EFFORT]))
    assert told(read) == READ
    assert [link.basis for link in read.links] == [
        "heading",
        "heading",
        "same row",
    ]


def test_a_goal_over_the_whole_width_stands_for_a_column_of_goals() -> None:
    read = in_word(
        table(
            HEAD[1:],
            [cell("Doel 1: " + GOAL, span=2)],
            [TARGET, EFFORT],
            [cell("Doel 2: " + OTHER, span=2)],
            ["", LIBRARY],
        )
    )
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        *READ[1:],
        f"I2 {LIBRARY} > D2",
    ]


def test_a_sentence_over_the_whole_width_is_a_remark() -> None:
    read = in_word(
        table(
            HEAD,
            ROW,
            [cell("Deze doelen zijn nog niet vastgesteld.", span=3)],
            [OTHER, "", LIBRARY],
        )
    )
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        *READ[1:],
        f"I2 {LIBRARY} > D2",
    ]
    assert noted(read) == ["band_left"]


@pytest.mark.parametrize("words", ["idem", "Idem.", '"', "zie boven", "ditto"])
def test_idem_is_what_stands_above(words: str) -> None:
    read = in_word(table(HEAD, ROW, [OTHER, words, LIBRARY]))
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        f"S1 {TARGET} > D1, D2",
        READ[2],
        f"I2 {LIBRARY} > D2, S1",
    ]


@pytest.mark.parametrize(
    "words", ["-", "–", "...", "n.v.t.", "geen", "N/A", "Totaal"]
)
def test_a_dash_is_nothing_and_inherits_nothing(words: str) -> None:
    read = in_word(table(HEAD, ROW, ["", words, COACH]))
    assert told(read) == [*READ, f"I2 {COACH} > D1*"]


@pytest.mark.parametrize(
    "words",
    [
        "n.t.b.",
        "nader te bepalen",
        "[vul in]",
        "<doel>",
        "volgt nog",
        "Klik of tik om tekst in te voeren.",
    ],
)
def test_what_is_still_to_be_filled_in_is_no_element(words: str) -> None:
    read = in_word(
        table(
            HEAD,
            ROW,
            [OTHER, words, LIBRARY],
            ["Meer kinderen zwemmen.", words, ""],
        )
    )
    assert [line.split(" ", 1)[0] for line in told(read)] == [
        "D1",
        "D2",
        "D3",
        "S1",
        "I1",
        "I2",
    ]
    assert noted(read) == ["not_filled_in", "not_filled_in"]


def test_an_effort_before_the_first_goal_is_linked_to_nothing() -> None:
    read = in_word(table(HEAD, ["", "", EFFORT], [OTHER, LATER, LIBRARY]))
    assert told(read) == [
        f"D1 {OTHER}",
        f"S1 {LATER} > D1",
        f"I1 {EFFORT}",
        f"I2 {LIBRARY} > D1, S1",
    ]
    assert noted(read) == ["no_goal_beside"]


def test_two_goals_in_one_cell_share_what_stands_beside_them() -> None:
    read = in_word(
        table(HEAD, [[bullet(GOAL), bullet(OTHER)], TARGET, EFFORT])
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"S1 {TARGET} > D1, D2",
        f"I1 {EFFORT} > D1, D2, S1",
    ]


def test_an_effort_serves_all_targets_beside_it() -> None:
    read = in_word(table(HEAD, [GOAL, f"{TARGET}\n{LATER}", EFFORT]))
    assert told(read)[-1] == f"I1 {EFFORT} > D1, S1, S2"


def test_a_source_alone_on_the_next_row_belongs_to_the_target_above_it() -> (
    None
):
    read = in_text(HEAD, [GOAL, TARGET, EFFORT], ["", "Bron: CBS", COACH])
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        f"I1 {EFFORT} > D1, S1",
        f"I2 {COACH} > D1*, S1",
    ]
    assert read.elements[1].sources == ("CBS",)


def test_a_cell_that_is_only_an_aside_to_nothing_is_noted() -> None:
    read = in_text(
        HEAD, [GOAL, "Bron: CBS", "'Gezamenlijke uitvoering met Sport'"]
    )
    assert told(read) == [f"D1 {GOAL}"]
    assert noted(read) == [*["cell_not_understood"] * 2, "table_half_read"]


def test_dashes_where_nothing_stands_make_no_matrix() -> None:
    head = ["Doel", "SMART-doel", "Inspanning", "Trekker"]
    read = in_text(
        head,
        ["Minder afval", "In 2030 90 kg afval", "Luiers apart halen", "Stad"],
        ["Meer hergebruik", "–", "–", "–"],
        ["Schone straten", "–", "–", "–"],
    )
    assert told(read)[:3] == [
        "D1 Minder afval",
        "D2 Meer hergebruik",
        "D3 Schone straten",
    ]
    assert {each.kind for each in read.elements} == {
        "goal",
        "target",
        "effort",
    }
