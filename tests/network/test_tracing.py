"""What hangs together, in worlds of a few elements."""

import pytest

from dinet.errors import UnknownElementError
from tests.network.worlds import ids, link, world


def sharing(text: str) -> dict[str, str]:
    return {each.element.id: ids(each.serves) for each in world(text).shared()}


class TestShared:
    def test_a_target_of_two_goals_joins_their_themes(self):
        (shared,) = world("T1 T2 D1>T1 D2>T2 S1>D1 S1>D2 S2>D2").shared()
        assert (shared.element.id, ids(shared.serves), ids(shared.themes)) == (
            "S1",
            "D1 D2",
            "T1 T2",
        )

    def test_an_effort_in_the_rows_of_two_goals_is_shared(self):
        assert sharing("I1>D1 I1>D2 I2>D1") == {"I1": "D1 D2"}

    def test_an_effort_for_the_targets_of_two_goals_is_shared(self):
        assert sharing("I1>S1>D1 I1>S2>D2") == {"I1": "D1 D2"}

    def test_an_effort_for_one_shared_target_is_not_shared_itself(self):
        assert sharing("D1 D2 S1>D1 S1>D2 I1>S1 I1>D1") == {"S1": "D1 D2"}

    def test_an_effort_for_two_targets_of_one_goal_is_not_shared(self):
        assert sharing("I1>S1>D1 I1>S2>D1 I1>D1") == {}

    def test_a_capability_for_two_benefits_is_shared(self):
        assert sharing("V1>B1>D1 V1>B2>D1") == {"V1": "B1 B2"}

    def test_a_goal_in_two_themes_is_not_shared(self):
        assert sharing("D1>T1 D1>T2") == {}

    def test_a_goal_is_not_shared_by_being_measured_itself(self):
        assert sharing("D1>S1>D1 D1>D2") == {}

    def test_a_theme_in_a_circle_does_not_stand_in_itself(self):
        (shared,) = world("T1>D1>T1 T1>D2").shared()
        assert (shared.element.id, shared.themes) == ("T1", ())

    def test_shared_elements_stand_in_the_order_of_the_programme(self):
        assert list(sharing("I2>D1 S1>D1 I1>D1 I2>D2 S1>D2 I1>D2")) == [
            "S1",
            "I2",
            "I1",
        ]


class TestEffortsPerGoal:
    def test_each_goal_has_all_efforts_under_it(self):
        found = world("I1>S1>D2>D1 I2>D2 I3>I2 D3").efforts_per_goal()
        assert found == {
            "D2": {"I1", "I2", "I3"},
            "D1": {"I1", "I2", "I3"},
            "D3": set(),
        }

    def test_goals_in_a_circle_have_each_others_efforts(self):
        found = world("D1>D2>D1 I1>D1 I2>D2>D3").efforts_per_goal()
        assert found == {
            "D1": {"I1", "I2"},
            "D2": {"I1", "I2"},
            "D3": {"I1", "I2"},
        }


class TestTrace:
    def test_a_trace_goes_to_the_vision_and_to_the_efforts_nearest_first(self):
        trace = world("I2>I1>S1>D1>T1 I3>D1").trace("D1")
        assert trace.element.id == "D1"
        assert [(hop.element.id, hop.distance) for hop in trace.serves] == [
            ("T1", 1)
        ]
        assert [(hop.element.id, hop.distance) for hop in trace.served_by] == [
            ("S1", 1),
            ("I3", 1),
            ("I1", 2),
            ("I2", 3),
        ]

    def test_each_hop_has_the_link_that_was_followed(self):
        (first, second) = world("I1>S1>D1").trace("I1").serves
        assert (first.link, second.link) == (
            link("I1", "S1"),
            link("S1", "D1"),
        )

    def test_an_element_stands_in_a_trace_once_also_in_a_circle(self):
        trace = world("D1>D2>D1 D1>D1 S1>D1 S1>D2").trace("D1")
        assert [hop.element.id for hop in trace.serves] == ["D2"]
        assert [hop.element.id for hop in trace.served_by] == ["D2", "S1"]

    def test_a_trace_of_an_unknown_element_is_refused(self):
        with pytest.raises(UnknownElementError):
            world("D1").trace("D2")


class TestCycles:
    def test_a_network_without_circles_has_no_cycles(self):
        assert world("I1>S1>D1>T1").cycles() == ()

    def test_the_shortest_cycle_of_a_knot_is_shown_from_its_first_element(
        self,
    ):
        (cycle,) = world("D1>D2>D3>D4>D1 D3>D1").cycles()
        assert ids(cycle) == "D1 D2 D3"

    def test_of_equally_short_cycles_the_first_in_reading_order_is_shown(self):
        (cycle,) = world("D1 D2 D3 D3>D1 D1>D3 D1>D2>D1").cycles()
        assert ids(cycle) == "D1 D2"

    def test_each_knot_has_its_cycle(self):
        assert [
            ids(each) for each in world("D5>D6>D5 D1>D2>D1 D2>D5>D9").cycles()
        ] == [
            "D5 D6",
            "D1 D2",
        ]

    def test_a_link_to_itself_is_no_cycle_and_hides_none(self):
        assert world("D1>D1").cycles() == ()
        assert [ids(each) for each in world("D1>D1 D1>D2>D1").cycles()] == [
            "D1 D2"
        ]

    def test_references_and_dependencies_make_no_cycle(self):
        assert world("I1>I2", link("I2", "I1", "depends_on")).cycles() == ()
