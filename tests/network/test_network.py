"""The elements of a network, its links, and what stands near each other.

In worlds of a few elements.
"""

import pytest

from dinet.errors import UnknownElementError
from dinet.model import Identity, Programme
from dinet.network import Grade, Network, Tally
from tests.network.worlds import element, ids, link, programme, world


class TestElements:
    def test_elements_stand_by_kind_and_then_in_reading_order(self):
        network = world("I9 T2 D3 S1 D1 I2 T1 D2")
        assert ids(network) == "T2 T1 D3 D1 D2 S1 I9 I2"
        assert ids(network.themes) == "T2 T1"
        assert ids(network.goals) == "D3 D1 D2"
        assert ids(network.targets) == "S1"
        assert ids(network.efforts) == "I9 I2"

    def test_an_element_is_found_by_its_id(self):
        network = world("D1 I1>D1")
        assert network["I1"].text == "Tekst van I1"
        assert "I1" in network
        assert "I2" not in network
        assert ids(network) == "D1 I1"
        assert len(network) == 2

    def test_an_unknown_id_is_answered_with_the_nearest_known_ones(self):
        with pytest.raises(
            UnknownElementError,
            match=r"there is no element D12 .* Did you mean D1\?",
        ):
            world("D1 S4 I8")["D12"]

    def test_an_unknown_id_that_resembles_none_gets_no_hint(self):
        with pytest.raises(UnknownElementError) as caught:
            world("D1")["Speeltuin"]
        assert (
            str(caught.value)
            == "there is no element Speeltuin in this programme."
        )

    @pytest.mark.parametrize(
        "question",
        [
            Network.grade,
            Network.supports,
            Network.goals_of,
            Network.efforts_for,
        ],
    )
    def test_a_question_about_an_element_of_another_network_is_refused(
        self, question
    ):
        with pytest.raises(UnknownElementError):
            question(world("D1"), element("D2"))

    def test_an_id_that_is_taken_stays_with_its_first_element(self):
        second = element("D1").model_copy(update={"text": "Een tweede D1"})
        network = Network(
            Programme(
                elements=(element("D1"), second, element("I1"), second),
                links=(link("I1", "D1"),),
            )
        )
        assert [each.text for each in network.goals] == ["Tekst van D1"]
        assert ids(network.efforts_for(network["D1"])) == "I1"
        assert len(network.programme.elements) == 4

    def test_a_network_tells_its_title_and_what_it_holds(self):
        whole = programme("D1 I1>D1 I2>D1").model_copy(
            update={"identity": Identity(title="Jong")}
        )
        assert repr(Network(whole)) == "<Network 'Jong': 1 goal, 2 effort>"

    def test_an_empty_programme_has_empty_answers(self):
        network = Network(Programme())
        assert network.coverage() == (Tally(), Tally(), ())
        assert network.coverage().goals.share is None
        assert network.orphans().total == 0
        assert (
            network.shared(),
            network.critical(),
            network.cycles(),
            network.measurements(),
        ) == ((), (), (), ())
        assert network.efforts_per_goal() == {}
        assert network.impact() == ((), ())


class TestLinks:
    def test_links_stand_by_what_serves_and_then_by_what_is_served(self):
        network = world("D1 D2 I1>D2 I1>D1 D1>D2")
        assert [(each.start, each.end) for each in network.links()] == [
            ("D1", "D2"),
            ("I1", "D1"),
            ("I1", "D2"),
        ]

    def test_links_between_the_same_two_are_all_kept_and_stand_by_kind(self):
        network = world(
            "D1 I1",
            link("I1", "D1", "depends_on"),
            link("I1", "D1"),
            link("I1", "D1"),
        )
        assert [each.kind for each in network.links()] == [
            "contributes_to",
            "contributes_to",
            "depends_on",
        ]

    def test_links_of_an_element_begin_or_end_at_it(self):
        network = world("I1>S1>D1 I2>D1", link("I1", "I1", "refers_to"))
        assert [
            (each.start, each.end) for each in network.links_of(network["S1"])
        ] == [
            ("S1", "D1"),
            ("I1", "S1"),
        ]
        assert [
            (each.start, each.end) for each in network.links_of(network["I1"])
        ] == [
            ("I1", "S1"),
            ("I1", "I1"),
        ]
        assert world("D1").links_of(element("D1")) == ()

    def test_links_with_an_unknown_end_take_no_part_and_are_listed(self):
        network = world("I1>D1", link("I1", "D7"), link("I7", "D1"))
        assert [
            (each.start, each.end) for each in network.unknown_references()
        ] == [
            ("I1", "D7"),
            ("I7", "D1"),
        ]
        assert [(each.start, each.end) for each in network.links()] == [
            ("I1", "D1")
        ]
        assert ids(network.efforts_for(network["D1"])) == "I1"

    def test_only_links_that_carry_support_count_as_serving(self):
        others = [
            link("I1", "D1", kind)
            for kind in ("refers_to", "depends_on", "conflicts_with")
        ]
        network = world("D1 I1", *others)
        assert network.serves(network["I1"]) == ()
        assert network.grade(network["D1"]) == Grade.UNKNOWN
        assert len(network.links()) == 3


class TestNearQuestions:
    def test_neighbours_stand_at_one_link(self):
        network = world("T1 D1>T1 I1>S1>D1 I2>D1")
        assert ids(network.serves(network["I1"])) == "S1"
        assert ids(network.supports(network["D1"])) == "S1 I2"

    def test_two_links_between_the_same_elements_give_one_neighbour(self):
        network = world("I1>D1 I1>D1")
        assert ids(network.supports(network["D1"])) == "I1"

    def test_an_element_does_not_serve_itself(self):
        network = world("D1>D1")
        assert (
            network.supports(network["D1"])
            == network.serves(network["D1"])
            == ()
        )

    def test_the_targets_of_a_goal_are_its_own(self):
        network = world("D1 S1>D1 S2>D2>D1")
        assert ids(network.targets_of(network["D1"])) == "S1"

    def test_an_effort_serves_every_goal_and_theme_above_it(self):
        network = world("T1 T2 D1>T1 D2>T2 D2>D1 I1>S1>D2")
        assert ids(network.goals_of(network["I1"])) == "D1 D2"
        assert ids(network.themes_of(network["I1"])) == "T1 T2"

    def test_the_efforts_for_an_element_include_those_of_what_serves_it(self):
        network = world("T1 D1>T1 I3>I1>S1>D2>D1 I2>D1")
        assert ids(network.efforts_for(network["D1"])) == "I3 I1 I2"
        assert ids(network.efforts_for(network["T1"])) == "I3 I1 I2"
        assert ids(network.efforts_for(network["S1"])) == "I3 I1"
        assert ids(network.efforts_for(network["I1"])) == "I3"
