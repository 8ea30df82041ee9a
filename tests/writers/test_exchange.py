"""Formats for other programs.

Each is read back here by the library of its field, and holds every element and link.
"""

import io
import json
import re
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from lxml import etree

import dinet
from dinet.limits import Limits, use_limits
from dinet.model import Capability, Goal, Identity, Link, Programme, Target
from dinet.network import Network
from tests.builder import network
from tests.writers import hostile

SPORT = """
    programma: Samen sterk
    visie: Iedereen doet mee.
    thema's: [{id: T1, tekst: Bewegen}]
    doelen: [{id: D1, tekst: Meer kinderen sporten, thema: T1}]
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60%, voor: D1, streefwaarde: 60%, bron: [GGD, CBS]}
    inspanningen:
      - {id: I1, tekst: De hal, voor: S1, trekker: Sport}
      - {id: I1.1, tekst: Het dak, voor: I1}
"""
WORLDS = {
    "sport": network(SPORT),
    "hostile": hostile.network(),
    "empty": Network(Programme()),
}
OWN = "{http://www.opengroup.org/xsd/archimate/3.0/}"
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
Read = tuple[set[str], list[tuple[str, str]]]


def made(name: str, world: Network, **wishes: Any) -> bytes:
    return dinet.write(world, (), name, dinet.Profile(**wishes))


def xml(name: str, world: Network, **wishes: Any) -> Any:
    return etree.fromstring(made(name, world, **wishes))


def of_networkx(read: Callable[[Any], Any], name: str, world: Network) -> Read:
    graph = read(io.BytesIO(made(name, world)))
    assert all(
        graph.nodes[each.id].get("text", "") == each.text for each in world
    )
    return {graph.nodes[each]["kind"] + each for each in graph}, sorted(
        graph.edges()
    )


def of_cytoscape(world: Network) -> Read:
    found = json.loads(made("cytoscape", world))["elements"]
    nodes, edges = (
        [each["data"] for each in found[part]] for part in ("nodes", "edges")
    )
    return {each["kind"] + each["id"] for each in nodes}, sorted(
        (each["source"], each["target"]) for each in edges
    )


def of_archimate(world: Network) -> Read:
    root = xml("archimate", world)
    names = {
        each.findtext(f"{OWN}name"): each.get("identifier")
        for each in root.iter(f"{OWN}propertyDefinition")
    }
    ids, kinds = {}, set()
    for each in root.iter(f"{OWN}element"):
        facts = {
            part.get("propertyDefinitionRef"): part.findtext(f"{OWN}value")
            for part in each.iter(f"{OWN}property")
        }
        ids[each.get("identifier")] = facts[names["id"]]
        kinds.add(facts[names["kind"]] + facts[names["id"]])
    pairs = []
    for each in root.iter(f"{OWN}relationship"):
        ends = ids[each.get("source")], ids[each.get("target")]
        pairs.append(ends[::-1] if each.get(TYPE) == "Aggregation" else ends)
    return kinds, sorted(pairs)


READ: dict[str, Callable[[Network], Read]] = {
    "graphml": lambda world: of_networkx(nx.read_graphml, "graphml", world),
    "gexf": lambda world: of_networkx(nx.read_gexf, "gexf", world),
    "cytoscape": of_cytoscape,
    "archimate": of_archimate,
}


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("world", ["sport", "hostile"])
def test_every_element_and_link_is_there_for_the_library_of_its_field(
    name: str, world: str
) -> None:
    nodes, edges = READ[name](WORLDS[world])
    assert nodes == {each.kind + each.id for each in WORLDS[world]}
    assert edges == sorted(
        (each.start, each.end) for each in WORLDS[world].links()
    )


@pytest.mark.parametrize(
    "name", [name for name in READ if name != "cytoscape"]
)
def test_a_programme_that_is_too_large_to_draw_has_no_places(
    name: str,
) -> None:
    whole = made(name, WORLDS["sport"])
    with use_limits(Limits(picture=2)):
        bare = made(name, WORLDS["sport"])
        assert json.loads(made("cytoscape", WORLDS["sport"]))["elements"][
            "nodes"
        ][0].keys() == {"data"}
    assert re.search(rb"<(y:Geometry|viz:position|node identifier)", whole)
    assert not re.search(rb"<(y:Geometry|viz:position|node identifier)", bare)


def test_yed_gets_a_box_with_words_colours_and_a_place_for_every_element() -> (
    None
):
    root = xml("graphml", WORLDS["sport"])
    (node,) = (each for each in root.iter("{*}node") if each.get("id") == "S1")
    assert node.findtext(".//{*}NodeLabel") == "S1 · In 2028 sport 60%"
    assert {each.tag.rpartition("}")[2] for each in node.iter()} >= {
        "Geometry",
        "Fill",
        "BorderStyle",
        "Shape",
    }
    facts = {each.get("key"): each.text for each in node.iter("{*}data")}
    assert (
        facts["node-sources"],
        facts["node-value"],
        facts["node-coverage"],
    ) == (
        "GGD; CBS",
        "60%",
        "direct",
    )


def test_gephi_counts_upwards() -> None:
    found = nx.read_gexf(io.BytesIO(made("gexf", WORLDS["sport"])))
    assert all(found.nodes[each]["viz"]["position"]["y"] < 0 for each in found)
    places = json.loads(made("cytoscape", WORLDS["sport"]))["elements"][
        "nodes"
    ]
    assert all(each["position"]["y"] > 0 for each in places)


# draw.io


@pytest.mark.no_cover
def test_a_drawing_has_a_box_for_every_element_and_lines_that_stay_joined() -> (
    None
):
    world = WORLDS["hostile"]
    root = xml("drawio", world)
    boxes = {
        each.get("id"): each
        for each in root.iter("object")
        if each.find("mxCell").get("vertex")
    }
    assert [each.get("text") for each in boxes.values()] == [
        world[each.get("code")].text for each in boxes.values()
    ]
    assert {each.get("code") for each in boxes.values()} == {
        each.id for each in world
    }
    lines = [each for each in root.iter("mxCell") if each.get("source")]
    assert {
        (
            boxes[each.get("source")].get("code"),
            boxes[each.get("target")].get("code"),
        )
        for each in lines
    } <= {(each.start, each.end) for each in world.links()}
    assert len(lines) > len(world) / 2


def test_the_words_of_a_drawing_are_never_taken_for_markup() -> None:
    styles = [
        each.get("style")
        for each in xml("drawio", WORLDS["hostile"]).iter("mxCell")
        if each.get("style")
    ]
    assert all("html=0" in style for style in styles)
    assert not any(
        "link" in each.attrib
        for each in xml("drawio", WORLDS["hostile"]).iter(
            "object", "UserObject"
        )
    )


def test_the_page_of_a_drawing_is_the_one_that_was_asked_for() -> None:
    (model,) = xml("drawio", WORLDS["sport"], paper="A4").iter("mxGraphModel")
    assert (model.get("pageWidth"), model.get("pageHeight")) == ("827", "1169")


# ArchiMate


def test_each_kind_is_something_else_in_archimate_and_ids_are_unique() -> None:
    root = xml("archimate", WORLDS["sport"])
    assert [each.get(TYPE) for each in root.iter(f"{OWN}element")] == [
        "Goal",
        "Goal",
        "Outcome",
        "CourseOfAction",
        "CourseOfAction",
    ]
    assert [
        each.get(TYPE) for each in root.iter(f"{OWN}relationship")
    ] == "Aggregation Realization Realization Aggregation".split()
    names = [
        each.get("identifier")
        for each in root.iter()
        if each.get("identifier")
    ]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"id-[a-z0-9]+", name) for name in names)


def test_what_archimate_has_no_relation_for_is_an_association_with_its_name() -> (
    None
):
    elements = (
        Goal(id="D1", text="a"),
        Goal(id="D2", text="b"),
        Target(id="S1", text="c"),
        Capability(id="V1", text="d"),
    )
    links = [
        Link(start="D1", end="D2", kind="contributes_to"),
        Link(start="D1", end="D2", kind="conflicts_with"),
        Link(start="S1", end="V1", kind="contributes_to"),
        Link(start="V1", end="D1", kind="contributes_to"),
    ]
    root = xml("archimate", Network(Programme(elements=elements, links=links)))
    assert [
        (each.get(TYPE), each.findtext(f"{OWN}name"))
        for each in root.iter(f"{OWN}relationship")
    ] == [
        ("Influence", None),
        ("Association", "botst met"),
        ("Association", "draagt bij aan"),
        ("Realization", None),
    ]


def test_the_parts_of_a_model_stand_in_the_order_that_the_format_prescribes() -> (
    None
):
    order = [
        "name",
        "documentation",
        "elements",
        "relationships",
        "propertyDefinitions",
        "views",
    ]
    assert [
        each.tag.removeprefix(OWN)
        for each in xml("archimate", WORLDS["sport"])
    ] == order
    assert [
        each.tag.removeprefix(OWN)
        for each in xml("archimate", WORLDS["empty"])
    ] == ["name"]


@pytest.mark.no_cover
def test_every_relation_of_a_view_joins_the_boxes_of_its_two_elements() -> (
    None
):
    root = xml("archimate", WORLDS["hostile"])
    refers = {
        each.get("identifier"): each.get("elementRef")
        for each in root.iter(f"{OWN}node")
    }
    relations = {
        each.get("identifier"): (each.get("source"), each.get("target"))
        for each in root.iter(f"{OWN}relationship")
    }
    drawn = {
        each.get("relationshipRef"): (
            refers[each.get("source")],
            refers[each.get("target")],
        )
        for each in root.iter(f"{OWN}connection")
    }
    assert drawn == relations


def test_the_title_and_vision_go_along_where_a_format_has_room_for_them() -> (
    None
):
    world = Network(
        Programme(
            identity=Identity(title="Samen <sterk>", vision="Meer"),
            elements=(Goal(id="D1", text="a"),),
        )
    )
    assert xml("archimate", world).findtext(f"{OWN}documentation") == "Meer"
    assert xml("gexf", world).findtext(".//{*}description") == "Samen <sterk>"
    assert json.loads(made("cytoscape", world))["data"] == {
        "name": "Samen <sterk>",
        "title": "Samen <sterk>",
        "vision": "Meer",
        "lang": "nl",
    }
    assert xml("drawio", world).find("diagram").get("name") == "Samen <sterk>"
