"""Rules on statements that stand twice."""

import pytest

from dinet.plugins import plugin_folder
from tests.builder import network

ZON = "In 2029 heeft 35% van de daken zonnepanelen."


def said(rule: str, *targets: str, goals: int = 1) -> list[str]:
    """What a rule says of targets of one goal, or each of a goal of its own."""
    written = "".join(
        f"\n      - {{id: S{number}, tekst: '{text}', "
        f"voor: [D{1 if goals == 1 else number}]}}"
        for number, text in enumerate(targets, start=1)
    )
    text = "doelen:" + "".join(
        f"\n      - {{id: D{number}, tekst: Doel nummer {number} van het plan}}"
        for number in range(1, max(goals, 1) + 1)
    )
    made = network(f"{text}\nsmart-doelen:{written}")
    check = plugin_folder("rules").plugin_named(rule).module.check.check
    return [str(sentence) for _, sentence in check(made)]


def test_another_value_is_a_contradiction_with_both_words() -> None:
    assert said("conflicting_duplicate", ZON, ZON.replace("35%", "45%")) == [
        "S2 contradicts S1, which is about the same: value “35%” against “45%”."
    ]


@pytest.mark.parametrize(
    "other",
    [
        ZON.replace("daken", "gevels"),
        ZON.replace("35%", "45%").replace("2029", "2031"),
        ZON.replace("In 2029 heeft", "Ooit heeft"),
        "35 procent van de daken heeft in 2029 zonnepanelen.",
    ],
)
def test_another_group_a_milestone_or_the_same_is_no_contradiction(
    other: str,
) -> None:
    assert said("conflicting_duplicate", ZON, other) == []


def test_a_step_back_on_the_way_from_the_start_is_a_contradiction() -> None:
    first = (
        "In 2031 heeft 45% van de daken zonnepanelen (in 2024 was dit 20%)."
    )
    assert said("conflicting_duplicate", first, ZON) == []
    assert (
        len(said("conflicting_duplicate", first, ZON.replace("35%", "55%")))
        == 1
    )


def test_few_words_under_two_goals_may_be_about_two_groups() -> None:
    short = ("In 2028 is 60% tevreden.", "In 2028 is 70% tevreden.")
    assert said("conflicting_duplicate", *short, goals=2) == []
    assert len(said("conflicting_duplicate", *short)) == 1


def test_what_says_less_is_a_near_duplicate_with_what_is_left_out() -> None:
    other = ZON.replace(
        "In 2029 heeft 35% van de daken", "35% van de daken heeft"
    )
    assert said("near_duplicate", ZON, other) == [
        "S2 says nearly the same as S1: deadline “In 2029” in one only."
    ]
    assert said("conflicting_duplicate", ZON, other) == []


def test_other_words_for_the_same_are_a_near_duplicate() -> None:
    other = "35 procent van de daken heeft in 2029 zonnepanelen."
    assert said("near_duplicate", ZON, other) == [
        "S2 says the same as S1 in other words."
    ]
    assert said("near_duplicate", ZON, ZON) == []
    assert said("near_duplicate", ZON, ZON.replace("daken", "gevels")) == []
