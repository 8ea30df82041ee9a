"""Lists without headings whose rows say with a number what they are."""

import pytest

from dinet.errors import DocumentError
from tests.documents import in_word, left, noted, table, told

NUMBERED = [
    ["Opgave 1", "Meer groen in de straten"],
    ["Opgave 2", "Minder wateroverlast"],
    ["Maatregel 2.1", "Regentonnen uitdelen"],
    ["Maatregel 1.1", "Tegels vervangen door planten"],
    ["Maatregel 2.2", "Een wadi aanleggen"],
]


def test_numbers_link_rows_in_whatever_order_they_stand() -> None:
    found = in_word(table(*NUMBERED))
    assert told(found) == [
        "D1 Meer groen in de straten",
        "D2 Minder wateroverlast",
        "2.1 Regentonnen uitdelen > D2",
        "1.1 Tegels vervangen door planten > D1",
        "2.2 Een wadi aanleggen > D2",
    ]
    assert left(found) == []


def test_a_number_that_nothing_has_links_nothing() -> None:
    stray = ["Maatregel 7.1", "Een dak vergroenen"]
    found = in_word(table(*NUMBERED, stray))
    assert "7.1 Een dak vergroenen" in told(found)
    assert "no_goal_beside" in noted(found)


def test_rows_without_numbers_serve_what_stands_above_them() -> None:
    found = in_word(
        table(
            ["Ambitie 1", "Ouderen ontmoeten elkaar"],
            ["Indicatoren", "In 2028 is 12% van de ouderen eenzaam"],
            ["Activiteiten", "Koffieochtenden houden\nEen bus inzetten"],
            ["Trekker", "Team Welzijn"],
            ["Ambitie 2", "Jongeren vinden werk"],
            ["Activiteiten", "Stages aanbieden"],
        )
    )
    assert told(found) == [
        "D1 Ouderen ontmoeten elkaar",
        "D2 Jongeren vinden werk",
        "S1 In 2028 is 12% van de ouderen eenzaam > D1*",
        "I1 Koffieochtenden houden > D1*",
        "I2 Een bus inzetten > D1*",
        "I3 Stages aanbieden > D2*",
    ]
    owners = [element.owners for element in found.elements[3:]]
    assert owners == [("Team Welzijn",), ("Team Welzijn",), ()]


def test_a_row_that_says_nothing_of_itself_makes_it_another_table() -> None:
    with pytest.raises(DocumentError):
        in_word(
            table(
                ["Vraag 1", "Is er genoeg groen in de straten?"],
                ["Vraag 2", "Wie vervangt de tegels?"],
                ["Doel 3", "Meer inspraak"],
            )
        )
