"""The model of the matrix."""

import pytest

from dinet.layout.tables.matrix import ServingWay, build_matrix, split_columns
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from tests.layout.worlds import grown
from tests.network.worlds import world


def cell(network: Network, effort: str, served: str):
    return build_matrix(network).cells.get((effort, served))


def test_an_effort_that_is_linked_to_something_serves_it_directly():
    found = cell(world("I1>S1>D1"), "I1", "S1")
    assert (found.way, found.weak, found.via, found.sign) == (
        ServingWay.DIRECT,
        False,
        (),
        "●",
    )


def test_a_goal_that_is_served_by_way_of_targets_names_them_all():
    found = cell(world("I1>S1>D1 I1>S2>D1"), "I1", "D1")
    assert (found.way, found.via, found.sign) == (
        ServingWay.BETWEEN,
        ("S1", "S2"),
        "■",
    )
    assert found.words().in_language("en") == "by way of S1, S2"


def test_the_nearest_way_counts():
    found = cell(world("I1>S1>D1 I1>D1"), "I1", "D1")
    assert (found.way, found.via) == (ServingWay.DIRECT, ())


def test_a_goal_over_a_goal_is_served_by_way_of_that_goal():
    found = cell(world("I1>D2>D1"), "I1", "D1")
    assert (found.way, found.via, found.sign) == (
        ServingWay.GOAL,
        ("D2",),
        "→",
    )


def test_a_goal_that_is_served_only_over_a_shared_target_has_a_sign_of_its_own():
    network = world("I1>S1>D1 S1>D2 I1>D2>D3 S1>D3")
    found = cell(network, "I1", "D1")
    assert (found.way, found.via, found.sign) == (
        ServingWay.SHARED,
        ("S1",),
        "○",
    )
    assert "shared target" in found.words().in_language("en")
    assert cell(network, "I1", "D2").way is ServingWay.DIRECT
    assert cell(network, "I1", "D3").way is ServingWay.GOAL


def test_a_part_of_an_effort_serves_what_the_whole_effort_serves():
    assert cell(world("I2>I1>S1"), "I2", "S1").via == ("I1",)


@pytest.mark.parametrize(
    ("bases", "sign"),
    [
        (["inherited"], "(●)"),
        (["inferred"], "(●)"),
        (["inferred", "stated"], "●"),
    ],
)
def test_weak_evidence_stands_between_brackets_unless_there_is_firm_evidence_too(
    bases, sign
):
    links = [
        Link(start="I1", end="D1", kind=kind, basis=basis)
        for kind, basis in zip(
            ("contributes_to", "part_of"), bases, strict=False
        )
    ]
    network = Network(
        Programme(
            elements=(Goal(id="D1", text="a"), Effort(id="I1", text="b")),
            links=tuple(links),
        )
    )
    assert cell(network, "I1", "D1").sign == sign


def test_a_weak_link_makes_the_whole_way_weak():
    links = (
        Link(start="I1", end="D2", kind="contributes_to", basis="inherited"),
        Link(start="D2", end="D1", kind="contributes_to"),
    )
    elements = (
        Goal(id="D1", text="a"),
        Goal(id="D2", text="b"),
        Effort(id="I1", text="c"),
    )
    found = cell(
        Network(Programme(elements=elements, links=links)), "I1", "D1"
    )
    assert (found.sign, found.words().in_language("en")) == (
        "(→)",
        "by way of D2, by weak evidence",
    )


def test_columns_stand_by_theme_and_under_their_first_goal():
    columns = build_matrix(world("S1>D1>T1 S1>D2>T2 S2>D2 S3 D3")).columns
    found = [(column.element.id, column.theme) for column in columns]
    assert found == [
        ("D1", "T1"),
        ("S1", "T1"),
        ("D2", "T2"),
        ("S2", "T2"),
        ("D3", None),
        ("S3", None),
    ]


def test_every_effort_has_a_row_and_every_aim_a_column():
    network = grown(60)
    found = build_matrix(network)
    assert found.rows == network.efforts
    aims = {
        each.id
        for each in network
        if each.kind not in ("theme", "effort", "programme")
    }
    assert sorted(column.element.id for column in found.columns) == sorted(
        aims
    )


@pytest.mark.parametrize("seed", range(5))
def test_the_matrix_agrees_with_the_network(seed):
    network = grown(60, seed)
    found = build_matrix(network)
    for column in found.columns:
        serving = {
            effort
            for effort, served in found.cells
            if served == column.element.id
        }
        assert serving == {
            effort.id for effort in network.efforts_for(column.element)
        }


def test_totals_count_what_the_cells_say():
    found = build_matrix(world("I1>S1>D1 I2>D1 I3"))
    assert [found.served(effort) for effort in found.rows] == [
        (1, 1),
        (1, 0),
        (0, 0),
    ]
    assert {
        column.element.id: found.serving(column) for column in found.columns
    } == {
        "D1": (2, 1),
        "S1": (1, 1),
    }


def test_a_row_can_be_said_in_words():
    found = build_matrix(world("I1>S1>D1 I2"))
    said = [found.row_words(effort).in_language("en") for effort in found.rows]
    assert said == ["D1 (by way of S1), S1 (directly)", "serves nothing here"]


def test_efforts_that_serve_each_other_in_a_circle_do_no_harm():
    found = build_matrix(world("I1>I2>I1 I2>D1"))
    assert {
        (effort, served): each.via
        for (effort, served), each in found.cells.items()
    } == {
        ("I1", "D1"): ("I2",),
        ("I2", "D1"): (),
    }


def test_a_band_holds_no_more_columns_than_fit_and_nothing_is_lost():
    columns = build_matrix(grown(120)).columns
    found = split_columns(columns, 7)
    assert max(map(len, found)) <= 7
    assert [column for band in found for column in band] == list(columns)


def test_bands_are_about_as_wide():
    columns = build_matrix(
        world(" ".join(f"D{number}" for number in range(1, 28)))
    ).columns
    assert [len(band) for band in split_columns(columns, 26)] == [14, 13]


def test_a_programme_without_elements_has_an_empty_matrix():
    assert build_matrix(world("")) == ((), (), {})


def test_a_part_has_the_efforts_that_serve_its_columns_and_the_first_those_that_serve_nothing():
    found = build_matrix(world("I1>D1>T1 I2>D2>T2 I3"))
    first, second = ((column,) for column in found.columns)
    assert [effort.id for effort in found.rows_in(first)] == ["I1", "I3"]
    assert [effort.id for effort in found.rows_in(second)] == ["I2"]
    assert found.rows_in(found.columns) == found.rows
