"""GraphML as networkx and yEd write it."""

import io

import networkx as nx
import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.limits import Limits, use_limits
from dinet.model import Programme
from tests.documents import noted, told

YED = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:y="http://www.yworks.com/xml/graphml">\n'
    '<key attr.name="description" for="node" id="d1"/>'
    '<key for="node" id="d2" yfiles.type="nodegraphics"/>\n'
    '<key for="edge" id="d3" yfiles.type="edgegraphics"/>'
    '<graph edgedefault="directed" id="G">{}</graph></graphml>'
)


def graph(inside: str, around: str = YED) -> Programme:
    return read_bytes(around.format(inside).encode(), "plan.graphml")


def box(name: str, label: str, inside: str = "", more: str = "") -> str:
    holds = f'<graph edgedefault="directed">{inside}</graph>' if inside else ""
    drawn = f"<y:ShapeNode><y:NodeLabel>{label}<y:Model/></y:NodeLabel></y:ShapeNode>"
    return f'<node id="{name}">{more}<data key="d2">{drawn}</data>{holds}</node>\n'


def line(
    start: str,
    end: str,
    source: str = "none",
    target: str = "standard",
    label: str = "",
) -> str:
    drawn = (
        f'<y:PolyLineEdge><y:Arrows source="{source}" target="{target}"/>'
        f"<y:EdgeLabel>{label}</y:EdgeLabel></y:PolyLineEdge>"
    )
    return f'<edge source="{start}" target="{end}"><data key="d3">{drawn}</data></edge>\n'


def of_networkx(made: nx.Graph) -> Programme:
    data = io.BytesIO()
    nx.write_graphml(made, data)
    return read_bytes(data.getvalue(), "plan.graphml")


def refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as error:
        read_bytes(data, "plan.graphml")
    return error.value.in_language("en")


def test_a_graph_of_networkx_is_read_with_the_names_that_a_person_gave_it() -> (
    None
):
    made = nx.DiGraph()
    made.add_node(
        "hal",
        type="inspanning",
        label="Sporthal bouwen",
        budget="2 mln",
        kleur="rood",
    )
    made.add_node(1, soort="doel", naam="Meer sport")
    made.add_node("S1", label="In 2028 sport 60%")
    made.add_edge("hal", "S1", weight=2.0)
    made.add_edge("S1", 1, relation="measures")
    found = of_networkx(made)
    assert told(found) == [
        "D1 Meer sport",
        "S1 In 2028 sport 60% > D1",
        "hal Sporthal bouwen > S1",
    ]
    assert found.elements[2].budget == "2 mln"
    assert [(note.code, note.values) for note in found.notes] == [
        ("drawing_left", {"text": "kleur"})
    ]


def test_lines_without_direction_run_towards_what_is_served() -> None:
    made = nx.Graph()
    made.add_node("D1", label="Sport")
    made.add_node("I1", label="Hal")
    made.add_edge("D1", "I1")
    assert told(of_networkx(made)) == ["D1 Sport", "I1 Hal > D1"]


def test_groups_labels_and_arrow_heads_of_yed_are_read() -> None:
    group = box(
        "n0",
        "Thema 1: Wonen",
        box("n0::n0", "Doel 1:\nMeer sport")
        + box("n0::n1", "Inspanning: Hal"),
    )
    found = graph(
        group
        + box("n1", "Inspanning 2: Bad")
        + line("n0::n0", "n0::n1", "standard", "none")
        + line("n1", "n0::n0")
    )
    assert told(found) == [
        "T1 Wonen",
        "D1 Meer sport > T1",
        "I1 Hal > D1",
        "I2 Bad > D1",
    ]
    assert noted(found) == []


def test_a_description_beside_a_label_is_a_remark() -> None:
    found = graph(
        box(
            "n0", "Doel 1: Sport", more='<data key="d1">In alle wijken.</data>'
        )
    )
    assert (found.elements[0].text, found.elements[0].remark) == (
        "Sport",
        "In alle wijken.",
    )


def test_words_at_a_line_of_yed_say_what_it_is() -> None:
    found = graph(
        box("D1", "Sport")
        + box("I1", "Hal")
        + line("D1", "I1", label="hangt af van")
    )
    assert [(each.start, each.end, each.kind) for each in found.links] == [
        ("D1", "I1", "depends_on")
    ]


def test_a_line_with_two_heads_or_none_runs_towards_what_is_served_without_a_note() -> (
    None
):
    found = graph(
        box("D1", "Sport")
        + box("I1", "Hal")
        + line("D1", "I1", "standard")
        + line("D1", "I1", target="none")
    )
    assert [(each.start, each.end) for each in found.links] == [
        ("I1", "D1")
    ] * 2
    assert noted(found) == []


def test_a_usual_value_counts_for_boxes_without_their_own() -> None:
    found = graph(
        '<node id="a"/><node id="b"><data key="k">doel</data></node><edge source="a" target="b"/>',
        (
            '<graphml><key id="k" for="node" attr.name="soort">'
            "<default>inspanning</default></key><graph>{}</graph></graphml>"
        ),
    )
    assert [(each.id, each.kind) for each in found.elements] == [
        ("b", "goal"),
        ("a", "effort"),
    ]


def test_every_element_and_link_knows_its_line() -> None:
    found = graph(
        "\n" + box("D1", "Sport") + box("I1", "Hal") + line("I1", "D1")
    )
    assert [
        each.places[0].line for each in (*found.elements, *found.links)
    ] == [
        5,
        6,
        7,
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_its_entities_are_read(
    encoding: str,
) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><graphml>&a;</graphml>'
    assert (
        refused(text.encode(encoding))
        == "plan.graphml: this file declares a document type or entities, and is not read."
    )


def test_broken_xml_is_refused_with_its_line() -> None:
    assert (
        refused(b"<graphml>\n<graph>\n</graphml>")
        == "plan.graphml, line 3: this is not well-formed XML."
    )


def test_other_xml_is_refused_with_what_it_is() -> None:
    assert (
        refused(b"<html/>")
        == "plan.graphml: this is XML, but not GraphML: it begins with “html”."
    )


def test_xml_without_bottom_is_refused() -> None:
    assert "nested 257 levels deep" in refused(
        b"<graphml>" + b"<graph>" * 1000
    )


def test_a_file_that_is_too_large_is_refused() -> None:
    with use_limits(Limits(part=10)):
        assert "MB of XML" in refused(b"<graphml></graphml>")


def test_an_unknown_language_is_left_and_a_line_between_many_is_noted() -> (
    None
):
    found = graph(
        (
            '<data key="lang">fr</data><data key="title">Samen</data>'
            '<hyperedge/><node id="D1"><data key="tekst">Sport</data></node>'
        ),
        "<graphml><graph>{}</graph></graphml>",
    )
    assert (found.lang, found.title, found.elements[0].text) == (
        "nl",
        "Samen",
        "Sport",
    )
    assert [note.values for note in found.notes] == [{"text": "hyperedge"}]


def test_an_encoding_that_does_not_exist_is_refused() -> None:
    assert "not well-formed XML" in refused(
        b'<?xml version="1.0" encoding="x-none"?><graphml/>'
    )
