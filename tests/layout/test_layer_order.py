"""The order of nodes in their columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinet.layout.layered.arrangement import Arrangement
from dinet.layout.layered.coordinates import ClusterNodes
from dinet.layout.layered.layer_order import order_layers
from dinet.model import Link
from tests.network.worlds import link, world


def order(text: str, *more: Link) -> list[str]:
    clusters = ClusterNodes(Arrangement(world(text, *more))).clusters
    return [
        " ".join(node.name for node in column if not node.is_dummy)
        for cluster in clusters
        for column in cluster.columns
        if column
    ]


def test_without_crossings_columns_are_in_reading_order():
    assert order("D1>T1 D2>T1 S1>D1 S2>D2 I1>S1 I2>S2 I3>S2") == [
        "T1",
        "D1 D2",
        "S1 S2",
        "I1 I2 I3",
    ]


def test_neighbours_change_places_when_that_takes_a_crossing_away():
    assert order("D1>T1 D2>T1 S1>D2 S2>D1 I1>S1 I2>S2")[1:] == [
        "D1 D2",
        "S2 S1",
        "I2 I1",
    ]


def test_what_leads_to_a_cluster_above_stands_above():
    assert (
        order("D1>T1 D2>T2 S1>D1 I1>D2 I2>D2 I3>D2 I3>S1")[-1].split()[0]
        == "I3"
    )


def test_the_order_of_a_cluster_heeds_where_in_another_cluster_its_links_end():
    text = "D1>T1 D2>T2 D3>T2 S1>D1 S2>D1 S1>D3 S2>D2 I1>S1 I2>S2"
    _, _, targets, _, _, goals = order(text)
    assert (targets, goals) in {("S1 S2", "D3 D2"), ("S2 S1", "D2 D3")}


@pytest.mark.parametrize("kind", ["contributes_to", "refers_to"])
def test_what_is_linked_with_a_cluster_above_stands_on_that_side(kind):
    text = "S1>D1>T1 D2>T2 I1>D2 I2>D2"
    assert order(text)[-1] == "I1 I2"
    assert order(text, link("I2", "S1", kind))[-1] == "I2 I1"


def test_links_go_on_both_sides_around_what_they_pass():
    goals = " ".join(f"D{number}>D1 D{number}>T1" for number in range(2, 6))
    strategic = (
        ClusterNodes(Arrangement(world(f"D1>T1 {goals}")))
        .clusters[0]
        .columns[1]
    )
    assert [node.is_dummy for node in strategic] == [True, False, True]
    assert [len(node.segments) for node in strategic] == [2, 0, 2]


def test_links_to_the_same_element_run_beside_each_other_where_nothing_is_between():
    column = (
        ClusterNodes(Arrangement(world("S1>D1 S2>D2 I1>S1 I2>D1 I3>D1 I4>D1")))
        .clusters[0]
        .columns[1]
    )
    assert [(node.name, len(node.segments)) for node in column] == [
        ("S1", 0),
        ("D1", 3),
        ("S2", 0),
    ]


def drawn_to_below(targets: int) -> str:
    """Two goals with so many targets; what serves the first serves a goal of another theme too."""
    first = range(1, targets + 1)
    other = range(targets + 1, 2 * targets + 1)
    return " ".join(
        [
            "D1>T1 D2>T1 D3>T2",
            *(f"I{n}>S{n}>D1 I{n}>D3" for n in first),
            *(f"I{n}>S{n}>D2" for n in other),
        ]
    )


def test_goals_keep_the_order_of_the_document_where_few_lines_cross():
    assert order(drawn_to_below(2))[1] == "D1 D2"


def test_in_a_tangle_a_goal_changes_places_with_all_that_hangs_on_it():
    found = order(drawn_to_below(9))
    assert found[1] == "D2 D1"
    assert found[2].split()[-9:] == [f"S{n}" for n in range(1, 10)]


chains = st.lists(
    st.tuples(
        st.sampled_from("I1 I2 I3 I4 I5".split()),
        st.sampled_from("S1 S2 S3 S4 D1 D2".split()),
    ),
    min_size=1,
)


@settings(derandomize=True)
@given(chains)
def test_everything_keeps_its_cluster_and_column_and_doing_it_twice_changes_nothing(
    pairs,
):
    text = " ".join(
        [
            "D1",
            "D2",
            "S1>D1",
            "S2>D2",
            "S3>D1",
            "S4>D2",
            *(f"{start}>{end}" for start, end in pairs),
        ]
    )
    clusters = [
        cluster.columns
        for cluster in ClusterNodes(Arrangement(world(text))).clusters
    ]
    again = order_layers(clusters)
    assert [[{*column} for column in columns] for columns in again] == [
        [{*column} for column in columns] for columns in clusters
    ]
    assert order_layers(again) == again
