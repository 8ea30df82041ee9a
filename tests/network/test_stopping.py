"""What is lost when efforts stop, in worlds of a few elements."""

import pytest

from dinet.errors import UnknownElementError
from dinet.network import Grade
from tests.network.worlds import ids, world

DIRECT, OWN_TARGET, GOAL, GOAL_BELOW, SHARED_TARGET, NONE, UNKNOWN = Grade


class TestStopping:
    def test_impact_lists_what_falls_and_how_far(self):
        network = world("D1 S1>D1 I1>S1 I1>D1 I2>D1")
        assert network.impact("I1") == (
            (network["I1"],),
            ((network["S1"], DIRECT, GOAL),),
        )
        assert [
            (each.element.id, each.after)
            for each in network.impact("I2", "I1").losses
        ] == [("D1", NONE), ("S1", NONE)]

    def test_impact_of_a_target_reaches_its_goal(self):
        assert [
            each.element.id
            for each in world("I1>S1>D1>T1").impact("S1").losses
        ] == ["T1", "D1"]

    def test_impact_of_a_goal_reaches_the_target_that_had_efforts_through_it(
        self,
    ):
        (loss,) = world("S1>D1 I1>D1").impact("D1").losses
        assert (loss.element.id, loss.before, loss.after) == (
            "S1",
            GOAL,
            NONE,
        )

    def test_impact_of_a_goal_reaches_the_goal_above_it(self):
        (loss,) = world("I1>D2>D1").impact("D2").losses
        assert (loss.element.id, loss.before, loss.after) == (
            "D1",
            GOAL_BELOW,
            NONE,
        )

    def test_a_goal_falls_from_its_own_effort_to_its_target_and_then_to_a_shared_one(
        self,
    ):
        network = world("I1>D1 I2>S1>D1 S2>D1 I3>S2>D2")
        assert [
            (loss.element.id, loss.after)
            for loss in network.impact("I1").losses
        ] == [("D1", OWN_TARGET)]
        assert [
            (loss.element.id, loss.after)
            for loss in network.impact("I1", "I2").losses
        ] == [("D1", SHARED_TARGET), ("S1", SHARED_TARGET)]

    def test_a_shared_target_stays_shared_when_one_of_its_goals_stops(self):
        network = world("S1>D1 S1>D2 I1>S1 I1>D2")
        assert network.grade(network["D1"]) is SHARED_TARGET
        assert network.impact("D2").losses == ()

    def test_what_the_document_does_not_say_cannot_be_lost(self):
        network = world("D1 S1>D1 I1 I2")
        assert network.grade(network["D1"]) is UNKNOWN
        assert network.impact("I1", "I2").losses == ()

    def test_an_effort_that_has_a_colleague_for_everything_has_no_impact(self):
        assert world("I1>D1 I2>D1").impact("I1").losses == ()

    def test_a_sub_effort_with_a_goal_of_its_own_goes_on_when_its_effort_stops(
        self,
    ):
        network = world("I2>I1>D1 I2>D2")
        assert [each.element.id for each in network.impact("I1").losses] == [
            "D1"
        ]
        assert [
            each.element.id for each in network.impact("I1", "I2").losses
        ] == [
            "D1",
            "D2",
        ]

    def test_an_element_stops_once_however_often_it_is_named(self):
        assert ids(world("I1>D1").impact("I1", "I1").stopped) == "I1"

    def test_impact_of_an_unknown_element_is_refused(self):
        with pytest.raises(UnknownElementError):
            world("I1>D1").impact("I1", "I9")

    def test_critical_lists_what_rests_on_one_effort_alone(self):
        critical = world("I1>S1>D1>T1 I2>D2>T1 I3>D2").critical()
        assert [(each.effort.id, ids(each.rests)) for each in critical] == [
            ("I1", "D1 S1")
        ]

    def test_sub_efforts_are_no_second_support(self):
        critical = world("I2>I1>D1 I3>I1").critical()
        assert [(each.effort.id, ids(each.rests)) for each in critical] == [
            ("I1", "D1")
        ]

    def test_a_circle_rests_on_the_one_effort_under_it(self):
        critical = world("I1>D1>D2>D1").critical()
        assert [(each.effort.id, ids(each.rests)) for each in critical] == [
            ("I1", "D1 D2")
        ]
