"""Every layout keeps the laws of geometry, and each law notices when it is broken."""

import subprocess
import sys

import pytest

from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.plan import Layout
from dinet.layout.style.paper import PAGE_SIZES
from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Link, Programme, Target, Theme
from dinet.network import Network
from tests.layout.geometry import broken
from tests.layout.worlds import grown
from tests.network.worlds import link, world

pytestmark = pytest.mark.no_cover

PAPERS = list(PAGE_SIZES)


@pytest.mark.no_cover
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("size", "seed"), [(20, 1), (20, 2), (20, 3), (80, 1)]
)
def test_a_network_of_any_kind_keeps_the_laws_on_every_page(size, seed, paper):
    network = grown(size, seed)
    layout = lay_out_programme(network, (), Profile(paper=paper))
    assert broken(layout) == {}
    assert sorted(box.id for box in layout.boxes) == sorted(
        element.id for element in network
    )


@pytest.mark.parametrize("paper", ["A3", "screen"])
@pytest.mark.slow
def test_a_large_network_keeps_the_laws(paper):
    network = grown(300)
    layout = lay_out_programme(network, (), Profile(paper=paper))
    assert broken(layout) == {}
    assert len(layout.boxes) == len(network)


def moved(layout: Layout, number: int, **change: float) -> Layout:
    boxes = list(layout.boxes)
    boxes[number] = boxes[number]._replace(**change)
    return layout._replace(boxes=tuple(boxes))


@pytest.fixture(scope="module")
def sound() -> Layout:
    return lay_out_programme(
        world("I1>S1>D1>T1 I2>S1 I3>S2>D1"), (), Profile()
    )


def test_each_law_notices_when_it_is_broken(sound):
    first, second = sound.boxes[0], sound.boxes[-1]
    assert broken(sound) == {}
    assert "overlaps" in broken(moved(sound, 0, x=second.x, y=second.y))
    assert "too_wide" in broken(moved(sound, 0, lines=("veel te breed " * 9,)))
    assert "too_low" in broken(moved(sound, 0, h=first.h / 2))
    assert "loose_ends" in broken(moved(sound, 0, x=first.x - 3))
    assert "outside" in broken(moved(sound, 0, y=-1))
    through = tuple(
        (x, second.y + second.h / 2)
        for x in (second.x - 9, second.x, second.x + 9, second.x + 20)
    )
    assert "trespasses" in broken(
        sound._replace(routes=(sound.routes[0]._replace(points=through),))
    )


@pytest.mark.parametrize(
    "network",
    [
        world(""),
        world("D1"),
        world("T1"),
        world("I1"),
        world("I1 I2 I3 I4 I5 I6 I7"),
        world("D1>D2 D2>D1"),
        world("I1>I2 I2>I1"),
        world("D1>D1"),
        world("T1>T2 D1>T1 D2>T2"),
        world("D1>T1 D2>T1 S1>D1 S1>D2 P1"),
        world("I1>R1>V1>B1>D1>T1 I2>S1>D1 I2>D1 I3>B1 R1>D1"),
        world(
            "D1>I1>S1",
            link("S1", "I1", "depends_on"),
            link("T1", "D1", "refers_to"),
        ),
        world("I1>D1 I2>I1 I3>I2 I4>I3 I5>I4 I6>I5 I7>I6"),
    ],
    ids=lambda network: " ".join(element.id for element in network)[:30],
)
@pytest.mark.parametrize("paper", ["A3", "screen"])
def test_odd_networks_keep_the_laws_too(network, paper):
    layout = lay_out_programme(network, (), Profile(paper=paper))
    assert broken(layout) == {}
    assert sorted(box.id for box in layout.boxes) == sorted(
        element.id for element in network
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x" * 5000,
        "woord " * 4000,
        "a\nb\tc",
        "目标" * 40,
        "e\u0301" * 300,
        "🎯" * 50,
    ],
)
def test_odd_texts_keep_the_laws_too(text):
    elements = (
        Theme(id="T1", text=text),
        Goal(id="D1", text=text),
        Target(id="S1", text=text),
        Effort(id="I1", text=text),
    )
    links = (link("D1", "T1"), link("S1", "D1"), link("I1", "S1"))
    layout = lay_out_programme(
        Network(Programme(elements=elements, links=links)), (), Profile()
    )
    assert broken(layout) == {}
    assert len(layout.boxes) == 4


def test_ids_of_any_length_fit_their_bars():
    ids = ("D-2026/hoofddoel-nummer-zeventien", "D" * 20_000, "", "W" * 9)
    layout = lay_out_programme(
        Network(
            Programme(
                elements=tuple(Goal(id=each, text="Doel") for each in ids)
            )
        ),
        (),
        Profile(),
    )
    assert broken(layout) == {}
    assert all(
        len(box.code) < 20 and box.bar < box.w / 2 for box in layout.boxes
    )
    assert {box.id for box in layout.boxes} == set(ids)


@pytest.mark.parametrize(
    "paper", [paper for paper in PAPERS if paper != "screen"]
)
def test_a_page_has_exactly_the_size_of_the_paper(paper):
    layout = lay_out_programme(grown(20), (), Profile(paper=paper))
    assert (layout.width, layout.height) == PAGE_SIZES[paper][:2]


def test_on_a_screen_the_letters_have_their_natural_size_and_the_page_is_as_high_as_it_must():
    few, many = (
        lay_out_programme(grown(size), (), Profile(paper="screen"))
        for size in (20, 80)
    )
    assert few.size == many.size == 10
    assert few.height < many.height
    assert few.width == 1200


def test_the_letters_are_as_large_as_the_page_allows():
    small, large = (
        lay_out_programme(grown(40), (), Profile(paper=paper)).size
        for paper in ("A4", "A3")
    )
    assert small < large
    assert lay_out_programme(world("I1>D1"), (), Profile(paper="A3")).size > 10


@pytest.mark.slow
def test_the_same_network_gives_the_same_layout_whatever_the_hash_seed():
    code = (
        "from tests.layout.worlds import grown;"
        "from dinet.layout.layered.page_layout import lay_out_programme;"
        "from dinet.layout.style.profile import Profile;"
        "print(repr(lay_out_programme(grown(60), (), Profile())))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "42")
    ]
    assert runs[0] == runs[1] == runs[2]
    assert len(runs[0]) > 10_000


def test_a_network_with_two_links_between_one_pair_draws_one_line():
    twice = world("I1>D1", Link(start="I1", end="D1", kind="refers_to"))
    layout = lay_out_programme(twice, (), Profile())
    assert [
        (route.start, route.end, route.kind) for route in layout.routes
    ] == [("I1", "D1", "contributes_to")]
