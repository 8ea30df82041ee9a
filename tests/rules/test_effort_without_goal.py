"""Efforts that name no goal: an error without any, a question with a target only."""

from dinet.application.audit_network import audit_network
from dinet.finding import Severity
from tests.builder import network

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
