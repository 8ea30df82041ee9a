"""D2 from text: read here line by line, because no D2 program comes along."""

import pytest

import dinet
from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Link, Programme, Theme
from dinet.network import Network
from dinet.writers.d2 import quote_d2
from tests.builder import network
from tests.writers import hostile


def lines(world: Network, lang: str = "nl") -> list[str]:
    return (
        dinet.write(world, (), "d2", Profile(lang=lang)).decode().splitlines()
    )


def test_d2_draws_every_element_and_link_on_a_line_of_its_own() -> None:
    found = lines(
        network("""
            thema's: [{id: T1, tekst: Bewegen}]
            doelen: [{id: D1, tekst: Meer kinderen sporten, thema: T1}]
            smart-doelen: [{id: S1, tekst: In 2028 sport 60%, voor: D1}]
            inspanningen: [{id: I1, tekst: De hal, voor: S1}, {id: I1.1, tekst: Het dak, voor: I1}]
        """)
    )
    assert found[0] == "direction: left"
    assert found[-9:] == [
        "n1: 'T1 · Bewegen' {class: theme}",
        "n2: 'D1 · Meer kinderen sporten' {class: goal}",
        "n3: 'S1 · In 2028 sport 60%' {class: target}",
        "n4: 'I1 · De hal' {class: effort}",
        "n5: 'I1.1 · Het dak' {class: effort}",
        "n2 -- n1",
        "n3 -> n2",
        "n4 -> n3",
        "n5 -- n4",
    ]


def test_d2_says_what_is_no_plain_contribution_and_dashes_what_is_uncertain() -> (
    None
):
    elements = (
        Theme(id="T1", text="a"),
        Goal(id="D1", text="b"),
        Effort(id="I1", text="c"),
    )
    links = (
        Link(start="I1", end="D1", kind="depends_on"),
        Link(start="D1", end="T1", kind="refers_to", basis="inferred"),
        Link(start="I1", end="D1", kind="contributes_to", basis="inherited"),
    )
    assert lines(Network(Programme(elements=elements, links=links)), "en")[
        -3:
    ] == [
        "n2 -> n1: 'refers to' {style.stroke-dash: 4}",
        "n3 -> n2: {style.stroke-dash: 4}",
        "n3 -> n2: 'depends on'",
    ]


@pytest.mark.parametrize("text", hostile.STRINGS)
def test_a_text_of_d2_ends_where_it_ends(text: str) -> None:
    inside = quote_d2(text)[1:-1]
    assert "\n" not in inside
    assert "'" not in inside.replace("''", "")
    assert inside.replace("''", "'") == " ".join(text.split())
