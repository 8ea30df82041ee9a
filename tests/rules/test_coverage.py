"""Rules on what serves what: the grade is said, and one fault is one finding."""

from dinet.plugins import plugin_folder
from tests.builder import network


def said(rule: str, text: str) -> list[str]:
    return [
        str(sentence)
        for _, sentence in plugin_folder("rules")
        .plugin_named(rule)
        .module.check.check(network(text))
    ]


HIERARCHY = """
    doelen:
      - {id: D1, tekst: Kinderen zijn gezonder., niveau: strategisch}
      - id: D2
        tekst: Meer kinderen sporten.
        niveau: operationeel
        voor: D1
        smart-doelen: [In 2028 sport 60% van de kinderen.]
        inspanningen: [Bouwen van een hal., Aanleggen van een veld.]
"""


def test_a_strategic_goal_is_served_and_measured_through_its_operational_goals() -> (
    None
):
    assert said("goal_without_effort", HIERARCHY) == []
    assert said("goal_without_target", HIERARCHY) == []


def test_a_target_says_how_many_efforts_its_goals_have() -> None:
    text = HIERARCHY + "      - {id: D3, tekst: Leeg., smart-doelen: [S1]}\n"
    (sentence,) = said("target_without_effort", text)
    assert sentence.endswith(
        "none is linked to the target itself. Efforts per goal: D1 (2), D2 (2)."
    )


def test_a_target_without_any_effort_says_so() -> None:
    text = "doelen: [{tekst: Een, smart-doelen: [In 2028 sport 60%.]}]"
    assert said("target_without_effort", text) == [
        "Target S1 has no effort, and no goal of it has one either."
    ]


def test_a_target_without_goal_is_not_also_one_without_effort() -> None:
    assert said("target_without_goal", "smart-doelen: [In 2028 sport 60%.]")
    assert (
        said("target_without_effort", "smart-doelen: [In 2028 sport 60%.]")
        == []
    )


def test_an_effort_for_a_target_without_goal_is_not_at_fault_itself() -> None:
    text = "smart-doelen: [{tekst: In 2028 sport 60%., inspanningen: [Bouwen van een hal.]}]"
    assert said("effort_without_goal", text) == []
    assert len(said("target_without_goal", text)) == 1


def test_parts_of_an_effort_without_goal_are_told_with_their_whole() -> None:
    text = "inspanningen: [{tekst: Een, deelinspanningen: [Twee, Drie]}]"
    assert said("effort_without_goal", text) == [
        "Effort I1 serves no goal: the document does not say what it is for."
    ]


def test_an_effort_that_belongs_only_to_a_theme_serves_no_goal() -> None:
    assert (
        len(
            said(
                "effort_without_goal",
                "focuspunten: [Sport]\ninspanningen: [{tekst: Een, onderdeel-van: T1}]",
            )
        )
        == 1
    )


def test_a_goal_whose_only_effort_depends_on_it_has_no_effort() -> None:
    assert (
        len(
            said(
                "goal_without_effort",
                "doelen: [Een]\ninspanningen: [{tekst: Twee, hangt-af-van: D1}]",
            )
        )
        == 1
    )
