"""What dinet draws as Mermaid and GraphML, it reads back: the same elements and links."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings

import dinet
from dinet.api import read_bytes
from dinet.model import Effort, Goal, Identity, Link, Programme
from dinet.network import Network
from tests.strategies import FEW_EXAMPLES, programmes
from tests.writers import hostile

pytestmark = pytest.mark.no_cover

EXAMPLES = Path(__file__).parent.parent / "examples"


def flat(text: str) -> str:
    return " ".join(text.split())


def drawn(name: str, network: Network, suffix: str) -> Network:
    return Network(read_bytes(dinet.write(network, (), name), f"plan{suffix}"))


def elements(network: Network, change=str) -> list[tuple[str, str, str]]:
    return [
        (each.kind, change(each.id), change(each.text)) for each in network
    ]


def links(network: Network, change=str) -> Counter[tuple[str, str, str]]:
    return Counter(
        (change(each.start), change(each.end), each.kind)
        for each in network.links()
    )


@settings(max_examples=FEW_EXAMPLES)
@given(programmes)
@example(
    Programme(elements=(Goal(id="n1", text="7"), Goal(id="7", text="n1")))
)
def test_graphml_gives_back_every_element_and_link(this: Programme) -> None:
    network = Network(this)
    if len(network):
        found = drawn("graphml", network, ".graphml")
        assert elements(found) == elements(network)
        assert [
            (each.start, each.end, each.kind, each.basis)
            for each in found.links()
        ] == [
            (each.start, each.end, each.kind, each.basis)
            for each in network.links()
        ]
        assert found.programme.lang == this.lang


@pytest.mark.parametrize("name", ["hoogeveen", "coevorden"])
def test_mermaid_gives_back_the_elements_and_links_of_an_example(
    name: str,
) -> None:
    network = Network(dinet.read(EXAMPLES / f"{name}.din.yaml"))
    found = drawn("mermaid", network, ".mmd")
    assert elements(found, flat) == elements(network, flat)
    assert links(found) == links(network)
    assert found.programme.notes == ()


def test_mermaid_gives_back_hostile_texts_and_links_that_run_the_wrong_way() -> (
    None
):
    strings = tuple(
        {
            flat(each): each
            for each in hostile.STRINGS
            if "\u00b7" not in each and flat(each)
        }.values()
    )
    network = hostile.network(strings)
    found = drawn("mermaid", network, ".mmd")
    assert elements(found, flat) == elements(network, flat)
    assert links(found, flat) == links(network, flat)


def test_graphml_gives_back_all_that_is_known_of_a_hostile_element() -> None:
    network = hostile.network()
    found = drawn("graphml", network, ".graphml")
    fields = (
        "title",
        "owners",
        "sources",
        "wordings",
        "partners",
        "vacant",
        "phase",
        "period",
        "budget",
        "status",
        "remark",
    )
    for element in network:
        want = {name: getattr(element, name) or None for name in fields}
        got = {
            name: getattr(found[element.id], name) or None for name in fields
        }
        assert {
            name: "; ".join(value) if isinstance(value, tuple) else value
            for name, value in got.items()
        } == {
            name: "; ".join(value) or None
            if isinstance(value, tuple)
            else value
            for name, value in want.items()
        }


def test_weak_evidence_stays_weak() -> None:
    goals = (Goal(id="D1", text="een"), Goal(id="D2", text="twee"))
    network = Network(
        Programme(
            elements=goals,
            links=(
                Link(
                    start="D1",
                    end="D2",
                    kind="contributes_to",
                    basis="inherited",
                ),
            ),
        )
    )
    assert [
        each.basis for each in drawn("mermaid", network, ".mmd").links()
    ] == ["inferred"]
    assert [
        each.basis for each in drawn("graphml", network, ".graphml").links()
    ] == ["inherited"]


FULL = Effort(
    id="I1",
    code="GR/7",
    text="Bomen planten",
    owners=("Groen; Beheer", "Wijken {Noord}"),
    joint_with=("Klimaat `plan`",),
    planning=(
        {"period": "2027 K1", "phase": "100% <voorbereiding>"},
        {"period": "2027 K2", "phase": "uitvoering; nazorg"},
    ),
    phase="uitvoering",
    remark="Let op: %% en --> in een tekst.",
)


def planted() -> Network:
    goals = (Goal(id="D1", text="Meer groen", level="strategic"),)
    link = Link(start="I1", end="D1", kind="contributes_to")
    return Network(Programme(elements=(*goals, FULL), links=(link,)))


def test_mermaid_gives_back_what_its_boxes_do_not_show() -> None:
    found = drawn("mermaid", planted(), ".mmd")
    assert found["I1"].model_copy(update={"places": ()}) == FULL
    assert found["D1"].level == "strategic"
    assert found.programme.notes == ()


def test_mermaid_gives_back_what_a_programme_says_of_itself() -> None:
    identity = Identity(
        title="Groen & blauw", vision="Meer {bomen}", lang="en"
    )
    this = Programme(identity=identity, elements=(FULL,))
    found = drawn("mermaid", Network(this), ".mmd")
    assert found.programme.identity == identity


def test_graphml_gives_back_a_planning() -> None:
    assert (
        drawn("graphml", planted(), ".graphml")["I1"].planning == FULL.planning
    )


def test_a_box_that_was_worded_anew_keeps_what_was_said_of_it() -> None:
    chart = dinet.write(planted(), (), "mermaid").decode()
    edited = chart.replace("Bomen planten", "Heesters planten")
    effort = Network(read_bytes(edited.encode(), "plan.mmd"))["I1"]
    assert (effort.text, effort.phase) == ("Heesters planten", "uitvoering")


@pytest.mark.parametrize(
    "comment",
    [
        "%% dinet n1 geen gegevens",
        '%% dinet n1 ["lijst"]',
        '%% dinet n1 %7B"id": "X9", "planning": 7, "onbekend": 1%7D',
        "%% dinet n99 %7B%7D",
        '%% dinet programme %7B"lang": 7, "kleur": "rood"%7D',
    ],
)
def test_a_comment_of_another_program_says_nothing(comment: str) -> None:
    chart = f'flowchart RL\n    n1["D1 · Meer groen"]:::goal\n    {comment}\n'
    found = read_bytes(chart.encode(), "plan.mmd")
    assert [(each.id, each.text) for each in found.elements] == [
        ("D1", "Meer groen")
    ]
    assert found.notes == ()
