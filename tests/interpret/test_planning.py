"""Plannings, legends and owners."""

import pytest

from dinet.interpret.texts.owner_names import OwnerNames
from tests.documents import cell, heading, in_text, in_word, noted, table, told
from tests.interpret.sport import COACH, EFFORT, GOAL, HEAD, LIBRARY, TARGET

RED, GREEN = "FF0000", "00FF00"
NETWORK = table(HEAD, [GOAL, TARGET, f"{EFFORT}\n{COACH}"])
READ = [
    f"D1 {GOAL}",
    f"S1 {TARGET} > D1",
    f"I1 {EFFORT} > D1, S1",
    f"I2 {COACH} > D1, S1",
]
LEGENDS = {
    "in the cells": table(
        [cell("voorbereiding", fill=RED), cell("uitvoering", fill=GREEN)]
    ),
    "to the right": table(
        [cell(fill=RED), "voorbereiding"], [cell(fill=GREEN), "uitvoering"]
    ),
    "to the left": table(
        ["voorbereiding", cell(fill=RED)], ["uitvoering", cell(fill=GREEN)]
    ),
}


def planned(
    *rows: list[object],
    head: list[object] | None = None,
    legend: str | None = None,
) -> list[tuple[object, ...]]:
    """The owners, vacancy, steps and period of each effort after a planning of these rows."""
    parts = [
        NETWORK,
        heading("Planning"),
        table(head or ["Inspanning", "Trekker", "2026 K1", "2026 K2"], *rows),
    ]
    read = in_word(*parts, *([LEGENDS[legend]] if legend else []))
    assert told(read)[: len(READ)] == READ
    return [
        (
            each.owners,
            each.vacant,
            [(step.period, step.phase) for step in each.planning],
            each.period,
        )
        for each in read.elements
        if each.kind == "effort"
    ]


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_colour_is_the_phase_that_the_legend_gives_it(legend: str) -> None:
    found = planned(
        [EFFORT, "Ans de Vries", cell(fill=RED), cell(fill=GREEN)],
        [COACH, "Vacant", "", cell(fill=GREEN)],
        legend=legend,
    )
    assert found == [
        (
            ("Ans de Vries",),
            None,
            [("2026 K1", "voorbereiding"), ("2026 K2", "uitvoering")],
            None,
        ),
        ((), "Vacant", [("2026 K2", "uitvoering")], None),
    ]


def test_a_colour_without_legend_is_noted_and_never_guessed() -> None:
    read = in_word(
        NETWORK,
        heading("Planning"),
        table(
            ["Inspanning", "Trekker", "2026"], [EFFORT, "Ans", cell(fill=RED)]
        ),
    )
    assert [each.planning for each in read.elements] == [()] * 4
    assert noted(read) == ["colour_unexplained", "merged"]


def test_lost_colours_are_noted() -> None:
    read = in_text(
        HEAD,
        [GOAL, TARGET, EFFORT],
        "",
        "Planning",
        [EFFORT, "Ans", "", ""],
        "",
        "Legenda",
        ["voorbereiding", "uitvoering", "klaar"],
    )
    assert read.elements[-1].owners == ("Ans",)
    assert noted(read) == [
        "planning_without_headings",
        "colours_lost",
        "merged",
    ]


def test_words_and_crosses_say_in_which_period() -> None:
    assert planned([EFFORT, "Ans", "start", "x"]) == [
        (("Ans",), None, [("2026 K1", "start")], "2026 K2"),
        ((), None, [], None),
    ]


def test_a_second_row_of_headings_divides_the_years() -> None:
    head = [
        "Inspanning",
        "Trekker",
        cell("2026", span=2),
        cell("2027", span=2),
    ]
    found = planned(
        ["", "", "K1", "K2", "K1", "K2"],
        [EFFORT, "Ans", "", "x", "x", ""],
        head=head,
    )
    assert found[0] == (("Ans",), None, [], "2026 K2; 2027 K1")


def test_a_planning_repeats_efforts_and_may_add_new_ones() -> None:
    read = in_word(
        NETWORK,
        heading("Planning"),
        table(
            ["Activiteit", "Wie", "Wanneer"],
            [EFFORT.rstrip("."), "Ans", "2027"],
            [LIBRARY, "Bo", "2028"],
        ),
    )
    assert told(read) == [*READ, f"I3 {LIBRARY}"]
    assert [(each.owners, each.period) for each in read.elements[2:]] == [
        (("Ans",), "2027"),
        ((), None),
        (("Bo",), "2028"),
    ]


def test_a_table_without_headings_is_a_planning_when_it_repeats_known_efforts() -> (
    None
):
    read = in_word(
        NETWORK,
        heading("Planning"),
        table(
            [EFFORT, "Ans de Vries", "", ""],
            [COACH, "n.t.b.", "", ""],
            ["Iets nieuws", "Zorg & Welzijn", "", ""],
        ),
    )
    assert told(read) == [*READ, "I3 Iets nieuws"]
    assert [(each.owners, each.vacant) for each in read.elements[2:]] == [
        (("Ans de Vries",), None),
        ((), "n.t.b."),
        (("Zorg & Welzijn",), None),
    ]
    assert "planning_without_headings" in noted(read)


def test_a_table_without_headings_that_repeats_nothing_is_left() -> None:
    read = in_word(
        NETWORK,
        heading("Overleg"),
        table(["Maandag", "Ans", ""], ["Dinsdag", "Bo", ""]),
    )
    assert told(read) == READ
    assert noted(read) == ["table_not_understood"]


def test_periods_may_be_columns_of_the_network_itself() -> None:
    read = in_word(
        table(
            [*HEAD, "2026", "2027"],
            [GOAL, TARGET, EFFORT, "x", cell(fill=GREEN)],
        ),
        LEGENDS["in the cells"],
    )
    effort = read.elements[2]
    assert (
        effort.period,
        [(step.period, step.phase) for step in effort.planning],
    ) == (
        "2026",
        [("2027", "uitvoering")],
    )


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ans de Vries", ("Ans de Vries",)),
        ("Ans de Vries & Bo Smit", ("Ans de Vries", "Bo Smit")),
        (
            "Ans de Vries en Bo van der Smit, Cas Bos",
            ("Ans de Vries", "Bo van der Smit", "Cas Bos"),
        ),
        ("A. de Vries + B. 't Hart", ("A. de Vries", "B. 't Hart")),
        ("Ans de Vries (Bo Smit)", ("Ans de Vries", "Bo Smit")),
        ("Jeugd (afdeling)", ("Jeugd (afdeling)",)),
        ("Afdeling Jeugd en Onderwijs", ("Afdeling Jeugd en Onderwijs",)),
        (
            "Zorg & Welzijn / GGD; Politie",
            ("Zorg & Welzijn", "GGD", "Politie"),
        ),
        ("Sport en Bewegen", ("Sport en Bewegen",)),
        ("Ans de Vries en Ans de Vries", ("Ans de Vries",)),
        ("", ()),
    ],
)
def test_an_owner_cell_is_split_into_names(
    words: str, names: tuple[str, ...]
) -> None:
    assert OwnerNames([words]).split_owners(words) == (names, None)


@pytest.mark.parametrize(
    "words",
    ["Vacant", "(vacant)", "vacature", "n.t.b.", "nader te bepalen", "?"],
)
def test_a_vacancy_is_nobody(words: str) -> None:
    assert OwnerNames([words]).split_owners(words) == ((), words)


def test_half_a_vacancy_is_one_name() -> None:
    assert OwnerNames(["Ans de Vries (n.t.b.)"]).split_owners(
        "Ans de Vries (n.t.b.)"
    ) == (
        ("Ans de Vries",),
        "n.t.b.",
    )


def test_a_first_name_is_the_one_full_name_that_begins_so() -> None:
    assert OwnerNames(["Ans de Vries", "Bo Smit & Ans"]).split_owners(
        "Bo Smit & Ans"
    ) == (
        ("Bo Smit", "Ans de Vries"),
        None,
    )
    assert OwnerNames(["Ans de Vries", "Ans Bos", "Ans"]).split_owners(
        "Ans"
    ) == (
        ("Ans",),
        None,
    )
    read = in_word(
        table(
            [*HEAD, "Trekker"],
            [GOAL, TARGET, EFFORT, "Ans de Vries"],
            ["", "", COACH, "Ans"],
        )
    )
    assert read.elements[-1].owners == ("Ans de Vries",)
    assert "owner_completed" in noted(read)


@pytest.mark.parametrize("head", ["Status", "Fase"])
def test_a_colour_is_the_status_that_the_legend_gives_it(head: str) -> None:
    rows = (
        [GOAL, EFFORT, cell(fill=RED)],
        ["", COACH, cell(fill=GREEN)],
        ["", LIBRARY, cell("gestopt", fill=RED)],
    )
    read = in_word(
        table(["Doel", "Inspanning", head], *rows),
        heading("Legenda"),
        LEGENDS["in the cells"],
    )
    assert [each.status or each.phase for each in read.elements[1:]] == [
        "voorbereiding",
        "uitvoering",
        "gestopt",
    ]


def test_a_status_in_a_colour_without_legend_is_noted_and_a_coloured_row_is_not() -> (
    None
):
    rows = (
        [GOAL, EFFORT, cell(fill=RED)],
        [cell("", fill=GREEN), cell(COACH, fill=GREEN), cell(fill=GREEN)],
    )
    read = in_word(table(["Doel", "Inspanning", "Status"], *rows))
    assert [each.status for each in read.elements] == [None] * 3
    assert noted(read).count("colour_unexplained") == 1


def test_a_planning_may_tell_the_status_by_colours_too() -> None:
    found = in_word(
        NETWORK,
        heading("Planning"),
        table(["Inspanning", "Status", "2026"], [EFFORT, cell(fill=RED), "x"]),
        LEGENDS["in the cells"],
    )
    assert (found.elements[2].status, found.elements[2].period) == (
        "voorbereiding",
        "2026",
    )


def test_phases_of_a_legend_are_told_when_the_colours_are_lost() -> None:
    read = in_text(
        HEAD,
        [GOAL, TARGET, EFFORT],
        "",
        "Planning",
        [EFFORT, "Ans", ""],
        "",
        "Legenda",
        ["voorbereiding", "uitvoering"],
    )
    assert [
        note.values["text"]
        for note in read.notes
        if note.code == "colours_lost"
    ] == ["voorbereiding uitvoering"]
