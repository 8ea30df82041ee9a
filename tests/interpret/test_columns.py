"""Which column holds what: headings in any words, order and shape."""

import pytest

from dinet.vocabulary.roles import (
    Role,
    find_role_prefix,
    is_everyday,
    is_period,
    role_of,
    without_number,
)
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
from tests.interpret.sport import (
    COACH,
    EFFORT,
    GOAL,
    HEAD,
    LIBRARY,
    OTHER,
    READ,
    ROW,
    TARGET,
)


@pytest.mark.parametrize(
    "head",
    [
        ["Doel", "SMART-doel", "Inspanning"],
        ["Opgave / Doel", "Smart doelen", "Inspanningen"],
        ["Ambitie", "Indicator", "Activiteiten"],
        [
            "Wat willen we bereiken?",
            "Wanneer zijn we tevreden?",
            "Wat gaan we daarvoor doen?",
        ],
        ["Doelstelling", "Beoogd resultaat", "Maatregelen"],
        ["Doel(en)", "SMART", "Acties / maatregelen"],
        ["DOELEN:", "KPI's", "Concrete acties"],
        ["1. Doelen", "2. Indicatoren", "3. Uit te voeren activiteiten"],
        ["Maatschappelijk effect", "Prestatie-indicator", "Wat doen we?"],
        ["Goal", "SMART target", "Actions"],
        ["Objectives", "Key results", "Initiatives"],
        [
            "What do we want to achieve?",
            "Indicators",
            "What are we going to do?",
        ],
        ["Op gave", "Smartdoelen", "Inspannin gen"],
    ],
    ids=str,
)
def test_a_column_is_known_by_its_words(head: list[str]) -> None:
    assert told(in_word(table(head, ROW))) == READ


@pytest.mark.parametrize(
    "order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)], ids=str
)
def test_the_order_of_columns_says_nothing(order: tuple[int, ...]) -> None:
    assert (
        told(
            in_word(
                table(
                    [HEAD[each] for each in order],
                    [ROW[each] for each in order],
                )
            )
        )
        == READ
    )


def test_the_three_questions_of_a_budget_are_goal_effort_and_money() -> None:
    head = [
        "Wat willen we bereiken?",
        "Wat gaan we daarvoor doen?",
        "Wat mag het kosten?",
    ]
    read = in_word(table(head, [GOAL, EFFORT, "€ 10.000"]))
    assert told(read) == [f"D1 {GOAL}", f"I1 {EFFORT} > D1"]
    assert read.elements[1].budget == "€ 10.000"


def test_themes_owners_and_periods_have_columns_of_their_own() -> None:
    head = ["Thema", "Doelstelling", "Maatregelen", "Trekker", "Planning"]
    read = in_word(
        table(
            head,
            ["Sport", GOAL, EFFORT, "Afdeling Vastgoed", "2027"],
            ["", OTHER, LIBRARY, "", ""],
        )
    )
    assert told(read) == [
        "T1 Sport",
        f"D1 {GOAL} > T1",
        f"D2 {OTHER} > T1*",
        f"I1 {EFFORT} > D1",
        f"I2 {LIBRARY} > D2",
    ]
    assert (read.elements[3].owners, read.elements[3].period) == (
        ("Afdeling Vastgoed",),
        "2027",
    )


def test_a_strategic_goal_is_served_by_the_operational_goal_beside_it() -> (
    None
):
    head = ["Strategisch doel", "Operationele doelen", "Inspanningen"]
    rows = (
        [cell(GOAL, merge="restart"), "Meer clubs.", EFFORT],
        [UP, "Meer scholen doen mee.", COACH],
    )
    read = in_word(table(head, *rows))
    assert told(read) == [
        f"D1 {GOAL}",
        "D2 Meer clubs. > D1",
        "D3 Meer scholen doen mee. > D1",
        f"I1 {EFFORT} > D2",
        f"I2 {COACH} > D3",
    ]
    assert [each.level for each in read.elements[:3]] == [
        "strategic",
        "operational",
        "operational",
    ]


def test_the_rungs_of_the_handbook_serve_each_other() -> None:
    head = ["Doel", "Baten", "Vermogens", "Inspanningen"]
    read = in_word(
        table(
            head,
            [
                "Klanten zijn tevreden.",
                "Kortere wachttijd.",
                "Digitaal adviseren.",
                "Training geven.",
            ],
        )
    )
    assert sorted(told(read)) == [
        "B1 Kortere wachttijd. > D1",
        "D1 Klanten zijn tevreden.",
        "I1 Training geven. > V1",
        "V1 Digitaal adviseren. > B1",
    ]


def test_baseline_value_and_source_columns_describe_the_target() -> None:
    head = [
        "Doel",
        "Indicator",
        "Nulmeting 2024",
        "Doel 2030",
        "Bron",
        "Maatregelen",
    ]
    read = in_word(
        table(
            head,
            [GOAL, "Aandeel kinderen dat sport", "48%", "60%", "CBS", EFFORT],
        )
    )
    assert told(read) == [
        f"D1 {GOAL}",
        "S1 Aandeel kinderen dat sport > D1",
        f"I1 {EFFORT} > D1, S1",
    ]
    target = read.elements[1]
    assert (target.target.baseline, target.target.value, target.sources) == (
        "48%",
        "60%",
        ("CBS",),
    )


def test_the_header_may_stand_under_a_title_row() -> None:
    for title in (
        ["Programma Jong", "", ""],
        [cell("Programma Jong", span=3)],
    ):
        read = in_word(table(title, HEAD, ROW))
        assert told(read) == READ
        assert read.title == "Jong"


def test_a_theme_above_the_header_is_the_theme_of_the_table() -> None:
    assert told(in_word(table([cell("Thema 1: Sport", span=3)], HEAD, ROW)))[
        :2
    ] == [
        "T1 Sport",
        f"D1 {GOAL} > T1",
    ]
    assert told(in_text("Focuspunt: Sport\t\t", HEAD, ROW))[:2] == [
        "T1 Sport",
        f"D1 {GOAL} > T1",
    ]


def test_a_heading_merged_over_two_columns_is_the_heading_of_both() -> None:
    read = in_word(
        table(
            ["Doel", "SMART-doel", cell("Inspanning", span=2)],
            [GOAL, TARGET, "1", EFFORT],
        )
    )
    assert told(read) == READ


def test_a_repeated_header_is_no_row_whatever_its_words() -> None:
    read = in_word(
        table(
            HEAD,
            ROW,
            HEAD,
            ["Doelen", "SMART-doelen", "Inspanningen"],
            [OTHER, "", LIBRARY],
        )
    )
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        *READ[1:],
        f"I2 {LIBRARY} > D2",
    ]


def test_rows_of_dashes_and_empty_rows_are_no_rows() -> None:
    assert (
        told(in_word(table(HEAD, ["---", "--", "-"], ROW, ["", "", ""])))
        == READ
    )


def test_what_stands_in_an_unknown_column_is_kept_with_its_heading() -> None:
    read = in_word(table([*HEAD, "Kleur"], [*ROW, "blauw"]))
    assert told(read) == READ
    (kept,) = read.elements[-1].extra
    assert (kept.heading, kept.text) == ("Kleur", "blauw")
    assert kept.place == read.notes[0].place.model_copy(
        update={"heading": "Kleur"}
    )
    assert noted(read) == ["own_column"]


def test_a_cell_under_no_heading_is_noted() -> None:
    read = in_word(table([*HEAD, ""], [*ROW, "blauw"]))
    assert told(read) == READ
    assert noted(read) == ["cell_not_understood"]
    assert read.notes[0].values == {"text": "blauw"}


def test_a_sum_under_an_unknown_column_belongs_to_no_element() -> None:
    read = in_word(
        table([*HEAD, "Kenteken"], [*ROW, "12"], ["", "", "", "som 12"])
    )
    assert told(read) == READ
    assert [own.text for own in read.elements[-1].extra] == ["12"]
    assert "som 12" in [note.values.get("text") for note in read.notes]


def test_a_narrow_row_gets_blank_cells() -> None:
    assert told(in_text(HEAD, [GOAL, TARGET], ["", "", EFFORT])) == [
        *READ[:2],
        f"I1 {EFFORT} > D1*",
    ]


def test_numbers_of_the_document_are_labels_that_other_cells_may_name() -> (
    None
):
    goals = table(["Nr.", "Doelen"], ["1", GOAL], ["2", OTHER])
    efforts = table(
        ["Nr.", "Inspanningen", "Draagt bij aan doel"],
        ["A", EFFORT, "1"],
        ["B", COACH, "1 en 2"],
    )
    assert told(in_word(goals, efforts)) == [
        f"1 {GOAL}",
        f"2 {OTHER}",
        f"I1 {EFFORT} > 1",
        f"I2 {COACH} > 1, 2",
    ]


def test_a_label_that_names_nothing_is_noted_and_makes_nothing() -> None:
    read = in_word(
        table(["Doel"], [GOAL]),
        heading("Werk"),
        table(["Inspanningen", "Voor doel"], [EFFORT, "7"]),
    )
    assert told(read) == [f"D1 {GOAL}", f"I1 {EFFORT}"]
    assert noted(read) == ["reference_unknown", "no_goal_beside"]


def test_labels_before_a_text_are_no_part_of_it() -> None:
    rows = ["D1: " + GOAL, "1.1 " + TARGET, "Inspanning 1.1.1 – " + EFFORT]
    assert told(in_word(table(HEAD, rows))) == [
        f"D1 {GOAL}",
        f"1.1 {TARGET} > D1",
        f"1.1.1 {EFFORT} > D1, 1.1",
    ]


@pytest.mark.parametrize(
    ("head", "ids"),
    [
        (["Inspanning", "Doel 1", "Doel 2"], ["1", "2"]),
        (["Inspanning", GOAL, OTHER], ["D1", "D2"]),
        (["", "1", "2"], ["1", "2"]),
    ],
    ids=["labels", "texts", "numbers"],
)
def test_a_matrix_links_what_its_crosses_link(
    head: list[str], ids: list[str]
) -> None:
    first, second = ids
    goals = table(
        ["Nr.", *HEAD], ["1", GOAL, "", EFFORT], ["2", OTHER, "", COACH]
    )
    crosses = table(head, [EFFORT, "x", "X"], [COACH, "", "✓"])
    read = in_word(goals, crosses)
    assert told(read) == [
        f"{first} {GOAL}",
        f"{second} {OTHER}",
        f"I1 {EFFORT} > {first}, {second}",
        f"I2 {COACH} > {second}",
    ]
    assert [link.basis for link in read.links] == [
        "stated",
        "stated",
        "stated",
    ]


def test_crosses_under_unknown_heads_link_nothing() -> None:
    read = in_word(
        table(HEAD, ROW),
        heading("Overleg"),
        table(
            ["Naam", "maandag", "dinsdag"],
            ["Team A", "x", ""],
            ["Team B", "", "x"],
        ),
    )
    assert told(read) == READ
    assert noted(read) == ["table_not_understood"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Focuspunt", Role("theme")),
        ("Strategische doelstellingen", Role("goal", "strategic")),
        ("Doelen en inspanningen", None),
        ("Doel / indicator", Role("target")),
        ("Doelgroep", None),
        ("Meisjes", None),
        ("2026 K1", Role("period")),
        ("mei 2027", Role("period")),
        ("Doel 2030", Role("value")),
        ("Doelen 2030", Role("goal")),
        ("Kinderen krijgen een goede start", None),
        ("", None),
        ("x" * 500, None),
    ],
)
def test_a_heading_says_what_its_column_is_about(
    heading: str, role: Role | None
) -> None:
    assert role_of(heading) == role


def test_a_line_with_a_prefix_names_one_element() -> None:
    assert find_role_prefix("Focuspunt: samen sterk") == (
        Role("theme"),
        "samen sterk",
    )
    assert find_role_prefix("2.1 Thema 3 – Wonen") == (Role("theme"), "Wonen")
    assert find_role_prefix("Thema 3 Wonen") == (Role("theme"), "Wonen")
    assert find_role_prefix("Thema wonen is belangrijk") is None
    assert find_role_prefix("Let op: dit is anders") is None


def test_a_chapter_number_is_no_part_of_a_heading() -> None:
    assert [
        without_number(text)
        for text in (
            "2. Sport",
            "2.1 Sport",
            "B. Sport",
            "60 plussers",
            "2028",
        )
    ] == [
        "Sport",
        "Sport",
        "Sport",
        "60 plussers",
        "2028",
    ]


def test_everyday_words_are_those_of_any_plan() -> None:
    assert all(map(is_everyday, ["Acties", "2. Aanpak", "Onze projecten"]))
    assert not any(
        map(is_everyday, ["Inspanningen", "SMART-doelen", "Doel 3"])
    )


def test_periods_are_years_quarters_and_months() -> None:
    assert all(
        map(
            is_period,
            [
                "2026",
                "2026-2028",
                "2026/27",
                "Q3",
                "kwartaal 2",
                "2e halfjaar",
                "2026 K1",
                "januari",
                "okt. 2026",
            ],
        )
    )
    assert not any(
        map(is_period, ["", "Decentraal", "Marcel", "2026 doelen", "12"])
    )


CARD = (
    [
        ["Doel", GOAL],
        ["SMART-doel", TARGET],
        ["Inspanningen", EFFORT],
        ["", COACH],
        ["Trekker", "Ans de Vries"],
    ],
)
AFTER = [
    ["Doel", OTHER],
    ["SMART-doel", ""],
    ["Inspanningen", LIBRARY],
    ["Trekker", "Bo Smit"],
]
CARDS = [
    READ[0],
    f"D2 {OTHER}",
    READ[1],
    READ[2],
    f"I2 {COACH} > D1, S1",
    f"I3 {LIBRARY} > D2",
]


def test_a_card_for_each_goal_is_a_table_on_its_side() -> None:
    for read in (
        in_word(table(*CARD[0]), "Tekst.", table(*AFTER)),
        in_word(table(*CARD[0]), table(*AFTER)),
        in_text(*CARD[0], *AFTER),
    ):
        assert told(read) == CARDS
        assert [each.owners for each in read.elements[3:]] == [
            ("Ans de Vries",),
            ("Ans de Vries",),
            ("Bo Smit",),
        ]


def test_a_card_may_have_its_goal_in_a_band() -> None:
    first = table([cell(f"Doel 1: {GOAL}", span=2)], *CARD[0][1:])
    second = table([cell(f"Doel 2: {OTHER}", span=2)], *AFTER[1:])
    assert told(in_word(first, second)) == CARDS


def test_a_goal_in_each_column_is_a_table_on_its_side() -> None:
    read = in_word(
        table(
            ["Doel", GOAL, OTHER],
            ["SMART-doel", TARGET, ""],
            ["Inspanningen", EFFORT, LIBRARY],
        )
    )
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        *READ[1:],
        f"I2 {LIBRARY} > D2",
    ]


def test_a_goal_merged_over_columns_on_its_side_is_one_goal() -> None:
    read = in_word(
        table(
            ["Doel", cell(GOAL, span=2)],
            ["SMART-doel", TARGET, "In 2029 sport 70%."],
            ["Inspanningen", EFFORT, COACH],
        )
    )
    assert told(read) == [
        READ[0],
        READ[1],
        "S2 In 2029 sport 70%. > D1",
        READ[2],
        f"I2 {COACH} > D1, S2",
    ]


def test_a_card_about_something_else_is_no_network() -> None:
    read = in_word(
        table(HEAD, ROW),
        heading("Bijlage"),
        table(["Project", "Website"], ["Doel", "Bereik"], ["Budget", "5"]),
    )
    assert told(read) == READ
    assert noted(read) == ["table_apart"]


def test_two_columns_of_efforts_serve_the_same_goal() -> None:
    head = ["Doel", "Lopende inspanningen", "Nieuwe inspanningen"]
    assert told(in_word(table(head, [GOAL, EFFORT, COACH]))) == [
        READ[0],
        f"I1 {EFFORT} > D1",
        f"I2 {COACH} > D1",
    ]


def test_as_many_values_and_sources_as_targets_go_one_to_each() -> None:
    head = ["Doel", "Indicatoren", "Streefwaarde", "Bron"]
    read = in_word(
        table(
            head,
            [GOAL, "Aantal leden\nAantal uren", "60\n3", "CBS\nGGD"],
            [OTHER, "Aantal boeken", "9", "CBS\nGGD"],
        )
    )
    targets = [
        (each.target.value, each.sources)
        for each in read.elements
        if each.kind == "target"
    ]
    assert targets == [
        ("60", ("CBS",)),
        ("3", ("GGD",)),
        ("9", ("CBS", "GGD")),
    ]


@pytest.mark.parametrize(
    "head",
    [
        [
            "Welke doelen willen wij bereiken?",
            "Aan welke indicatoren meten wij dat?",
            "Welke inspanningen leveren wij daarvoor?",
        ],
        ["A. Doel:", "B. SMART-doel:", "C. Inspanning:"],
        [
            "Doel\n(wat willen we bereiken)",
            "SMART-doel\n(in 2028)",
            "Inspanning\n(wat doen we?)",
        ],
    ],
    ids=["questions", "letters", "explained"],
)
def test_a_heading_may_be_a_question_or_explain_itself(
    head: list[str],
) -> None:
    assert told(in_word(table(head, ROW))) == READ


def test_values_that_say_what_is_counted_are_the_targets() -> None:
    read = in_text(
        ["Ambitie", "Norm 2027", "Norm 2028", "Actie"],
        [
            "Schoon water",
            "30 lozingen per jaar",
            "10 lozingen per jaar",
            "Riool keuren",
        ],
        ["Koele straten", "3 bomen extra", "9 bomen extra", "Bomen planten"],
    )
    assert told(read) == [
        "D1 Schoon water",
        "D2 Koele straten",
        "S1 10 lozingen per jaar > D1",
        "S2 9 bomen extra > D2",
        "I1 Riool keuren > D1, S1",
        "I2 Bomen planten > D2, S2",
    ]
    kept = [extra.text for each in read.elements for extra in each.extra]
    assert kept == ["30 lozingen per jaar", "3 bomen extra"]


def test_values_that_are_numbers_only_are_no_targets() -> None:
    read = in_text(
        ["Ambitie", "Norm 2028", "Actie"],
        ["Schoon water", "10", "Riool keuren"],
        ["Koele straten", "9 bomen extra", "Bomen planten"],
    )
    assert {each.kind for each in read.elements} == {"goal", "effort"}


def test_a_date_under_the_heading_of_targets_is_the_year_of_these() -> None:
    read = in_word(
        table(
            ["Ambitie", cell("Maatstaf van succes", span=2), "Actie", "Wie"],
            ["", "Indicator", "Wanneer", "", ""],
            ["Schoon water", "10 lozingen", "2029", "Keuren", "Riolering"],
        )
    )
    by_kind = {each.kind: each for each in read.elements}
    target = by_kind["target"].target
    assert target is not None
    assert target.year == "2029"
    assert by_kind["effort"].period is None


PLACES = ["Ambitie", "Actie", "Ook van belang bij"]


def test_a_column_of_goals_in_words_refers_whatever_its_heading() -> None:
    read = in_word(
        table(
            PLACES,
            ["Schoon water", "Riool keuren", ""],
            ["Koele straten", "Bomen planten", "Schoon water"],
            ["Minder lawaai", "Stil asfalt", "Koele straten; Schoon water"],
        )
    )
    assert told(read)[3:] == [
        "I1 Riool keuren > D1",
        "I2 Bomen planten > D1, D2",
        "I3 Stil asfalt > D1, D2, D3",
    ]


@pytest.mark.parametrize(
    "named",
    ["Team Water", "Water", "Schoon water en meer", "Schoon water; Oost"],
)
def test_a_column_with_anything_but_goals_links_nothing(named: str) -> None:
    read = in_word(
        table(
            PLACES,
            ["Schoon water", "Riool keuren", named],
            ["Water", "Bomen planten", ""],
            ["Oost", "Stil asfalt", ""],
        )
    )
    assert told(read)[3:] == [
        "I1 Riool keuren > D1",
        "I2 Bomen planten > D2",
        "I3 Stil asfalt > D3",
    ]
