"""Documents without a table of goals.

Headings, lists under them, themes, the title and the vision.
"""

import pytest

from tests.documents import (
    bullet,
    heading,
    in_text,
    in_word,
    left,
    noted,
    para,
    run,
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


def test_lists_under_headings_are_what_the_headings_say() -> None:
    read = in_word(
        heading("Doelen"),
        bullet(GOAL),
        bullet(OTHER),
        heading("Inspanningen"),
        bullet(EFFORT),
        bullet(COACH),
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"I1 {EFFORT}",
        f"I2 {COACH}",
    ]


def test_typed_lists_under_plain_lines_are_the_same() -> None:
    read = in_text(
        "Doelen:",
        f"- {GOAL}",
        f"- {OTHER}",
        "",
        "Inspanningen",
        f"• {EFFORT}",
        f"1. {COACH}",
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"I1 {EFFORT}",
        f"I2 {COACH}",
    ]


def test_a_heading_that_is_a_goal_holds_for_the_lists_under_it() -> None:
    read = in_word(
        heading("Programma Jong"),
        heading(f"Doel 1: {GOAL}", 2),
        heading("Achtergrond", 3),
        "Kinderen bewegen te weinig.",
        heading("SMART-doelen", 3),
        bullet(f"{TARGET} Bron: CBS"),
        heading("Inspanningen", 3),
        bullet(EFFORT),
        bullet("Dak leggen", 1),
        heading(f"Doel 2: {OTHER}", 2),
        heading("Inspanningen", 3),
        bullet(LIBRARY),
        heading("Tot slot", 2),
        heading("Inspanningen", 3),
        bullet(COACH),
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"S1 {TARGET} > D1",
        f"I1 {EFFORT} > D1",
        "I1.1 Dak leggen > I1",
        f"I2 {LIBRARY} > D2",
        f"I3 {COACH}",
    ]
    assert read.title == "Jong"
    assert {link.basis for link in read.links} == {"heading"}


@pytest.mark.parametrize(
    "name", ["Doel 1", "Wat willen we bereiken?", "Ambitie"]
)
def test_the_one_goal_under_a_heading_holds_for_the_lists_after_it(
    name: str,
) -> None:
    read = in_word(
        heading(name),
        GOAL,
        heading("Inspanningen"),
        bullet(EFFORT),
        heading(name),
        OTHER,
        heading("Inspanningen"),
        bullet(LIBRARY),
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"I1 {EFFORT} > D1",
        f"I2 {LIBRARY} > D2",
    ]


def test_several_goals_under_a_heading_hold_for_nothing_after_it() -> None:
    read = in_word(
        heading("Ambities"),
        bullet(GOAL),
        bullet(OTHER),
        heading("Inspanningen"),
        bullet(EFFORT),
    )
    assert told(read) == [f"D1 {GOAL}", f"D2 {OTHER}", f"I1 {EFFORT}"]


def test_lines_with_prefixes_are_read_in_plain_text() -> None:
    read = in_text(
        "Hoofddoel: Een gezonde stad",
        f"Doel 1: {GOAL}",
        f"SMART-doel: {TARGET} Bron: CBS",
        "Inspanningen:",
        f"• {EFFORT}",
    )
    assert told(read) == [
        "D1 Een gezonde stad",
        f"D2 {GOAL}",
        f"S1 {TARGET} > D2",
        f"I1 {EFFORT} > D2",
    ]


def test_levels_are_in_the_headings_and_their_links_are_missing() -> None:
    read = in_word(
        heading("Strategische doelen"),
        bullet(GOAL),
        heading("Operationele doelen"),
        bullet(OTHER),
        heading("Inspanningen"),
        bullet(EFFORT),
    )
    assert [each.level for each in read.elements[:2]] == [
        "strategic",
        "operational",
    ]
    assert read.links == ()
    assert noted(read) == ["list_unlinked", "levels_unlinked"]


def test_introductions_and_prose_are_left_and_noted() -> None:
    read = in_word(
        heading("Doelen"),
        "Onze doelen zijn:",
        bullet(GOAL),
        "Deze doelen zijn vastgesteld.",
        heading("Inspanningen"),
        bullet(EFFORT),
    )
    assert told(read) == [f"D1 {GOAL}", f"I1 {EFFORT}"]
    assert noted(read) == ["list_unlinked"]
    assert left(read) == [
        ("text_left", "Onze doelen zijn:"),
        ("text_left", "Deze doelen zijn vastgesteld."),
    ]


# themes


THEMES = [
    "T1 Sport en bewegen",
    "T2 Lezen en taal",
    f"D1 {GOAL} > T1",
    f"D2 {OTHER} > T2",
]


@pytest.mark.parametrize(
    "form",
    [
        "Focuspunt: {}",
        "Thema {n}: {}",
        "Pijler {n} – {}",
        "Programmalijn {n} {}",
        "2.{n} Thema: {}",
    ],
)
def test_a_heading_with_a_prefix_is_a_theme(form: str) -> None:
    first, second = (
        form.format("Sport en bewegen", n=1),
        form.format("Lezen en taal", n=2),
    )
    assert (
        told(
            in_word(
                heading(first),
                table(HEAD, ROW),
                heading(second),
                table(HEAD, [OTHER, "", LIBRARY]),
            )
        )[:4]
        == THEMES
    )
    assert (
        told(
            in_text(first, HEAD, ROW, "", second, HEAD, [OTHER, "", LIBRARY])
        )[:4]
        == THEMES
    )


@pytest.mark.parametrize(
    "number", [("", ""), ("1. ", "2. "), ("3.1 ", "3.2 ")], ids=str
)
def test_several_headings_above_tables_of_goals_are_themes(
    number: tuple[str, str],
) -> None:
    first, second = (
        before + name
        for before, name in zip(
            number, ("Sport en bewegen", "Lezen en taal"), strict=True
        )
    )
    tables = table(HEAD, ROW), table(HEAD, [OTHER, "", LIBRARY])
    in_both = in_word(
        "Programma Jong",
        heading(first, 2),
        tables[0],
        heading(second, 2),
        tables[1],
    )
    assert told(in_both)[:4] == THEMES
    assert noted(in_both) == ["theme_from_heading", "theme_from_heading"]
    alone = in_text(first, HEAD, ROW, "", second, HEAD, [OTHER, "", LIBRARY])
    assert told(alone)[:4] == THEMES
    assert alone.title is None


def test_headings_above_lists_of_goals_are_themes_too() -> None:
    read = in_word(
        heading("Programma Jong"),
        *(
            heading("Sport en bewegen", 2),
            heading("Doelen", 3),
            bullet(GOAL),
            heading("Inspanningen", 3),
            bullet(EFFORT),
        ),
        *(
            heading("Lezen en taal", 2),
            heading("Doelen", 3),
            bullet(OTHER),
            heading("Inspanningen", 3),
            bullet(LIBRARY),
        ),
    )
    assert told(read) == [*THEMES, f"I1 {EFFORT}", f"I2 {LIBRARY}"]
    assert [each.group for each in read.elements[-2:]] == [
        "Sport en bewegen",
        "Lezen en taal",
    ]


def test_one_heading_above_a_table_is_no_theme() -> None:
    assert (
        told(
            in_word(
                "Programma Jong",
                heading("De doelen van ons programma"),
                table(HEAD, ROW),
            )
        )
        == READ
    )


def test_the_only_theme_under_a_numbered_heading_opens_it() -> None:
    read = in_word(
        heading("Thema 1"),
        "Sport en bewegen",
        heading("Doelen"),
        bullet(GOAL),
        heading("Inspanningen"),
        bullet(EFFORT),
    )
    assert told(read) == [
        "T1 Sport en bewegen",
        f"D1 {GOAL} > T1",
        f"I1 {EFFORT}",
    ]


# title and vision


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Programma Jong", "Jong"),
        ("Uitvoeringsprogramma Water 2030", "Uitvoeringsprogramma Water 2030"),
        ("Programma 4 Sport", "Programma 4 Sport"),
        ("Wij willen dat alle kinderen kunnen sporten.", None),
        ("1. Inleiding", None),
        ("Inhoudsopgave", None),
        ("Focuspunt: Sport", None),
    ],
)
def test_the_first_line_is_the_title_when_it_is_one(
    line: str, title: str | None
) -> None:
    assert (
        in_word(
            line, heading("Doelen en inspanningen"), table(HEAD, ROW)
        ).title
        == title
    )


def test_the_vision_is_what_stands_under_its_heading() -> None:
    read = in_word(
        heading("Visie"),
        "Iedereen doet mee.",
        bullet("Van jong tot oud."),
        heading("Doelen"),
        bullet(GOAL),
    )
    assert read.vision == "Iedereen doet mee.\nVan jong tot oud."
    assert (
        in_text("Visie: Iedereen doet mee.", "Doelen", f"- {GOAL}").vision
        == "Iedereen doet mee."
    )


def test_the_language_is_that_of_most_words() -> None:
    head = ["Goal", "SMART target", "Actions"]
    assert (
        in_word(
            table(
                head,
                [
                    "More children sport.",
                    "In 2028 60% of the children sport.",
                    "Building of a hall.",
                ],
            )
        ).lang
        == "en"
    )
    assert in_word(table(HEAD, ROW)).lang == "nl"


# tables that are lists


def test_a_table_of_one_column_is_a_list() -> None:
    read = in_word(
        table(["Doelen"], [GOAL], [OTHER]),
        "Tekst.",
        table(["Inspanningen"], [EFFORT], [[bullet(COACH), bullet(LIBRARY)]]),
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"I1 {EFFORT}",
        f"I2 {COACH}",
        f"I3 {LIBRARY}",
    ]


def test_a_frame_around_prose_is_no_list() -> None:
    read = in_word(
        table(["Let op"], ["Dit is een concept."]), table(HEAD, ROW)
    )
    assert told(read) == READ


def test_columns_without_headings_are_groups() -> None:
    read = in_word(
        heading("Inspanningen"), table([EFFORT, f"{COACH}\n{LIBRARY}"])
    )
    assert [(each.text, each.group) for each in read.elements] == [
        (EFFORT, "kolom 1"),
        (COACH, "kolom 2"),
        (LIBRARY, "kolom 2"),
    ]
    assert noted(read) == ["group_unexplained"]


@pytest.mark.parametrize(
    "head",
    [["Sport", "Taal"], [[para(run("Sport", "b"))], [para(run("Taal", "b"))]]],
    ids=["short", "bold"],
)
def test_headings_over_columns_name_the_groups(head: list[object]) -> None:
    read = in_word(heading("Inspanningen"), table(head, [EFFORT, LIBRARY]))
    assert [(each.text, each.group) for each in read.elements] == [
        (EFFORT, "Sport"),
        (LIBRARY, "Taal"),
    ]


def test_lone_short_lines_among_the_efforts_are_efforts() -> None:
    read = in_word(
        heading("Inspanningen"),
        table([EFFORT, COACH]),
        "Communicatie",
        "Monitoring",
        "Dit is een zin over wat wij doen.",
    )
    assert [each.text for each in read.elements] == [
        EFFORT,
        COACH,
        "Communicatie",
        "Monitoring",
    ]
    assert noted(read) == [
        "group_unexplained",
        "lone_line",
        "lone_line",
    ]
    assert left(read) == [("text_left", "Dit is een zin over wat wij doen.")]


def test_prose_under_everyday_headings_around_a_table_is_left() -> None:
    read = in_word(
        heading("1 Inleiding"),
        "Wij willen vooruit.",
        heading("2 Doel"),
        "Het doel van deze notitie is duidelijkheid.",
        heading("3 Aanpak"),
        "Wij werken samen.",
        bullet("We luisteren."),
        heading("4 Doelen en inspanningen"),
        table(HEAD, ROW),
        heading("5 Planning"),
        "In 2028 zijn we klaar.",
        heading("6 Resultaten"),
        bullet("Tevreden inwoners"),
    )
    assert told(read) == READ
    assert noted(read) == []
    assert [text for reason, text in left(read) if reason == "text_left"] == [
        "Wij willen vooruit.",
        "Het doel van deze notitie is duidelijkheid.",
        "Wij werken samen.",
        "We luisteren.",
        "In 2028 zijn we klaar.",
        "Tevreden inwoners",
    ]


def test_a_goal_above_a_table_without_goals_holds_for_the_table() -> None:
    rows = table(HEAD[1:], [TARGET, EFFORT])
    assert told(in_word(heading("Doel"), GOAL, rows)) == READ
    assert (
        told(
            in_word(heading(f"Doel 1: {GOAL}"), "Tabel 1: wat wij doen", rows)
        )
        == READ
    )


def test_a_source_above_a_table_is_no_heading() -> None:
    read = in_text(
        "Bron: CBS", HEAD, ROW, "", "Bron: GGD", HEAD, [OTHER, "", LIBRARY]
    )
    assert all(each.kind != "theme" for each in read.elements)
