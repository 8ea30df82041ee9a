"""Codes of a document.

Tables that only codes join, matrices of crosses, and what the codes are in dinet.
"""

import pytest

from tests.documents import bullet, heading, in_word, noted, table, told
from tests.interpret.sport import (
    COACH,
    EFFORT,
    GOAL,
    LATER,
    LIBRARY,
    OTHER,
    TARGET,
)

GOALS = table(["Code", "Doel"], ["D1", GOAL], ["D2", OTHER])
TARGETS = table(
    ["Code", "SMART-doel", "Hoort bij doel"],
    ["S1", TARGET, "D1"],
    ["S2", LATER, "D2; D1"],
)
EFFORTS = table(
    ["Code", "Inspanning", "Draagt bij aan"],
    ["A1", EFFORT, "D1, S1"],
    ["A2", COACH, "S2"],
    ["A3", LIBRARY, "D1 en D2"],
)
JOINED = [
    f"D1 {GOAL}",
    f"D2 {OTHER}",
    f"S1 {TARGET} > D1",
    f"S2 {LATER} > D1, D2",
    f"I1 {EFFORT} > D1, S1",
    f"I2 {COACH} > S2",
    f"I3 {LIBRARY} > D1, D2",
]


@pytest.mark.parametrize(
    "parts",
    [(GOALS, TARGETS, EFFORTS), (EFFORTS, TARGETS, GOALS)],
    ids=["goals first", "efforts first"],
)
def test_codes_join_tables_in_any_order(parts: tuple[object, ...]) -> None:
    read = in_word(
        *(each for part in parts for each in (heading("Overzicht"), part))
    )
    assert told(read) == JOINED


def test_a_blank_cell_after_an_effort_refers_to_nothing() -> None:
    read = in_word(
        GOALS,
        heading("Werk"),
        table(
            ["Inspanning", "Draagt bij aan"], [EFFORT, "D1, D2"], [COACH, ""]
        ),
    )
    assert told(read)[2:] == [f"I1 {EFFORT} > D1, D2", f"I2 {COACH}"]
    assert "no_goal_beside" in noted(read)


def test_a_letter_tells_codes_with_the_same_number_apart() -> None:
    read = in_word(
        GOALS,
        heading("Werk"),
        table(["Inspanning", "Draagt bij aan"], [EFFORT, "D1"], [COACH, "K2"]),
    )
    assert told(read)[2:] == [f"I1 {EFFORT} > D1", f"I2 {COACH}"]
    assert [
        note.values["text"]
        for note in read.notes
        if note.code == "reference_unknown"
    ] == ["K2"]


def test_a_goal_may_name_its_efforts_by_codes() -> None:
    goals = table(
        ["Nr", "Doel", "SMART-doel", "Inspanningen"],
        ["D1", GOAL, TARGET, "A1, A2"],
        ["D2", OTHER, "", "A2"],
    )
    read = in_word(
        goals,
        heading("Werk"),
        table(["Nr", "Inspanning"], ["A1", EFFORT], ["A2", COACH]),
    )
    assert told(read)[3:] == [
        f"I1 {EFFORT} > D1, S1",
        f"I2 {COACH} > D1, D2, S1",
    ]
    assert "no_goal_beside" not in noted(read)


def test_codes_beside_a_column_of_goals_say_what_the_effort_serves_too() -> (
    None
):
    head = ["Nr", "Doel", "Inspanning", "Draagt ook bij aan"]
    read = in_word(
        table(
            head,
            ["D1", GOAL, EFFORT, "D2"],
            ["", "", COACH, ""],
            ["D2", OTHER, LIBRARY, ""],
        )
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"I1 {EFFORT} > D1, D2",
        f"I2 {COACH} > D1*",
        f"I3 {LIBRARY} > D2",
    ]


def test_the_letter_of_its_kind_is_a_code_without_a_stop_too() -> None:
    read = in_word(
        heading("Doelen"),
        bullet(f"D7 {GOAL}"),
        heading("Inspanningen"),
        bullet("A4 Papier besparen."),
    )
    assert told(read) == [f"D1 {GOAL}", "I1 A4 Papier besparen."]


def test_the_codes_of_the_document_are_told_beside_those_of_dinet() -> None:
    read = in_word(
        heading("Doelen"), bullet(f"SD1: {GOAL}"), bullet(f"SD2: {OTHER}")
    )
    assert [note.values["text"] for note in read.notes] == [
        "SD1 = D1, SD2 = D2"
    ]


@pytest.mark.parametrize(
    ("yes", "no"), [("●", ""), ("ja", "nee"), ("1", "0"), ("x", "-")]
)
def test_a_matrix_may_cross_in_any_way_and_name_owners(
    yes: str, no: str
) -> None:
    head = ["Inspanningen \\ Doelen", GOAL, OTHER, "Trekker"]
    read = in_word(
        heading("Doelen"),
        bullet(GOAL),
        bullet(OTHER),
        heading("Samenhang"),
        table(head, [EFFORT, yes, no, "Ans"], [COACH, yes, yes, ""]),
    )
    assert told(read)[2:] == [f"I1 {EFFORT} > D1", f"I2 {COACH} > D1, D2"]
    assert read.elements[2].owners == ("Ans",)


def test_a_head_of_a_matrix_that_nothing_is_called_is_noted() -> None:
    head = ["Inspanning", GOAL, OTHER, "Minder afval."]
    read = in_word(
        heading("Doelen"),
        bullet(GOAL),
        bullet(OTHER),
        heading("Werk"),
        table(head, [EFFORT, "x", "", "x"], [COACH, "", "x", ""]),
    )
    assert told(read)[2:] == [f"I1 {EFFORT} > D1", f"I2 {COACH} > D2"]
    assert [
        note.values["text"]
        for note in read.notes
        if note.code == "reference_unknown"
    ] == ["Minder afval."]


def test_a_code_of_a_row_that_nothing_has_is_told_once() -> None:
    read = in_word(
        table(
            ["Doel", "SMART-doel", "Inspanning", "Draagt bij aan"],
            [GOAL, TARGET, EFFORT, "D9"],
        )
    )
    assert [note.values["text"] for note in read.notes] == ["D9"]
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        f"I1 {EFFORT} > D1, S1",
    ]
