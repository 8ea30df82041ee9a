"""What stands in a text or cell beside its statements, and lists on one line."""

import pytest

from tests.documents import in_word, noted, table, told
from tests.interpret.sport import EFFORT, GOAL, HEAD, TARGET


def test_a_line_about_an_owner_or_money_belongs_to_the_statement_above_it() -> (
    None
):
    cell = (
        f"{EFFORT}\nTrekker: Team Sport\nKosten: € 10.000\n"
        "Opleiden van trainers.\nPlanning: 2027"
    )
    read = in_word(table(HEAD, [GOAL, TARGET, cell]))
    first, second = read.elements[2:]
    assert (first.text, first.owners, first.budget) == (
        EFFORT,
        ("Team Sport",),
        "€ 10.000",
    )
    assert (second.text, second.owners, second.period) == (
        "Opleiden van trainers.",
        (),
        "2027",
    )


@pytest.mark.parametrize(
    "words",
    [
        "Werven van trainers (trekker: Team Sport)",
        "Werven van trainers [Eigenaar: Team Sport].",
    ],
)
def test_an_owner_in_brackets_leaves_the_text(words: str) -> None:
    effort = in_word(table(HEAD, [GOAL, TARGET, words])).elements[2]
    assert (effort.text, effort.owners) == (
        "Werven van trainers",
        ("Team Sport",),
    )


def test_several_owners_of_one_statement_are_all_kept() -> None:
    read = in_word(
        table(
            HEAD,
            [
                GOAL,
                TARGET,
                f"{EFFORT}\nTrekker: Team Sport\nEigenaar: Team Bouw",
            ],
        )
    )
    assert read.elements[2].owners == ("Team Sport", "Team Bouw")


def test_a_line_about_an_owner_alone_in_a_cell_is_not_lost() -> None:
    assert (
        told(
            in_word(table(HEAD, [GOAL, TARGET, "Planning: elk jaar overleg"]))
        )[2]
        == "I1 Planning: elk jaar overleg > D1, S1"
    )


@pytest.mark.parametrize(
    "words",
    ["Buiten: samen spelen.", "Team Sport: nieuwe start: lessen geven."],
)
def test_other_words_before_a_colon_stay(words: str) -> None:
    assert (
        told(in_word(table(HEAD, [GOAL, TARGET, words])))[2]
        == f"I1 {words} > D1, S1"
    )


@pytest.mark.parametrize(
    ("words", "items"),
    [
        (
            "bermen inzaaien; hotels plaatsen; geen gif gebruiken;",
            ["bermen inzaaien", "hotels plaatsen", "geen gif gebruiken"],
        ),
        ("Een hal bouwen; clubs helpen", ["Een hal bouwen; clubs helpen"]),
        (
            "Drie dingen: een hal; een club; een veld",
            ["Drie dingen: een hal; een club; een veld"],
        ),
        ("1) Hal bouwen 2) Clubs helpen", ["Hal bouwen", "Clubs helpen"]),
        (
            "a) Hal bouwen b) Clubs helpen c) Lessen geven",
            ["Hal bouwen", "Clubs helpen", "Lessen geven"],
        ),
        ("A. Hal bouwen\nB. Clubs helpen", ["Hal bouwen", "Clubs helpen"]),
        (
            "A. de Vries inhuren\nK. Clubs helpen",
            ["A. de Vries inhuren", "K. Clubs helpen"],
        ),
        ("1. Hal bouwen 3. Clubs helpen", ["Hal bouwen 3. Clubs helpen"]),
    ],
)
def test_a_list_on_one_line_is_divided_when_it_can_be_nothing_else(
    words: str, items: list[str]
) -> None:
    read = in_word(table(["Doel", "Inspanning"], [GOAL, words]))
    assert [each.text for each in read.elements[1:]] == items
    assert noted(read) == ["semicolons"] * (len(items) == 3 and ";" in words)
