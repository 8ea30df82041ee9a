"""The pyvis picture and its page."""

import json
import re
import subprocess
import sys

import pytest
from lxml import html
from pyvis.network import Network as PyvisNetwork

from dinet.api import Network
from dinet.layout.style.profile import Profile
from dinet.model import Programme
from dinet.writers.pyvis import build_pyvis, write
from tests.builder import network
from tests.writers import hostile

SPORT = """
    doelen: [{id: D1, tekst: Meer sport}]
    smart-doelen: [{id: S1, tekst: In 2028 sport 60%, voor: D1, bron: CBS}]
    inspanningen: [{id: I1, tekst: Bouwen van een hal, voor: S1}]
"""


def page(of: Network) -> html.HtmlElement:
    data = write(of, hostile.findings(of), Profile(lang="en"))
    return html.document_fromstring(
        data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    )


def test_the_network_gives_itself_as_pyvis_has_it():
    assert isinstance(network(SPORT).to_pyvis(), PyvisNetwork)


def test_every_element_has_a_fixed_place_and_nothing_moves():
    drawing = build_pyvis(network(SPORT))
    assert (
        [node["id"] for node in drawing.nodes]
        == drawing.get_nodes()
        == ["D1", "S1", "I1"]
    )
    assert all(
        node["fixed"] is True and node["physics"] is False
        for node in drawing.nodes
    )
    assert len({(node["x"], node["y"]) for node in drawing.nodes}) == 3
    assert json.loads(drawing.options.to_json())["physics"]["enabled"] is False


def test_links_run_from_what_serves_to_what_is_served():
    drawing = build_pyvis(network(SPORT))
    assert drawing.directed
    assert [
        (edge["from"], edge["to"], edge["arrows"]) for edge in drawing.edges
    ] == [
        ("S1", "D1", "to"),
        ("I1", "S1", "to"),
    ]


def test_weak_evidence_is_dashed():
    source = network(SPORT).programme
    weak = source.model_copy(
        update={
            "links": tuple(
                each.model_copy(update={"basis": "inferred"})
                for each in source.links
            )
        }
    )
    assert [edge["dashes"] for edge in build_pyvis(Network(weak)).edges] == [
        True,
        True,
    ]


def test_kinds_differ_in_more_than_their_colour():
    nodes = build_pyvis(network(SPORT)).nodes
    assert (
        len(
            {
                (node["shapeProperties"]["borderRadius"], node["borderWidth"])
                for node in nodes
            }
        )
        == 3
    )
    assert [node["label"].partition(" ")[0] for node in nodes] == [
        "D1",
        "S1",
        "I1",
    ]


def test_titles_are_plain_text():
    found = hostile.network()
    assert {node["title"] for node in build_pyvis(found).nodes} == {
        f"{each.id}: {each.text}\n{each.sources[0]}" for each in found
    }


def test_pyvis_can_go_on_with_the_picture():
    drawing = build_pyvis(network(SPORT))
    drawing.add_node("X", label="nieuw")
    drawing.add_edge("X", "D1")
    assert drawing.neighbors("X") == {"D1"}
    assert drawing.num_edges() == 3


def test_the_network_itself_is_not_touched():
    source = network(SPORT)
    before = dict(source.graph.nodes(data=True))
    build_pyvis(source).nodes[0]["label"] = "anders"
    assert dict(source.graph.nodes(data=True)) == before


@pytest.mark.parametrize(
    "of",
    [network(SPORT), hostile.network(), Network(Programme())],
    ids=["sport", "hostile", "empty"],
)
def test_the_page_asks_for_nothing(of):
    found = page(of)
    assert not found.xpath(
        "//link | //img | //iframe | //base | //form | //@src | //@style"
    )
    assert {each[:1] for each in found.xpath("//@href")} == {"#"}
    scripts = [each.text for each in found.xpath("//script")]
    assert len(scripts) == 4
    assert not [each for each in scripts if "sourceMappingURL" in each]


def test_the_drawing_in_the_page_is_that_of_pyvis():
    found = network(SPORT)
    data = json.loads(page(found).get_element_by_id("drawing").text)
    assert data["nodes"] == json.loads(
        json.dumps(build_pyvis(found, "en").nodes)
    )
    assert data["edges"] == build_pyvis(found, "en").edges


def test_the_page_has_the_table_and_one_heading():
    found = page(network(SPORT))
    assert len(found.xpath("//h1")) == 1
    assert [
        each.text
        for each in found.xpath("//*[@id='view-table']//td//*[@class='text']")
    ] == [
        "In 2028 sport 60%",
        "Bouwen van een hal",
    ]


def test_nothing_is_printed_and_no_file_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    write(network(SPORT), (), Profile())
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr() == ("", "")


def test_the_script_of_vis_network_holds_no_character_that_html_forbids():
    assert not re.search(
        "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]",
        write(network(SPORT), (), Profile()).decode(),
    )


def run(code: str, **env: str) -> bytes:
    lines = [
        "import sys",
        "from dinet.layout.style.profile import Profile",
        "from tests.builder import network",
        code,
    ]
    return subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", "\n".join(lines)],
        env={"PYTHONPATH": ".", **env},
        capture_output=True,
        check=True,
    ).stdout


def test_a_machine_with_another_encoding_gives_the_same_page():
    code = """
from dinet.writers.pyvis import write
plan = "doelen: [{id: D1, tekst: 'Meer sport \\u2192 60% \\u65e5'}]"
sys.stdout.buffer.write(write(network(plan), (), Profile()))
"""
    assert (
        "Meer sport → 60% 日"
        in run(
            code,
            LC_ALL="C",
            PYTHONIOENCODING="cp1252",
            PYTHONCOERCECLOCALE="0",
        ).decode()
    )


def test_only_this_writer_loads_pyvis():
    code = """
from dinet.writers.html import write
write(network("doelen: [{id: D1, tekst: Meer sport}]"), (), Profile())
print("pyvis" in sys.modules)
"""
    assert run(code).split() == [b"False"]
