"""Efforts that name no goal: an error without any, a question with a target only."""

from dinet.application.auditing.audit_network import audit_network
from dinet.finding import Severity
from tests.builder import network
from tests.rules.said import said

SPORT = """
    smart-doelen: [{id: S1, tekst: "In 2028 sport 60% van de jeugd."}]
    doelen: [{id: D1, tekst: Meer jeugd sport., smart-doelen: [S1]}]
    inspanningen:
      - {id: I1, tekst: Velden aanleggen, voor: D1}
      - {id: I2, tekst: Trainers opleiden, voor: D1}
      - {id: I3, tekst: Sportpas uitgeven, voor: D1}
      - {id: I4, tekst: Zwemles geven, voor: S1}
"""


def severities(text: str) -> dict[str, Severity]:
    return {
        finding.ids[0]: finding.severity
        for finding in audit_network(network(text))
        if finding.code == "DC102"
    }


def test_one_that_names_only_a_target_is_asked_about() -> None:
    assert severities(SPORT) == {"I4": Severity.INFO}


def test_where_that_is_the_habit_nothing_is_said() -> None:
    habit = SPORT.replace("opleiden, voor: D1", "opleiden, voor: S1")
    assert severities(habit) == {}


def test_one_that_serves_nothing_stays_an_error() -> None:
    nothing = SPORT.replace("Zwemles geven, voor: S1", "Zwemles geven")
    assert severities(nothing) == {"I4": Severity.ERROR}


BENEFITS = """
    baten:
      - {id: B1, tekst: Inwoners krijgen sneller een vergunning}
    inspanningen:
      - {id: I1, tekst: Systemen koppelen., voor: [B1]}
"""


def test_in_a_map_of_benefits_an_effort_for_a_benefit_misses_no_goal() -> None:
    assert said("effort_without_goal", BENEFITS) == []


def test_beside_goals_an_effort_names_the_benefit_that_leads_to_none() -> None:
    text = (
        BENEFITS
        + """
      - {id: I2, tekst: Balies openen., voor: [D1]}
    doelen: [{id: D1, tekst: Een snellere overheid.}]
    """
    )
    assert said("effort_without_goal", text) == [
        "Effort I1 serves B1, and no goal lies behind that."
    ]
