"""The rule on a programme without a vision, which applies only when it is asked for."""

import dinet
from dinet.application.auditing.audit_network import AuditWishes, audit_network
from tests.builder import network
from tests.rules.said import said


def test_goals_without_a_vision_are_told_once() -> None:
    assert said("no_vision", "doelen: [Een, Twee]") == [
        "No vision stands above the goals of this document."
    ]
    assert said("no_vision", "visie: Samen\ndoelen: [Een]") == []
    assert said("no_vision", "inspanningen: [Een]") == []


def test_nothing_is_said_of_a_vision_unless_it_is_asked() -> None:
    plan = network("doelen: [Meer kinderen sporten.]")
    assert "DS010" not in {finding.code for finding in dinet.audit(plan)}
    asked = audit_network(plan, AuditWishes(also=("no_vision",)))
    assert [finding.ids for finding in asked if finding.code == "DS010"] == [
        ()
    ]
