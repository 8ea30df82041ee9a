"""A layout as DOT that Graphviz draws as it is."""

import re
from html import unescape

import pytest

from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.plan import Layout
from dinet.layout.render.dot import escape_label, quote_dot, to_dot
from dinet.layout.render.graphviz import render_picture
from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Identity, Programme
from dinet.network import Network
from tests.layout.worlds import grown
from tests.network.worlds import link, world

ENGLISH = Profile(lang="en", paper="A4")


def read_back(layout: Layout) -> list[str]:
    """The lines of text that Graphviz drew."""
    picture = render_picture(to_dot(layout), "svg", "embedded").decode()
    return [
        unescape(each)
        for each in re.findall(r"<text[^>]*>(.*?)</text>", picture)
    ]


def test_every_element_is_a_node_in_its_place_and_every_link_an_edge():
    layout = lay_out_programme(world("I1>S1>D1"), (), ENGLISH)
    lines = to_dot(layout).splitlines()
    nodes = {
        re.search(r"element=(\w+)", line)[1]: line
        for line in lines
        if "element=" in line
    }
    assert [line.split()[0] for line in nodes.values()] == ["n1", "n2", "n3"]
    assert all('!"' in line for line in nodes.values())
    assert [
        line.split(" [")[0].strip()
        for line in lines
        if "->" in line and "kind=" in line
    ] == ["n2 -> n1", "n3 -> n2"]


def test_graphviz_draws_the_boxes_where_the_layout_has_them():
    layout = lay_out_programme(grown(20), (), ENGLISH)
    picture = render_picture(to_dot(layout), "svg", "embedded").decode()
    moved = re.search(
        r"scale\(([\d.]+).*?translate\(([-\d.]+) ([-\d.]+)\)", picture
    )
    scale, across, down = map(float, moved.groups())
    drawn = []
    for group in re.findall(
        r'class="node">\s*<title>n\d+</title>\s*<polygon[^>]*points="([^"]+)"',
        picture,
    ):
        corners = [
            tuple(float(each) for each in point.split(","))
            for point in group.split()
        ]
        xs, ys = zip(*corners, strict=True)
        drawn.append(
            tuple(
                round(scale * each)
                for each in (
                    min(xs) + across,
                    min(ys) + down,
                    max(xs) + across,
                    max(ys) + down,
                )
            )
        )
    wanted = [
        (box.x, box.y, box.x + box.w, box.y + box.h) for box in layout.boxes
    ]
    assert drawn == [pytest.approx(each, abs=1.1) for each in wanted]


HOSTILE = [
    "<b>vet</b>", '"', "a\\", "\\N \\G \\E \\T \\H \\L \\n \\l", "&lt; &amp; &#60;",
    "\x00nul", "-->", "// x /* y */", "]>",
    "<TABLE>", "digraph { a -> b }", "<IMG SRC='/etc/passwd'/>", "n1:port",
    "\u202eomgekeerd", "'\"`{}|<>", "%d \\x",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_drawn_as_they_are(words):
    elements = (
        Goal(id=words, text=words),
        Effort(id="I1", text=words),
        Effort(id="I2", text="los", group=words),
    )
    links = (link("I1", elements[0].id, "contributes_to"),)
    network = Network(
        Programme(
            identity=Identity(title=words, organisation=words),
            elements=elements,
            links=links,
        )
    )
    layout = lay_out_programme(network, (), ENGLISH)
    lines = read_back(layout)
    told = [
        line
        for box in layout.boxes
        for remark in box.remarks
        for line in remark.lines
    ]
    wanted = [
        *told,
        *(line for box in layout.boxes for line in (*box.lines, box.code)),
    ] + [each.text for each in layout.words]
    assert sorted(lines) == sorted(wanted)


def test_a_text_of_twenty_thousand_characters_is_drawn_as_far_as_a_box_goes():
    network = Network(
        Programme(elements=(Goal(id="D1", text="heel lang woord " * 1250),))
    )
    layout = lay_out_programme(network, (), ENGLISH)
    lines = read_back(layout)
    assert layout.boxes[0].lines[0] in lines
    assert any(line.endswith("…") for line in lines)
    assert max(map(len, to_dot(layout).encode().split(b"\n"))) < 16_384


def test_links_that_arrive_together_are_drawn_once_where_they_run_together():
    text = "D1>T1 S1>D1 D2>T2 I1>D2 I2>D2 I3>D2 I1>S1 I2>S1 I3>S1"
    edges = [
        line
        for line in to_dot(
            lay_out_programme(world(text), (), ENGLISH)
        ).splitlines()
        if "->" in line
    ]
    crossing = [line for line in edges if "kind=contributes_to" in line]
    assert len(crossing) == 6
    assert sum('pos="e,' in line for line in crossing) < len(crossing)


def test_quoted_and_marked_up_text_ends_where_it_should():
    assert quote_dot('"];x["') == '"\\"];x[\\""'
    assert quote_dot("a\\") == '"a\\\\"'
    assert escape_label("</TD>") == "&lt;/TD&gt;"
    assert "\0" not in quote_dot("\0") + escape_label("\0")
