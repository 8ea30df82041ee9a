"""The network as people who know NetworkX get it."""

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from dinet.api import Network
from dinet.model import Effort, Goal, Link, Programme
from tests.network.worlds import link, world


def test_elements_carry_their_texts_and_leave_out_what_is_empty():
    goal = Goal(
        id="D1",
        text="Meer sport",
        level="strategic",
        owners=("Team Sport", "Team Jeugd"),
    )
    graph = Network(Programme(elements=(goal,))).graph
    assert graph.nodes["D1"] == {
        "kind": "goal",
        "text": "Meer sport",
        "level": "strategic",
        "owners": "Team Sport; Team Jeugd",
    }


def test_links_carry_their_kind_and_evidence():
    assert dict(world("I1>D1").graph.edges) == {
        ("I1", "D1"): {"kind": "contributes_to", "basis": "stated"}
    }


def test_two_links_between_the_same_elements_are_one_that_names_both_kinds():
    graph = world("I1>D1", link("I1", "D1", "refers_to")).graph
    assert graph.edges["I1", "D1"] == {
        "kind": "contributes_to",
        "basis": "stated",
        "kinds": "contributes_to; refers_to",
    }


def test_every_attribute_survives_graphml():
    effort = Effort(
        id="I1",
        text="Bouwen & <inrichten>",
        wordings=("Bouwen",),
        phase="uitvoering",
        vacant="n.t.b.",
    )
    links = (Link(start="I1", end="I1", kind="refers_to"),)
    graph = Network(Programme(elements=(effort,), links=links)).graph
    back = nx.parse_graphml("\n".join(nx.generate_graphml(graph)))
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(back.edges(data=True)) == list(graph.edges(data=True))


def test_the_graph_is_frozen_and_can_be_copied_to_change_it():
    graph = world("I1>D1").graph
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        graph.add_node("D2")
    copy = nx.DiGraph(graph)
    copy.add_node("D2")
    assert len(copy) == 3


def test_the_network_as_pyvis_holds_every_element_and_link_once():
    picture = world("I1>S1>D1").to_pyvis()
    assert sorted(each["id"] for each in picture.nodes) == ["D1", "I1", "S1"]
    assert sorted((each["from"], each["to"]) for each in picture.edges) == [
        ("I1", "S1"),
        ("S1", "D1"),
    ]


QUESTIONS = """
import sys
from tests.network.worlds import world
network = world("I1>S1>D1>T1 S1>D2")
answers = (network.coverage(), network.orphans(), network.measurements(), network.shared())
answers += (network.critical(), network.efforts_per_goal(), network.trace("D1"))
answers += (network.impact("I1"), network.cycles(), network.links())
print("networkx" in sys.modules, len(answers))
network.graph
print("networkx" in sys.modules)
"""


def test_questions_about_a_network_without_cycles_leave_networkx_unimported():
    root = Path(__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", QUESTIONS],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split() == ["False", "10", "True"]
