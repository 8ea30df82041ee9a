"""Tables and lists that no word explains, known by what stands in and around them."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.vocabulary.roles import role_of
from tests.documents import (
    heading,
    in_csv,
    in_markdown,
    in_text,
    in_word,
    table,
    told,
)


def test_a_tree_whose_lowest_items_say_what_they_are_has_goals_above() -> None:
    assert told(
        in_markdown(
            "# Doelenboom lezen",
            "",
            "- Meer inwoners lezen",
            "  - Kinderen lezen elke dag",
            "    - KPI: 60% is lid in 2028",
            "    - Actie: Voorleesuur op school",
            "  - Ouders lezen voor",
            "    - Actie: Boekenpakket bij geboorte",
        )
    ) == [
        "D1 Meer inwoners lezen",
        "D2 Kinderen lezen elke dag > D1",
        "D3 Ouders lezen voor > D1",
        "S1 60% is lid in 2028 > D2",
        "I1 Voorleesuur op school > D2",
        "I2 Boekenpakket bij geboorte > D3",
    ]


def test_a_name_above_goals_that_say_so_is_their_theme() -> None:
    read = in_markdown(
        "- Wonen",
        "  - Genoeg huizen (doel)",
        "    - Bouwgrond kopen (actie)",
        "    - Vergunningen versnellen (actie)",
        "  - Betaalbare huizen (doel)",
        "    - Startersleningen geven (actie)",
    )
    assert told(read) == [
        "T1 Wonen",
        "D1 Genoeg huizen > T1",
        "D2 Betaalbare huizen > T1",
        "I1 Bouwgrond kopen > D1",
        "I2 Vergunningen versnellen > D1",
        "I3 Startersleningen geven > D2",
    ]


def test_kinds_in_brackets_behind_numbered_lines_are_read() -> None:
    assert told(
        in_text(
            "Plan toegankelijkheid",
            "",
            "1. Iedereen kan de gebouwen in (doel)",
            "   1.1 Alle stembureaus zonder drempel in 2027 (KPI)",
            "   1.2 Hellingbanen kopen (actie)",
            "2. Iedereen begrijpt onze brieven (doel)",
            "   2.1 Schrijfcursus geven (actie)",
        )
    ) == [
        "1 Iedereen kan de gebouwen in",
        "2 Iedereen begrijpt onze brieven",
        "1.1 Alle stembureaus zonder drempel in 2027 > 1",
        "1.2 Hellingbanen kopen > 1",
        "2.1 Schrijfcursus geven > 2",
    ]


def test_labels_in_minutes_make_no_goals_of_the_points_above() -> None:
    with pytest.raises(DocumentError):
        in_text(
            "Notulen werkoverleg",
            "Aanwezig: de leden",
            "- Mededelingen",
            "  - Actie: zaal huren",
            "  - Actie: brief sturen",
            "  - Actie: agenda maken",
        )


def test_what_is_done_may_stand_under_a_bare_question() -> None:
    assert told(
        in_word(
            heading("Doel 1: Elk kind kan buiten spelen"),
            table(
                ["Wat", "Wie", "Wanneer"],
                ["Natuurspeelplek", "Team Groen", "2027"],
                ["Speelstraten", "Team Spelen", "2026"],
            ),
            heading("Doel 2: Ouderen komen buiten"),
            table(["Wat", "Wie"], ["Bankjes plaatsen", "Team Groen"]),
        )
    ) == [
        "D1 Elk kind kan buiten spelen",
        "D2 Ouderen komen buiten",
        "I1 Natuurspeelplek > D1",
        "I2 Speelstraten > D1",
        "I3 Bankjes plaatsen > D2",
    ]


def test_contacts_under_a_goal_are_no_efforts() -> None:
    read = in_word(
        heading("Doel 1: Elk kind kan buiten spelen"),
        table(["Organisatie", "Trekker"], ["Speeltuinclub", "Team Groen"]),
        heading("Doel 2: Ouderen komen buiten"),
        table(["Wat", "Wie"], ["Bankjes plaatsen", "Team Groen"]),
    )
    assert "Speeltuinclub" not in {each.text for each in read.elements}


TABLES = (
    heading("Prioriteiten"),
    table(
        ["Nr", "Prioriteit"],
        ["P1", "Minder woninginbraken"],
        ["P2", "Jongeren buiten de handel"],
    ),
    heading("Meten"),
    table(
        ["Nr", "Meetwaarde", "Hoort bij"],
        ["M1", "Minder dan 30 inbraken in 2027", "P1"],
        ["M2", "Minder dan 20 delicten in 2027", "P2"],
    ),
)


def test_what_efforts_refer_to_by_code_are_goals() -> None:
    assert told(
        in_word(
            *TABLES,
            heading("Aanpak"),
            table(
                ["Nr", "Interventie", "Werkt aan"],
                ["A1", "Donkeredagenactie", "P1, M1"],
                ["A2", "Voorlichting op scholen", "P2; M2"],
            ),
        )
    ) == [
        "P1 Minder woninginbraken",
        "P2 Jongeren buiten de handel",
        "M1 Minder dan 30 inbraken in 2027 > P1",
        "M2 Minder dan 20 delicten in 2027 > P2",
        "A1 Donkeredagenactie > P1, M1",
        "A2 Voorlichting op scholen > P2, M2",
    ]


def test_a_list_to_which_no_effort_refers_is_no_goal() -> None:
    read = in_word(
        *TABLES,
        heading("Doelen en acties"),
        table(
            ["Doel", "Actie"],
            ["Stille nachten", "Asfalt vervangen"],
            ["Schone lucht", "Milieuzone instellen"],
        ),
    )
    texts = {each.text for each in read.elements if each.kind == "goal"}
    assert texts == {"Stille nachten", "Schone lucht"}


def test_codes_divide_what_stands_on_one_line() -> None:
    assert told(
        in_csv(
            "Doel,Actie",
            "D1 Minder vallen,A1.1 Valtraining; A1.2 Huisbezoek 75+",
            "D2 Meer zwemmen,A2.1 Schoolzwemmen",
        )
    ) == [
        "D1 Minder vallen",
        "D2 Meer zwemmen",
        "A1.1 Valtraining > D1",
        "A1.2 Huisbezoek 75+ > D1",
        "A2.1 Schoolzwemmen > D2",
    ]


def test_amounts_and_initials_divide_nothing() -> None:
    read = in_csv(
        "Doel,Actie",
        "Meer zwemmen,2 hallen bouwen; 3 baden verwarmen",
        "Minder vallen,Cursus van B. de Wit; W. de Bruin helpt",
    )
    efforts = [each.text for each in read.elements if each.kind == "effort"]
    assert len(efforts) == len(["of the first row", "of the second"])


def test_lettered_numbers_count_on_over_the_goals_beside_them() -> None:
    page = (
        "<table><tr><th>Doelen<th>Acties<tr>"
        "<td>1. Ouderen wonen thuis<br>2. Mantelzorgers houden het vol"
        "<td>1a. Casemanager (doel 1)<br>1b. Domotica (doel 1)"
        "<br>2a. Respijtzorg (doel 2)</table>"
    )
    assert told(read_bytes(page.encode(), "plan.html"))[2:] == [
        "1a Casemanager > 1",
        "1b Domotica > 1",
        "2a Respijtzorg > 2",
    ]


def test_letters_above_turned_columns_number_goals() -> None:
    read = in_word(
        table(
            ["", "Ambitie A", "Ambitie B"],
            ["Wat willen we bereiken", "Kinderen veilig", "Ouders gesteund"],
            ["Wat gaan we doen", "Meldcode trainen", "Wijkcoaches werven"],
        )
    )
    assert {each.kind for each in read.elements} == {"goal", "effort"}


def test_goals_down_a_matrix_have_work_across() -> None:
    read = in_word(
        heading("Kruistabel"),
        table(
            ["Opgave", "Warmteplan opstellen", "Buurtgesprekken"],
            ["Woningen zijn zuinig", "P", ""],
            ["Inwoners praten mee", "S", "P"],
        ),
    )
    assert told(read) == [
        "D1 Woningen zijn zuinig",
        "D2 Inwoners praten mee",
        "I1 Warmteplan opstellen > D1, D2",
        "I2 Buurtgesprekken > D2",
    ]


def test_districts_across_goals_are_no_work() -> None:
    with pytest.raises(DocumentError):
        in_word(
            heading("Waar speelt wat"),
            table(
                ["Opgave", "Noord", "Zuid"],
                ["Woningen zijn zuinig", "x", ""],
                ["Inwoners praten mee", "x", "x"],
            ),
        )


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Dat zien we aan:", "target"),
        ("Daarom gaan we:", "effort"),
        ("Wanneer tevreden?", "target"),
        ("Dat is onze opgave", None),
        ("Dat zien we aan de cijfers van vorig jaar", None),
    ],
)
def test_a_line_that_answers_says_what_follows(
    line: str, role: str | None
) -> None:
    found = role_of(line)
    assert (found.name if found else None) == role


def test_the_word_theme_is_no_part_of_a_name_above_blocks() -> None:
    read = in_csv(
        "Thema Natuur,,,Thema Water,",
        "Doel,Maatregel,,Doel,Maatregel",
        "Meer weidevogels,Later maaien,,Schone sloten,Baggeren",
    )
    themes = [each.text for each in read.elements if each.kind == "theme"]
    assert themes == ["Natuur", "Water"]


def test_the_word_behind_a_line_says_how_deep_it_stands() -> None:
    assert told(
        in_text(
            "Doelenboom water",
            "",
            "Droge voeten in 2050 – hoofddoel",
            "Regenwater blijft waar het valt – subdoel",
            "Tuinen vergroenen – maatregel",
            "Riolen houden stand – subdoel",
            "Riool vervangen – maatregel",
        )
    ) == [
        "D1 Droge voeten in 2050",
        "D2 Regenwater blijft waar het valt > D1",
        "D3 Riolen houden stand > D1",
        "I1 Tuinen vergroenen > D2",
        "I2 Riool vervangen > D3",
    ]


def test_a_description_in_columns_that_count_goals_is_of_these() -> None:
    assert told(
        in_word(
            table(
                ["Kenmerk", "Doel 1", "Doel 2"],
                ["Omschrijving", "Minder afval", "Schone straten"],
                ["Acties", "Diftar invoeren", "Bakken plaatsen"],
            )
        )
    ) == [
        "D1 Minder afval",
        "D2 Schone straten",
        "I1 Diftar invoeren > D1",
        "I2 Bakken plaatsen > D2",
    ]
