"""A layout as SVG that a screen reader can read."""

import re
from xml.etree import ElementTree as ET

import pytest

from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.plan import Layout
from dinet.layout.render.svg import dom_ids, to_svg
from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Identity, Link, Programme
from dinet.network import Network
from tests.layout.worlds import grown
from tests.network.worlds import link, world

SVG = "{http://www.w3.org/2000/svg}"
ENGLISH = Profile(lang="en")


def svg(
    network: Network, *, interactive: bool = False, **wishes: str
) -> ET.Element:
    layout = lay_out_programme(network, (), ENGLISH._replace(**wishes))
    return ET.fromstring(
        to_svg(layout, network, interactive=interactive, lang="en")
    )


def groups(picture: ET.Element) -> dict[str, ET.Element]:
    return {
        each.attrib["data-id"]: each
        for each in picture.iter(f"{SVG}g")
        if "data-id" in each.attrib
    }


def text(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


CHAIN = world("I1>S1>D1>T1")


def test_the_picture_is_a_named_and_described_document():
    picture = svg(CHAIN)
    assert picture.attrib["role"] == "graphics-document document"
    names = [
        each
        for each in picture
        if each.attrib.get("id") in picture.attrib["aria-labelledby"].split()
    ]
    assert [each.tag for each in names] == [f"{SVG}title", f"{SVG}desc"]
    assert "1 theme, 1 goal, 1 target, 1 effort" in text(names[1])


def test_the_picture_says_its_language_and_its_size_on_paper():
    picture = svg(CHAIN)
    assert picture.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "nl"
    assert (picture.attrib["width"], picture.attrib["height"]) == (
        "841.8898pt",
        "1190.5512pt",
    )


def test_every_element_is_a_graphic_with_a_name_that_says_all():
    found = groups(svg(CHAIN))
    assert list(found) == ["T1", "D1", "S1", "I1"]
    assert {each.attrib["role"] for each in found.values()} == {
        "graphics-symbol img"
    }
    assert (
        found["I1"].attrib["aria-label"]
        == "Effort I1: Tekst van I1. Serves S1."
    )
    assert found["I1"].attrib["class"] == "element effort"


def test_a_name_says_what_is_missing():
    assert (
        groups(svg(world("D1")))["D1"]
        .attrib["aria-label"]
        .endswith("! no effort. ! no target.")
    )


def test_a_name_holds_the_whole_text_also_when_the_box_is_short():
    goal = Goal(
        id="D1",
        text="Alle kinderen doen mee aan sport. Ook wie weinig geld heeft.",
    )
    network = Network(Programme(elements=(goal,)))
    layout = lay_out_programme(network, (), Profile(short=True))
    assert "Ook wie weinig geld heeft." in to_svg(layout, network)
    assert "weinig" not in " ".join(layout.boxes[0].lines)


def test_the_text_of_a_box_can_be_read_line_by_line():
    words = " ".join(
        ["Meer kinderen groeien gezond en veilig op in hun buurt"] * 8
    )
    found = groups(
        svg(Network(Programme(elements=(Goal(id="D1", text=words),))))
    )["D1"]
    lines = [
        each.text
        for each in found.iter(f"{SVG}text")
        if each.attrib.get("class") == "text"
    ]
    assert len(lines) > 1
    assert " ".join(lines) == words


def test_a_line_says_how_wide_it_is_so_that_other_letters_stay_in_the_box():
    layout = lay_out_programme(CHAIN, (), Profile())
    room = {box.id: box.x + box.w for box in layout.boxes}
    told = 0
    for name, group in groups(svg(CHAIN)).items():
        for line in group.iter(f"{SVG}text"):
            width = line.attrib.get("textLength")
            if width:
                told += 1
                assert float(line.attrib["x"]) + float(width) <= room[name]
    assert told >= len(layout.boxes)


def test_every_link_is_a_path_that_says_what_it_joins_and_is_hidden_from_screen_readers():
    paths = [
        each
        for each in svg(CHAIN).iter(f"{SVG}path")
        if each.attrib.get("data-from")
    ]
    assert [
        (
            each.attrib["data-from"],
            each.attrib["data-to"],
            each.attrib["data-kind"],
        )
        for each in paths
    ] == [
        ("D1", "T1", "part_of"),
        ("S1", "D1", "measures"),
        ("I1", "S1", "contributes_to"),
    ]
    assert {each.attrib["aria-hidden"] for each in paths} == {"true"}
    assert all(each.attrib["class"].startswith("link ") for each in paths)


def test_a_link_has_an_arrow_head_at_what_is_served():
    layout = lay_out_programme(CHAIN, (), ENGLISH)
    served = next(box for box in layout.boxes if box.id == "S1")
    path = next(
        each
        for each in svg(CHAIN).iter(f"{SVG}path")
        if each.attrib.get("data-from") == "I1"
    )
    start = [
        float(each) for each in re.findall(r"[\d.]+", path.attrib["d"])[:2]
    ]
    assert "marker-start" in path.attrib
    assert start == pytest.approx(
        [served.x + served.w, served.y + served.h / 2], abs=0.06
    )


def test_weak_evidence_is_dashed_and_starts_with_a_circle():
    weak = Link(start="I2", end="D1", kind="contributes_to", basis="inferred")
    paths = {
        each.attrib.get("data-from"): each.attrib
        for each in svg(world("S1>D1 I1>D1 I2", weak)).iter(f"{SVG}path")
    }
    assert paths["I2"]["class"] == "link contributes_to weak"
    signs = {"stroke-dasharray", "marker-end"}
    assert signs <= set(paths["I2"])
    assert signs.isdisjoint(paths["S1"])
    assert signs.isdisjoint(paths["I1"])  # past the column of targets


def test_every_end_of_a_line_is_there_and_no_other():
    belongs = Link(start="I1", end="I2", kind="part_of", basis="inherited")
    picture = svg(world("S1>D1 I1>D1 I2>D1", belongs))
    used = {
        value[5:-1]
        for each in picture.iter(f"{SVG}path")
        for name, value in each.attrib.items()
        if name.startswith("marker")
    }
    assert used == {each.attrib["id"] for each in picture.iter(f"{SVG}marker")}


def test_a_page_gets_what_its_scripts_and_styles_do_not_know():
    source = to_svg(
        lay_out_programme(CHAIN, (), ENGLISH), CHAIN, interactive=True
    )
    picture = ET.fromstring(source)
    assert picture.attrib["role"] == "group"
    assert list(groups(picture)) == ["T1", "D1", "S1", "I1"]
    assert all(
        sign not in source for sign in ("style", 'fill="#00', "tabindex")
    )


def test_a_file_holds_its_own_letters_and_asks_for_nothing():
    source = to_svg(lay_out_programme(CHAIN, (), ENGLISH), CHAIN)
    assert source.count("@font-face") == 3
    assert re.findall(r"https?://[^\"' ]+", source) == [
        "http://www.w3.org/2000/svg"
    ]
    assert all(
        address.startswith(("data:font/woff2;base64,", "#"))
        for address in re.findall(r"url\(([^)]*)\)", source)
    )
    assert not re.search(
        r"<script|<a |<foreignObject|<image|<use|\bon\w+=", source
    )


HOSTILE = [
    '<script>alert("1")</script>',
    "a & b &lt; c",
    "]]>",
    "-->",
    '\'" onload="x',
    "\x00\x1b\x7f",
    "\ud800",
    "\u202e",
    "{id}",
    "%s \\N",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words):
    elements = (
        Goal(id=words, text=words),
        Effort(id="I1", text=words, group=words),
        Effort(id="I2", text=words),
    )
    identity = Identity(title=words, organisation=words, vision=words)
    network = Network(
        Programme(
            identity=identity,
            elements=elements,
            links=(link("I2", elements[0].id, "contributes_to"),),
        )
    )
    picture = svg(network, source=words)
    read = {each.id: each.text for each in network}
    assert {
        name: group.find(f"{SVG}title").text
        for name, group in groups(picture).items()
    } == read
    assert (
        read[elements[0].id]
        in groups(picture)[elements[0].id].attrib["aria-label"]
    )
    assert {each.tag.removeprefix(SVG) for each in picture.iter()} <= {
        "svg", "title", "desc", "defs", "style", "marker", "path", "rect", "g", "text",
    }  # fmt: skip


def test_ids_in_the_document_are_safe_and_different():
    assert dom_ids(["D1", "D1-2", "D 1", "D?1", "D_1-2", 'x"><b', ""]) == [
        "e-D1",
        "e-D1-2",
        "e-D_1",
        "e-D_1-2",
        "e-D_1-2-2",
        "e-x___b",
        "e-",
    ]


def test_every_element_of_a_large_network_is_in_the_picture_once():
    network = grown(80)
    assert sorted(groups(svg(network))) == sorted(each.id for each in network)


def test_an_empty_network_is_a_picture_too():
    assert isinstance(lay_out_programme(world(""), (), ENGLISH), Layout)
    assert groups(svg(world(""))) == {}
