"""Rows and sentences that a page break cut in two."""

import pytest

from tests.documents import (
    bullet,
    cell,
    heading,
    in_text,
    in_word,
    noted,
    para,
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

CUT = [GOAL, "In 2028 sport 60% van alle", "Bouwen van een sporthal en"]
REST = ["", "kinderen in de stad.", "uitbreiden van velden."]
WHOLE = [
    f"D1 {GOAL}",
    "S1 In 2028 sport 60% van alle kinderen in de stad. > D1",
    "I1 Bouwen van een sporthal en uitbreiden van velden. > D1, S1",
]


@pytest.mark.parametrize(
    "between",
    [[""], ["", ""], ["", "Pagina 2 van 9", ""], ["", "12", ""], ["\f"]],
    ids=str,
)
def test_a_row_that_goes_on_after_a_page_break_is_one_row(
    between: list[str],
) -> None:
    read = in_text(HEAD, CUT, *between, REST)
    assert told(read) == WHOLE
    assert noted(read) == ["joined", "joined"]


def test_two_tables_of_word_with_nothing_between_them_are_one() -> None:
    assert told(
        in_word(table(HEAD, CUT), para(), table(REST, [OTHER, LATER, LIBRARY]))
    ) == [
        WHOLE[0],
        f"D2 {OTHER}",
        WHOLE[1],
        f"S2 {LATER} > D2",
        WHOLE[2],
        f"I2 {LIBRARY} > D2, S2",
    ]


@pytest.mark.parametrize(
    "head", [HEAD, ["Doelen", "SMART-doelen", "Inspanningen"]]
)
def test_a_header_repeated_on_the_next_page_is_no_row(head: list[str]) -> None:
    assert told(in_text(HEAD, CUT, "", head, REST)) == WHOLE


def test_a_title_and_header_repeated_on_the_next_page_are_no_rows() -> None:
    title = [cell("Programma Jong", span=3)]
    assert (
        told(in_word(table(title, HEAD, CUT), table(title, HEAD, REST)))
        == WHOLE
    )


def test_a_row_that_is_not_cut_stays_a_row() -> None:
    read = in_text(HEAD, ROW, "", [OTHER, LATER, LIBRARY])
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        READ[1],
        f"S2 {LATER} > D2",
        READ[2],
        f"I2 {LIBRARY} > D2, S2",
    ]
    assert noted(read) == []


def test_a_goal_goes_on_over_the_page_break() -> None:
    assert (
        told(in_text(HEAD, ROW, "", ["", "In 2029 sport 70%.", COACH]))[-1]
        == f"I2 {COACH} > D1*, S2"
    )


def test_what_is_finished_in_a_cut_row_stays_apart() -> None:
    read = in_text(
        HEAD,
        ["Meer kinderen gaan", TARGET, EFFORT],
        "",
        ["sporten bij een club.", "", COACH],
    )
    assert told(read) == [
        "D1 Meer kinderen gaan sporten bij een club.",
        *READ[1:],
        f"I2 {COACH} > D1, S1",
    ]


def test_an_open_bracket_goes_on_with_a_capital() -> None:
    rows = ["", "", "JOGG en andere partners)."]
    assert told(
        in_text(
            HEAD,
            [GOAL, TARGET, "Samen optrekken met Gezonde Jeugd (ook"],
            "",
            rows,
        )
    )[-1] == (
        "I1 Samen optrekken met Gezonde Jeugd (ook JOGG en andere partners). > D1, S1"
    )


def test_a_bullet_on_the_next_page_is_a_new_effort() -> None:
    read = in_word(
        table(HEAD, [GOAL, TARGET, [bullet("Bouwen van een hal en")]]),
        table(["", "", [bullet("kantine openen")]]),
    )
    assert [each.text for each in read.elements[2:]] == [
        "Bouwen van een hal en",
        "kantine openen",
    ]


def test_a_hyphen_at_the_end_of_a_page_stays() -> None:
    assert told(
        in_text(
            HEAD,
            [GOAL, TARGET, "Inzet van zuid-"],
            "",
            ["", "", "oosters werk."],
        )
    )[-1].startswith("I1 Inzet van zuid-oosters werk.")
    assert told(
        in_text(HEAD, [GOAL, TARGET, "Sport-"], "", ["", "", "en spelaanbod."])
    )[-1].startswith("I1 Sport- en spelaanbod.")


def test_nothing_is_joined_over_a_heading() -> None:
    read = in_text(
        "Focuspunt: Sport",
        HEAD,
        CUT,
        "",
        "Focuspunt: Taal",
        HEAD,
        [OTHER, "", "uitbreiden van de bieb."],
    )
    assert [each.text for each in read.elements if each.kind == "effort"] == [
        "Bouwen van een sporthal en",
        "uitbreiden van de bieb.",
    ]
    assert noted(read) == []


def test_a_list_item_goes_on_on_the_next_line() -> None:
    read = in_text(
        "Doelen",
        "- Meer kinderen gaan elke",
        "week sporten.",
        f"- {OTHER}",
        "Inspanningen",
        "- Werken in de wijk en",
        "Noord.",
    )
    assert told(read) == [
        "D1 Meer kinderen gaan elke week sporten.",
        f"D2 {OTHER}",
        "I1 Werken in de wijk en Noord.",
    ]
    assert noted(read) == ["joined", "joined", "list_unlinked"]


def test_a_goal_in_a_heading_line_goes_on_on_the_next_line() -> None:
    read = in_text(
        "Doel 1: Meer kinderen gaan elke",
        "week sporten.",
        "Inspanningen",
        f"- {EFFORT}",
    )
    assert told(read) == [
        "D1 Meer kinderen gaan elke week sporten.",
        f"I1 {EFFORT} > D1",
    ]


def test_many_pages_are_one_table() -> None:
    pages = [
        line
        for n in range(50)
        for line in (
            "",
            [f"Doel {n}a.", f"In 2028 is {n}% beter.", f"Werk {n} doen."],
        )
    ]
    read = in_text(HEAD, *pages)
    assert len(read.elements) == 150
    assert {
        place.table for each in read.elements for place in each.places
    } == {1}


@pytest.mark.parametrize(
    "caption", ["Tabel 1 (vervolg)", "Vervolg", "Table 2, continued"]
)
def test_a_table_goes_on_after_a_caption_that_says_so(caption: str) -> None:
    read = in_word(
        table(HEAD, [GOAL, TARGET, "Bouwen in overleg met buurten en"]),
        caption,
        table(HEAD, ["", "", "scholen."]),
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        "I1 Bouwen in overleg met buurten en scholen. > D1, S1",
    ]


@pytest.mark.parametrize(
    ("again", "rest"),
    [
        ("Thema: Bewegen (vervolg)", [REST]),
        ("Thema: Bewegen, vervolg", [REST]),
        ("Thema: Bewegen – vervolg van bladzijde 3", [HEAD, REST]),
        ("Thema: Bewegen", [HEAD, REST]),
    ],
)
def test_a_heading_that_stands_again_stands_above_the_rest_of_the_table(
    again: str, rest: list[list[str]]
) -> None:
    first = [heading("Thema: Bewegen"), table(HEAD, CUT)]
    after = [heading("Thema: Wonen"), table(HEAD, [OTHER, LATER, LIBRARY])]
    cut = in_word(*first, heading(again), table(*rest), *after)
    assert "Bouwen van een sporthal en uitbreiden van velden." in [
        each.text for each in cut.elements
    ]
    assert [each.text for each in cut.elements if each.kind == "theme"] == [
        "Bewegen",
        "Wonen",
    ]
    assert noted(cut).count("joined") == 3


def test_another_heading_between_two_tables_keeps_them_apart() -> None:
    read = in_word(
        heading("Thema: Bewegen"),
        table(HEAD, ROW),
        heading("Thema: Wonen"),
        table(HEAD, [OTHER, LATER, LIBRARY]),
    )
    assert [each.text for each in read.elements if each.kind == "theme"] == [
        "Bewegen",
        "Wonen",
    ]
    assert "joined" not in noted(read)


def test_a_heading_that_stands_again_above_another_table_is_kept() -> None:
    read = in_word(
        heading("Kaart"),
        table(["Doel", GOAL], ["Inspanning", EFFORT]),
        heading("Kaart"),
        table(["Doel", OTHER], ["Inspanning", COACH]),
    )
    assert "joined" not in noted(read)


def test_a_word_that_a_page_break_divides_is_glued_when_the_document_has_it() -> (
    None
):
    head = [HEAD, [OTHER, LATER, "Zwembad openen"]]
    read = in_text(
        *head, [GOAL, TARGET, "Bouwen van een zwem"], "", ["", "", "bad."]
    )
    assert read.elements[-1].text == "Bouwen van een zwembad."


def test_a_word_is_not_glued_when_the_document_has_it_nowhere() -> None:
    read = in_text(
        HEAD, [GOAL, TARGET, "Bouwen van een zwem"], "", ["", "", "bad."]
    )
    assert read.elements[-1].text == "Bouwen van een zwem bad."


def test_two_words_that_the_document_has_apart_too_stay_two() -> None:
    read = in_text(
        HEAD,
        [OTHER, LATER, "Zwembad openen voor een bad of om te leren zwem"],
        [GOAL, TARGET, "Bouwen van een zwem"],
        "",
        ["", "", "bad."],
    )
    assert read.elements[-1].text == "Bouwen van een zwem bad."


def test_a_text_with_a_space_too_many_is_the_same_element() -> None:
    read = in_text(
        HEAD,
        [GOAL, TARGET, "Buurtsportcoach aanstellen"],
        [OTHER, LATER, "Buurt sportcoach aanstellen"],
    )
    assert [each.text for each in read.elements if each.kind == "effort"] == [
        "Buurtsportcoach aanstellen"
    ]


CAMERA = "Camera's op de markt"
ALARM = "Meldknop voor winkeliers en"


@pytest.mark.parametrize("columns", [(0, 1, 2), (2, 1, 0), (1, 2, 0)], ids=str)
def test_a_target_beside_two_efforts_goes_on_on_the_next_page(
    columns: tuple[int, ...],
) -> None:
    rows = [
        HEAD,
        [GOAL, "In 2030 telt de markt 20% minder", CAMERA],
        ["", "", ALARM],
    ]
    rest = [HEAD, ["", "diefstallen dan nu.", "bezoekers"]]
    first, second = (
        [[row[column] for column in columns] for row in part]
        for part in (rows, rest)
    )
    read = in_word(table(*first), table(*second))
    assert {element.text for element in read.elements} == {
        GOAL,
        "In 2030 telt de markt 20% minder diefstallen dan nu.",
        CAMERA,
        "Meldknop voor winkeliers en bezoekers",
    }
    assert noted(read).count("joined") == 2


def test_a_target_alone_on_the_next_row_goes_on_over_the_break() -> None:
    read = in_text(
        HEAD,
        [GOAL, "In 2030 telt de markt 20% minder", CAMERA],
        ["", "", COACH],
        "",
        ["", "diefstallen dan nu.", ""],
        [OTHER, LATER, LIBRARY],
    )
    assert [each.text for each in read.elements if each.kind == "target"] == [
        "In 2030 telt de markt 20% minder diefstallen dan nu.",
        LATER,
    ]


def test_a_target_that_waits_goes_on_beside_a_new_effort() -> None:
    read = in_text(
        HEAD,
        [GOAL, "In 2030 zijn er minder diefstallen in de", CAMERA],
        ["", "", COACH],
        "",
        ["", "binnenstad.", LIBRARY],
    )
    assert told(read) == [
        f"D1 {GOAL}",
        "S1 In 2030 zijn er minder diefstallen in de binnenstad. > D1",
        f"I1 {CAMERA} > D1, S1",
        f"I2 {COACH} > D1*, S1*",
        f"I3 {LIBRARY} > D1*, S1*",
    ]


def test_nothing_goes_on_with_the_target_of_another_goal() -> None:
    read = in_text(
        HEAD,
        [GOAL, "In 2030 zijn er minder diefstallen in de", CAMERA],
        [OTHER, "", COACH],
        "",
        ["", "binnenstad telt 30 camera's.", ""],
    )
    assert "binnenstad telt 30 camera's." in [
        each.text for each in read.elements
    ]


def test_lower_case_is_no_sign_in_a_table_without_capitals() -> None:
    read = in_word(
        table(["doel", "inspanning"], ["meer sport", "zwemles"]),
        table(["doel", "inspanning"], ["minder zorg", "beweegtuin"]),
    )
    assert told(read) == [
        "D1 meer sport",
        "D2 minder zorg",
        "I1 zwemles > D1",
        "I2 beweegtuin > D2",
    ]


def test_a_word_that_waits_in_dutch_does_not_wait_in_english() -> None:
    head = ["Goal", "Action"]
    read = in_word(
        table(
            head, ["The tram stops at every door", "Lay tracks on the hill"]
        ),
        table(head, ["Buses run on time in the hills", "Hire more drivers"]),
    )
    assert told(read) == [
        "D1 The tram stops at every door",
        "D2 Buses run on time in the hills",
        "I1 Lay tracks on the hill > D1",
        "I2 Hire more drivers > D2",
    ]
