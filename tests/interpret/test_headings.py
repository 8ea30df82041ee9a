"""Headings in two rows, with years, with slips of the pen, and what they mean beside each other."""

import pytest

from dinet.interpret.columns.column_headings import ColumnHeading
from dinet.interpret.columns.header import resolve_roles
from dinet.vocabulary.roles import Role, of_rung, role_of
from dinet.vocabulary.time_headings import without_year
from tests.documents import (
    UP,
    cell,
    heading,
    in_text,
    in_word,
    noted,
    table,
    told,
)
from tests.interpret.sport import COACH, EFFORT, GOAL, HEAD, READ, ROW, TARGET

YEARS = {
    "value": "60%",
    "year": "2028",
    "baseline": "48%",
    "baseline_year": "2024",
}


@pytest.mark.parametrize(
    "rows",
    [
        (["Doel", "Indicator", "Nulmeting", cell("Streefwaarden", span=2)],
         ["", "", "2024", "2026", "2028"]),
        ([cell("Doel", merge="restart"), cell("Indicator", merge="restart"),
          "Nulmeting", cell("Streefwaarden", span=2)],
         [UP, UP, "2024", "2026", "2028"]),
        (["Doel", "Indicator", "Nulmeting", "Streefwaarden", ""], ["", "", "2024", "2026", "2028"]),
        (["Doel", "Indicator", "Nulmeting (2024)", "Streefwaarden 2026", "Streefwaarde in 2028"],),
        (["Doel", "Indicator", "Nulmeting2024", "Streefwaarden2026", "Streefwaarde eind 2028"],),
        (["Doel", "Indicator", "Nulmeting 2024", "2026", "2028"],),
    ],
    ids=["one row merged", "both merged", "blank", "years", "glued", "bare years"],
)  # fmt: skip
def test_values_of_several_years_are_the_last_one_and_measurements(
    rows: tuple[list[object], ...],
) -> None:
    (goal, target) = in_word(
        table(*rows, [GOAL, "Kinderen die sporten", "48%", "55%", "60%"])
    ).elements
    assert (goal.text, target.text) == (GOAL, "Kinderen die sporten")
    assert target.target.model_dump(exclude_none=True) == YEARS
    assert [
        (value.year, value.text, value.number) for value in target.measurements
    ] == [("2024", "48%", 48), ("2026", "55%", 55), ("2028", "60%", 60)]


@pytest.mark.parametrize(
    "over",
    [cell("Wat willen we bereiken?", span=2), "Wat willen we bereiken?"],
    ids=["merged", "blank"],
)
def test_a_question_over_several_headings_leaves_them_their_own_meaning(
    over: object,
) -> None:
    first = [
        over,
        *([""] if isinstance(over, str) else []),
        "Wat gaan we daarvoor doen?",
        "",
        "",
    ]
    second = ["Doel", "SMART-doel", "Activiteit", "Trekker", "Planning"]
    read = in_word(
        table(first, second, [GOAL, TARGET, EFFORT, "Team Sport", "2027"])
    )
    assert told(read) == READ
    assert (read.elements[2].owners, read.elements[2].period) == (
        ("Team Sport",),
        "2027",
    )


def test_a_row_that_only_looks_like_headings_stays_a_row() -> None:
    assert (
        told(
            in_text(
                ["Doel", "SMART-doel", "Inspanning"],
                ["Visie", "Bron", "Partners"],
            )
        )[0]
        == "D1 Visie"
    )


def test_an_indicator_beside_a_target_says_how_it_is_measured() -> None:
    read = in_word(
        table(
            ["Doel", "SMART-doel", "Indicator", "Inspanning"],
            [GOAL, TARGET, "Leden van clubs", EFFORT],
        )
    )
    assert told(read) == READ
    assert read.elements[1].target.indicator == "Leden van clubs"


def test_a_target_beside_an_indicator_with_a_baseline_is_its_value() -> None:
    read = in_word(
        table(
            ["Goal", "Indicator", "Baseline", "Target"],
            ["More sport.", "Members of clubs", "40%", "60%"],
        )
    )
    assert told(read) == ["D1 More sport.", "S1 Members of clubs > D1"]
    assert (
        read.elements[1].target.baseline,
        read.elements[1].target.value,
    ) == (
        "40%",
        "60%",
    )


def test_one_column_of_baseline_and_value_holds_both() -> None:
    read = in_word(
        table(
            ["Doel", "Indicator", "Nulmeting / streefwaarde"],
            [GOAL, "Leden", "40% / 60%"],
            ["", "Uren", "onbekend"],
        )
    )
    found = [
        each.target.model_dump(exclude_none=True) for each in read.elements[1:]
    ]
    assert found == [
        {"baseline": "40%", "value": "60%"},
        {"baseline": "onbekend"},
    ]


def test_the_same_indicator_with_other_numbers_is_another_target() -> None:
    head = ["Doel", "Indicator", "Streefwaarde 2028"]
    read = in_word(
        table(
            head,
            [GOAL, "Tevreden ouders", "60%"],
            ["Beter les.", "Tevreden ouders", "80%"],
        )
    )
    assert told(read)[2:] == [
        "S1 Tevreden ouders > D1",
        "S2 Tevreden ouders > D2",
    ]


def test_a_column_may_name_the_rung_that_it_is_about() -> None:
    head = [
        "Doel",
        "Omschrijving doel",
        "Doeleigenaar",
        "Inspanning",
        "Trekker inspanning",
        "Status doel",
        "Budget per inspanning",
    ]
    goal, effort = in_word(
        table(
            head,
            [
                GOAL,
                "Elke dag.",
                "Directie",
                EFFORT,
                "Team Sport",
                "op koers",
                "€ 10",
            ],
        )
    ).elements
    assert (goal.owners, goal.status, goal.remark) == (
        ("Directie",),
        "op koers",
        "Omschrijving doel: Elke dag.",
    )
    assert (effort.owners, effort.status, effort.budget) == (
        ("Team Sport",),
        None,
        "€ 10",
    )


def test_a_baseline_without_a_target_is_a_remark_on_what_is_there() -> None:
    (benefit,) = in_word(
        table(
            ["Baat", "Nulmeting 2024", "Streefwaarde 2027"],
            ["Kortere wachttijd", "20", "10"],
        )
    ).elements
    assert benefit.remark == "Nulmeting 2024: 20; Streefwaarde 2027: 10"


def test_sums_of_several_years_keep_their_year() -> None:
    for head in (
        ["Doel", "Inspanning", "Budget 2026", "Budget 2027"],
        ["Doel", "Inspanning", "2026", "2027"],
    ):
        assert (
            in_word(table(head, [GOAL, EFFORT, "€ 10", "€ 20"]))
            .elements[1]
            .budget
            == "2026: € 10; 2027: € 20"
        )


def test_a_vision_may_be_a_column() -> None:
    read = in_word(
        table(
            ["Visie", "Doel", "Inspanning"],
            ["Iedereen doet mee.", GOAL, EFFORT],
            ["Iedereen doet mee.", "", COACH],
        )
    )
    assert read.vision == "Iedereen doet mee."


def test_unknown_columns_beside_unmistakable_ones_are_kept() -> None:
    read = in_word(
        table(
            ["Doel", "Kleur", "Inspanning", "Vorm", "Maat"],
            [GOAL, "rood", EFFORT, "rond", "XL"],
        )
    )
    assert told(read) == [f"D1 {GOAL}", f"I1 {EFFORT} > D1"]
    assert noted(read) == ["own_column"] * 3
    assert [(own.heading, own.text) for own in read.elements[1].extra] == [
        ("Kleur", "rood"),
        ("Vorm", "rond"),
        ("Maat", "XL"),
    ]


def test_an_undesired_effect_works_against_the_goal() -> None:
    read = in_word(
        table(
            ["Doel", "Baten", "Ongewenste effecten", "Inspanning"],
            [GOAL, "Fitter.", "Meer verkeer.", EFFORT],
        )
    )
    assert [
        (link.start, link.kind, link.end)
        for link in read.links
        if link.start == "B2"
    ] == [("B2", "conflicts_with", "D1")]
    assert noted(read) == ["undesired_effect"]


def test_goals_under_the_heading_of_a_goal_serve_it() -> None:
    read = in_text(
        "Opgave 1: Iedereen doet mee",
        ["Wat willen we bereiken?", "Inspanning"],
        [GOAL, EFFORT],
    )
    assert told(read) == [
        "D1 Iedereen doet mee",
        f"D2 {GOAL} > D1",
        f"I1 {EFFORT} > D2",
    ]


def test_the_last_of_a_numbered_list_is_no_heading_of_the_table_under_it() -> (
    None
):
    read = in_word(
        "Doelen",
        "1. Meer sport",
        "2. Meer lezen",
        table(["Inspanning", "Voor doel"], [EFFORT, "2"]),
    )
    assert told(read) == [
        "1 Meer sport",
        "2 Meer lezen",
        f"I1 {EFFORT} > 2",
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Inspaningen", "effort"),
        ("Doelstelingen", "goal"),
        ("SMART-doellen", "target"),
        ("StrategicGoals", "goal"),
        ("Hoe gaan we dat meten?", "target"),
        ("Wat gaan we daar in 2026 voor doen?", "effort"),
        ("Hoe willen we dit in de wijk bereiken?", "effort"),
        ("Wie gaat dat doen?", "owner"),
        ("Met wie doen we dat?", "partner"),
        ("Wat kost het in 2026?", "budget"),
        ("Prestaties / activiteiten", "effort"),
        ("Tactische doelen", "goal"),
        ("Benodigde acties", "effort"),
    ],
)
def test_spelling_questions_and_decoration_do_not_matter(
    heading: str, name: str
) -> None:
    assert (role_of(heading) or Role("")).name == name


def test_words_that_are_two_slips_away_mean_nothing() -> None:
    assert [
        role_of(text) for text in ("Inspange", "Doelgroepen", "Inspraakavond")
    ] == [
        None,
        None,
        None,
    ]


def test_the_year_of_a_heading_is_told_apart() -> None:
    assert without_year("Streefwaarde 2026-2028") == ("Streefwaarde", "2026")
    assert without_year("Van 2024 naar 2028") == ("Van 2024 naar 2028", None)
    assert of_rung("Bateneigenaar") == "benefit"
    assert of_rung("Eigenaar") is None


def test_a_name_is_the_element_when_no_other_column_holds_it() -> None:
    headings = [
        ColumnHeading(text, role_of(text))
        for text in (
            "Doel",
            "Naam inspanning",
            "Omschrijving inspanning",
            "Omschrijving doel",
        )
    ]
    assert [
        each.role.name if each.role else "" for each in resolve_roles(headings)
    ] == ["goal", "effort", "remark", "remark"]


def test_a_row_of_questions_above_the_headings_stands_above_them() -> None:
    over = ["Wat willen we bereiken?", "Wat gaan we doen?", "", ""]
    rows = (
        ["Gemeente Vliermeer", "", "", ""],
        over,
        ["Doel", "SMART-doel", "Inspanning", "Wie"],
        [GOAL, TARGET, EFFORT, "Team Sport"],
    )
    read = in_word(table(*rows))
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        f"I1 {EFFORT} > D1, S1",
    ]
    assert read.elements[2].owners == ("Team Sport",)


def test_a_glossary_of_the_words_of_a_network_is_none() -> None:
    terms = table(
        ["Begrip", "Betekenis"],
        ["Doel", "Gewenste situatie"],
        ["Inspanning", "Wat we doen"],
    )
    read = in_word(table(HEAD, ROW), heading("Begrippen"), terms)
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        f"I1 {EFFORT} > D1, S1",
    ]
    assert noted(read) == ["table_not_understood"]
