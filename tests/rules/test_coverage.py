"""Rules on what serves what: the grade is said, and one fault is one finding."""

from textwrap import dedent

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
    assert said("goal_without_target", HIERARCHY) == [
        "Goal D1 has no target of its own: it is measured only through D2 (S1 → D2 → D1)."
    ]


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
    text = """
        doelen: [Een, {tekst: Drie, inspanningen: [Vier]}]
        inspanningen: [{tekst: Twee, hangt-af-van: D1}]
    """
    (sentence,) = said("goal_without_effort", text)
    assert sentence == (
        "Goal D1 has no effort: nothing in the programme works on it. "
        "Of 1 effort the document does not say the goal: one may be meant for this one."
    )


SHARED = """
    smart-doelen: [{id: S1, tekst: In 2029 fietst 70% naar het werk.}]
    doelen:
      - {id: D1, tekst: Schonere lucht., smart-doelen: [S1]}
      - {id: D2, tekst: Gezondere werknemers., smart-doelen: [S1]}
"""


def test_a_goal_reached_by_the_effort_of_another_goal_has_none_of_its_own() -> (
    None
):
    text = dedent(SHARED) + "inspanningen: [{tekst: Stallen., voor: [D2, S1]}]"
    assert said("goal_without_effort", text) == [
        "Goal D1 has no effort of its own: efforts reach it only through target S1, "
        "which belongs to D2 too (I1 → S1 → D1)."
    ]
    assert said("shared_effort_undivided", text) == []


def test_an_effort_on_a_shared_target_that_names_no_goal_is_asked_about() -> (
    None
):
    text = dedent(SHARED) + "inspanningen: [{tekst: Stallen., voor: S1}]"
    assert said("goal_without_effort", text) == []
    assert [
        sentence[:8] for sentence in said("shared_effort_undivided", text)
    ] == ["Goal D1 ", "Goal D2 "]


SILENT = """
    doelen: [Schonere lucht., Gezondere werknemers.]
    inspanningen: [Stallen bouwen., Fietsen uitlenen., Douches plaatsen.]
"""


def test_a_document_that_links_nothing_has_one_finding_with_the_counts() -> (
    None
):
    (sentence,) = said("links_not_stated", SILENT)
    assert "2 goals and 3 efforts" in sentence
    assert said("goal_without_effort", SILENT) == []
    assert said("effort_without_goal", SILENT) == []


def test_once_something_is_linked_what_is_left_is_told_one_by_one() -> None:
    text = dedent(SILENT).replace("Stallen bouwen.", "{tekst: A, voor: D1}")
    assert said("links_not_stated", text) == []
    assert len(said("goal_without_effort", text)) == 1
    assert len(said("effort_without_goal", text)) == 2


def test_targets_without_any_stated_goal_are_told_in_the_same_finding() -> (
    None
):
    text = dedent(SILENT) + "smart-doelen: [In 2029 fietst 70%.]"
    (sentence,) = said("links_not_stated", text)
    assert "3 goals" not in sentence
    assert "1 target and 2 goals" in sentence
    assert said("goal_without_target", text) == []
    assert said("target_without_goal", text) == []


def test_strategic_goals_of_an_unlinked_ladder_are_unknown_and_not_at_fault() -> (
    None
):
    text = """
        doelen:
          - {id: D1, tekst: Een gezonde stad., niveau: strategisch}
          - {id: D2, tekst: Meer fietsers., niveau: operationeel, inspanningen: [Stallen.]}
    """
    assert said("goal_without_effort", text) == []
    (sentence,) = said("links_not_stated", text)
    assert "which operational goal serves which strategic goal" in sentence


def test_a_document_without_targets_is_told_so_once() -> None:
    assert said("goal_without_target", "doelen: [Een, Twee, Drie]") == [
        "None of the 3 goals has a target: nobody can tell when they are reached."
    ]


def test_one_goal_without_target_is_told_by_its_code() -> None:
    text = "doelen: [{tekst: Een, smart-doelen: [Half]}, Twee]"
    assert said("goal_without_target", text) == [
        "Goal D2 has no target: nobody can tell when it is reached."
    ]


def test_the_indicator_of_a_result_belongs_to_something() -> None:
    text = """
    doelen: [{id: D1, tekst: Meer water}]
    resultaten: [{id: R1, tekst: Putten hersteld}]
    smart-doelen:
      - {id: S1, tekst: 40 putten in 2028, voor: R1}
      - {id: S2, tekst: 50 putten in 2028}
      - {id: S3, tekst: 60 putten in 2028, voor: D1}
    """
    assert said("target_without_goal", text) == [
        "Target S2 belongs to no goal: the document does not say what it measures."
    ]


ROW_EXACT = """
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60% van de kinderen.}
    doelen:
      - {id: D1, tekst: Meer sport., smart-doelen: [S1]}
      - {id: D2, tekst: Minder overgewicht., smart-doelen: [S1]}
      - {id: D3, tekst: Een sterkere wijk., smart-doelen: [S1]}
    inspanningen:
      - {id: I1, tekst: Een hal bouwen., voor: [D1, S1]}
      - {id: I2, tekst: Lessen geven., voor: [D2]}
"""


def test_a_goal_without_work_on_a_shared_target_is_told_with_the_goal_that_has_it() -> (
    None
):
    assert said("no_effort_under_goal", ROW_EXACT) == [
        "No effort under goal D2 works on target S1 itself; under D1 one does."
    ]
    assert said("target_without_effort", ROW_EXACT) == []
    # without any effort of its own it is another rule's
    assert len(said("goal_without_effort", ROW_EXACT)) == 1


def test_work_on_a_shared_target_that_names_no_goal_counts_for_all_of_them() -> (
    None
):
    text = ROW_EXACT.replace("voor: [D1, S1]", "voor: [S1]")
    assert said("no_effort_under_goal", text) == []


def test_a_document_without_efforts_is_told_as_such_and_not_as_idle() -> None:
    (sentence,) = said("goal_without_effort", "doelen: [Meer sport.]")
    assert sentence.endswith("no effort at all was read in this document.")
