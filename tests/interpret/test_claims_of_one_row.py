"""What stands on the row of a goal, and is not said of it."""

import pytest

from dinet.api import read_bytes
from dinet.model import Programme
from tests.documents import left, told

NETWORK = [
    "D1 Meer zon",
    "D2 Meer wind",
    "I1 Panelen leggen > D1",
    "I2 Molen bouwen > D2",
]


def in_table(*rows: str) -> Programme:
    width = rows[0].count("|") - 1
    lines = [rows[0], "|-" * width + "|", *rows[1:]]
    return read_bytes("\n".join(lines).encode(), "plan.md")


def beside_goals(target: str, effort: str = "Lening geven") -> list[str]:
    """The lines of what stands beside a cell with two goals."""
    read = in_table(
        "| Doel | SMART-doel | Inspanning |",
        f"| 1. Meer banen<br>2. Meer starters | {target} | {effort} |",
    )
    return [line for line in told(read) if line[0] in "SI"]


def test_what_is_done_about_a_risk_is_no_effort_for_the_goal() -> None:
    read = in_table(
        "| Doel | Inspanning | Risico | Maatregel |",
        "| Meer zon | Panelen leggen | Storm | Verzekeren |",
        "| Meer wind | Molen bouwen | Protest | Praten |",
    )
    assert told(read) == NETWORK
    kept = [each.extra for each in read.elements if each.kind == "effort"]
    assert [[field.text for field in fields] for fields in kept] == [
        ["Verzekeren"],
        ["Praten"],
    ]


@pytest.mark.parametrize(
    ("heads", "first", "second"),
    [
        ("Naam | Actie", "Bode | Zaal boeken", "Griffier | Bellen"),
        ("Datum | Activiteit", "1 mei | Feest", "2 mei | Slotfeest"),
        ("Begrip | Betekenis", "Doel | Wens", "Inspanning | Werk"),
    ],
)
def test_another_table_behind_a_blank_column_says_nothing_of_its_rows(
    heads: str, first: str, second: str
) -> None:
    read = in_table(
        f"| Doel | Inspanning | | {heads} |",
        f"| Meer zon | Panelen leggen | | {first} |",
        f"| Meer wind | Molen bouwen | | {second} |",
    )
    assert told(read) == NETWORK
    words = f"{heads} | {first} | {second}".split(" | ")
    assert [text for _, text in left(read)] == words


def test_a_table_goes_on_behind_a_blank_column() -> None:
    read = in_table(
        "| Doel | Inspanning | | Trekker | Planning |",
        "| Meer zon | Panelen leggen | | Bode | 2027 |",
        "| Meer wind | Molen bouwen | | Griffier | 2028 |",
    )
    assert told(read) == NETWORK
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert [each.owners for each in efforts] == [("Bode",), ("Griffier",)]


@pytest.mark.parametrize(
    "target",
    [
        "Bij 2: 80 starters in 2028",
        "Voor doel 2: 80 starters in 2028",
        "Ad 2: 80 starters in 2028",
        "2. 80 starters in 2028",
        "80 starters in 2028 (doel 2)",
    ],
)
def test_a_target_of_one_of_two_goals_in_a_cell_measures_that_one(
    target: str,
) -> None:
    (line, _) = beside_goals(target)
    words, served = line.split(" > ")
    assert words.endswith("80 starters in 2028")
    assert served.endswith("2")


def test_numbered_targets_go_with_the_goals_of_their_numbers() -> None:
    lines = beside_goals("1. 4.000 banen in 2028<br>2. 80 starters in 2028")
    assert lines[:2] == [
        "S1 4.000 banen in 2028 > D1",
        "S2 80 starters in 2028 > D2",
    ]


def test_work_beside_two_goals_serves_both_without_other_words() -> None:
    assert beside_goals("Bij 3: 80 starters in 2028")[1].endswith("D1, D2, S1")
    assert "> D1, D2" in beside_goals("80 starters in 2028")[0]
