"""Which column, cluster and place every element gets, and which links are drawn."""

from dinet.layout.layered.arrangement import COLUMN_ORDER, Arrangement
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from tests.layout.worlds import grown
from tests.network.worlds import link, world


def clusters(network: Network) -> dict[str | None, str]:
    return {
        cluster.theme: " ".join(cluster.heads)
        for cluster in Arrangement(network).clusters
    }


def columns(network: Network) -> dict[str, str]:
    return {
        element: COLUMN_ORDER[rank]
        for element, rank in Arrangement(network).column_rank.items()
    }


def drawn(network: Network) -> set[str]:
    return {
        f"{each.start}>{each.end}" for each in Arrangement(network).drawn_links
    }


def levels(
    *goals: tuple[str, str | None], links: tuple[Link, ...] = ()
) -> Network:
    elements = tuple(
        Goal(id=each, text=each, level=level) for each, level in goals
    )
    return Network(Programme(elements=elements, links=links))


# columns


def test_every_kind_has_its_own_column():
    found = columns(world("P1 T1 D1 B1 S1 V1 R1 I1"))
    assert found == {
        "P1": "programme",
        "T1": "theme",
        "D1": "goal",
        "B1": "benefit",
        "S1": "target",
        "V1": "capability",
        "R1": "result",
        "I1": "effort",
    }


def test_operational_goals_stand_right_of_strategic_ones():
    assert columns(
        levels(("D1", "strategic"), ("D2", "operational"), ("D3", None))
    ) == {
        "D1": "goal",
        "D2": "subgoal",
        "D3": "goal",
    }


def test_goals_of_one_level_share_a_column():
    assert set(
        columns(levels(("D1", "operational"), ("D2", "operational"))).values()
    ) == {"goal"}


def test_a_goal_that_serves_a_goal_stands_right_of_it():
    assert columns(world("D2>D1")) == {"D2": "subgoal", "D1": "goal"}


def test_a_strategic_goal_keeps_its_column_whatever_it_serves():
    assert (
        columns(
            levels(
                ("D1", "strategic"),
                ("D2", "strategic"),
                links=(link("D2", "D1"),),
            )
        )["D2"]
        == "goal"
    )


# clusters


def test_every_theme_has_a_cluster_with_all_that_serves_it_from_left_to_right():
    assert clusters(world("T1 T2 D1>T1 D2>T2 S1>D1 I1>S1 I2>D2")) == {
        "T1": "T1 D1 S1 I1",
        "T2": "T2 D2 I2",
    }


def test_a_shared_target_stands_once_in_the_cluster_of_its_first_goal():
    assert clusters(world("T1 T2 D1>T1 D2>T2 S1>D1 S1>D2")) == {
        "T1": "T1 D1 S1",
        "T2": "T2 D2",
    }


def test_an_effort_stands_with_the_goal_that_its_document_names():
    assert (
        clusters(world("T1 T2 D1>T1 D2>T2 S1>D1 S1>D2 I1>S1 I1>D2"))["T2"]
        == "T2 D2 I1"
    )


def test_an_effort_without_a_goal_of_its_own_stands_with_its_first_target():
    assert (
        clusters(world("T1 T2 D1>T1 D2>T2 S1>D1 S2>D2 I1>S2 I1>S1"))["T1"]
        == "T1 D1 S1 I1"
    )


def test_what_has_no_theme_stands_in_a_last_cluster():
    assert clusters(world("T1 D1>T1 D2 I1>D2"))[None] == "D2 I1"


def test_a_goal_without_theme_stands_with_the_theme_from_which_it_is_served():
    assert clusters(world("T1 D1>T1 D2>D1 D2>D9")) == {"T1": "T1 D1 D2 D9"}


def test_efforts_stand_in_reading_order_under_the_first_thing_they_serve():
    assert (
        clusters(world("D1 S1>D1 S2>D1 I1>S2 I2>S1 I3>S2 I4>S1"))[None]
        == "D1 S1 I2 I4 S2 I1 I3"
    )


def test_without_themes_everything_that_is_linked_is_one_cluster():
    assert clusters(world("D1 D2 S1>D1 I1>S1")) == {None: "D1 S1 I1 D2"}


def test_elements_on_a_circle_have_a_cluster_too():
    assert clusters(world("D1>D2 D2>D3 D3>D1")) == {None: "D1 D3 D2"}


def test_every_element_is_in_exactly_one_cluster_or_group():
    for seed in range(1, 6):
        network = grown(120, seed)
        arrangement = Arrangement(network)
        heads = [
            each
            for group in (*arrangement.clusters, *arrangement.unlinked_groups)
            for each in group.heads
        ]
        members = [
            member
            for head in heads
            for member, _ in arrangement.families[head]
        ]
        assert sorted(members) == sorted(element.id for element in network)


# families


def test_sub_efforts_stand_under_their_effort_in_reading_order():
    arrangement = Arrangement(world("I1>D1 I2>I1 I3>I2 I4>I1"))
    assert arrangement.families["I1"] == [
        ("I1", 0),
        ("I2", 1),
        ("I3", 2),
        ("I4", 1),
    ]
    assert arrangement.head_of["I3"] == "I1"


def test_a_sub_effort_that_is_read_before_its_effort_is_not_in_its_family():
    arrangement = Arrangement(world("I1>I2 I2>I1"))
    assert arrangement.parent_of == {"I2": "I1"}


# loose efforts


def grouped(
    *efforts: tuple[str, str | None], links: tuple[Link, ...] = ()
) -> Arrangement:
    elements = (
        Goal(id="D1", text="Doel"),
        *(Effort(id=each, text=each, group=group) for each, group in efforts),
    )
    return Arrangement(Network(Programme(elements=elements, links=links)))


def test_efforts_that_serve_nothing_are_gathered_by_group_in_reading_order():
    arrangement = grouped(
        ("I1", "Wonen"), ("I2", "Zorg"), ("I3", None), ("I4", "Wonen")
    )
    assert [
        (group.group, group.heads) for group in arrangement.unlinked_groups
    ] == [
        ("Wonen", ("I1", "I4")),
        ("Zorg", ("I2",)),
        (None, ("I3",)),
    ]


def test_an_effort_with_any_link_to_another_element_is_not_loose():
    arrangement = grouped(
        ("I1", None),
        ("I2", None),
        ("I3", None),
        links=(link("I1", "I2", "depends_on"),),
    )
    assert [group.heads for group in arrangement.unlinked_groups] == [("I3",)]


def test_a_loose_effort_keeps_its_sub_efforts():
    arrangement = grouped(
        ("I1", None), ("I2", None), links=(link("I2", "I1"),)
    )
    assert [group.heads for group in arrangement.unlinked_groups] == [("I1",)]
    assert [member for member, _ in arrangement.families["I1"]] == ["I1", "I2"]


# links


def test_a_link_to_a_goal_past_its_own_target_is_left_out():
    network = world("S1>D1 I1>S1 I1>D1")
    assert drawn(network) == {"S1>D1", "I1>S1"}
    assert Arrangement(network).implied_count == 1


def test_a_link_to_a_goal_that_the_target_does_not_measure_is_drawn():
    assert drawn(world("S1>D1 I1>S1 I1>D2")) == {"S1>D1", "I1>S1", "I1>D2"}


def test_a_link_to_a_theme_past_a_goal_of_it_is_left_out():
    assert drawn(world("D1>T1 I1>D1 I1>T1")) == {"D1>T1", "I1>D1"}


def test_every_goal_keeps_its_line_to_its_theme():
    assert drawn(world("D1>T1 D2>T1 D2>D1")) == {"D1>T1", "D2>T1", "D2>D1"}


def test_a_link_that_carries_no_support_is_never_left_out():
    assert drawn(world("S1>D1 I1>S1", link("I1", "D1", "conflicts_with"))) == {
        "S1>D1",
        "I1>S1",
        "I1>D1",
    }


def test_a_link_from_an_element_to_itself_is_not_drawn():
    assert drawn(world("D1>D1")) == set()


def test_shuffled_links_give_the_same_arrangement():
    whole = grown(60).programme
    turned = whole.model_copy(update={"links": whole.links[::-1]})
    one, other = Arrangement(Network(whole)), Arrangement(Network(turned))
    assert (one.clusters, one.unlinked_groups, one.families) == (
        other.clusters,
        other.unlinked_groups,
        other.families,
    )
