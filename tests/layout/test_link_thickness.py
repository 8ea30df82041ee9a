"""Lines are as thick as their links have points, where the document divides these."""

import re

from dinet.api import Network
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.plan import PENS, USUAL_PEN, Layout
from dinet.layout.render.dot import to_dot
from dinet.layout.render.svg import to_svg
from dinet.layout.style.profile import Profile
from tests.builder import network

POINTED = """
doelen: [{id: D1, tekst: Sport}, {id: D2, tekst: Rust}]
inspanningen:
  - {id: I1, tekst: Hal, voor: [{naar: D1, gewicht: 60%}, {naar: D2, gewicht: 100%}]}
  - {id: I2, tekst: Veld, voor: [{naar: D1, gewicht: 30%}]}
  - {id: I3, tekst: Bad, voor: [{naar: D1, gewicht: 10%}]}
  - {id: I4, tekst: Krant, voor: [{naar: D1, gewicht: 0%}]}
"""


def layout_of(drawn: Network) -> Layout:
    return lay_out_programme(drawn, (), Profile("nl"))


def test_more_points_make_a_thicker_line_and_the_legend_says_so():
    layout = layout_of(network(POINTED))
    pens = {(route.start, route.end): route.pen for route in layout.routes}
    thin, some, more, most = PENS
    assert pens == {
        ("I1", "D1"): most,
        ("I1", "D2"): most,
        ("I2", "D1"): more,
        ("I3", "D1"): some,
        ("I4", "D1"): thin,
    }
    words = [one.text for one in layout.words if one.role == "legend"]
    assert "dikker: meer van de punten" in words
    assert most in [sample.pen for sample in layout.samples]


def test_marks_that_are_no_points_leave_all_lines_alike():
    plan = POINTED.replace("%", "")
    for other in ("++", "P"):
        marked = re.sub("gewicht: [0-9]+", f"gewicht: {other!r}", plan)
        layout = layout_of(network(marked))
        assert {route.pen for route in layout.routes} == {USUAL_PEN}
        words = [one.text for one in layout.words]
        assert "dikker: meer van de punten" not in words
        assert "stroke-width" not in to_svg(layout, network(marked))


def test_the_thickness_is_in_pictures_and_in_dot():
    drawn = network(POINTED)
    layout = layout_of(drawn)
    svg = to_svg(layout, drawn)
    link = re.search('<path[^>]*data-from="I1" data-to="D2"[^>]*>', svg)
    assert link is not None
    assert f'stroke-width="{PENS[-1]:g}"' in link[0]
    assert 'class="link contributes_to points pen4"' in to_svg(
        layout, drawn, interactive=True
    )
    assert to_dot(layout).count("penwidth=5.76") == 3


def test_the_head_of_a_thick_line_touches_its_goal():
    drawn = network(POINTED)
    layout = layout_of(drawn)
    svg = to_svg(layout, drawn)
    (route,) = [one for one in layout.routes if one.end == "D2"]
    link = re.search('data-to="D2"[^>]* d="M([0-9.]+) ', svg)
    head = re.search(
        'id="head-arrow-3.6"[^>]*refX="([0-9.]+)"[^>]*markerWidth="([0-9.]+)"',
        svg,
    )
    assert link is not None
    assert head is not None
    before_line = (8 - float(head[1])) / 8 * float(head[2])
    assert abs(float(link[1]) - before_line - route.points[-1][0]) < 0.1


def test_weights_of_links_from_one_place_stand_over_each_other():
    drawn = network(POINTED)
    svg = to_svg(layout_of(drawn), drawn)
    labels = re.findall('class="weight" x="([^"]+)" y="([^"]+)"[^>]*>', svg)
    assert len(labels) == len(set(labels)) == 5
