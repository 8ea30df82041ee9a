"""How good pictures are, in figures.

Crossings beside those of dot, the size of letters, and what stays when a plan grows.
"""

from itertools import combinations, pairwise
from pathlib import Path

import pytest

from benchmarks.generate import generated
from dinet.api import read
from dinet.layout.layered.arrangement import Arrangement
from dinet.layout.layered.layer_order import GOAL_ORDER_CROSSINGS
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.pages import lay_out_pages, lay_out_picture
from dinet.layout.plan import Layout, Point
from dinet.layout.style.paper import SMALLEST_LETTERS
from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Link, Target
from dinet.network import Network
from tests.layout.geometry import broken
from tests.layout.worlds import grown

pytestmark = pytest.mark.no_cover

EXAMPLES = Path(__file__).parents[2] / "examples"
WORLDS = {
    "hoogeveen": Network(read(EXAMPLES / "hoogeveen.docx")),
    "coevorden": Network(read(EXAMPLES / "coevorden.docx")),
    "20": grown(20),
    "80": grown(80),
    "300": grown(300),
}
PLANS = {
    "hoogeveen": WORLDS["hoogeveen"],
    "coevorden": WORLDS["coevorden"],
    **{f"{size} elements": Network(generated(size)) for size in (20, 80, 300)},
}
PLANS_OF_A_SECOND = [name for name in PLANS if name != "300 elements"]
Pair = tuple[str, str]


def crossings(places: dict[str, Point], pairs: list[Pair]) -> int:
    """How many straight lines between the middles of boxes cross."""

    def turn(one: str, other: str, third: str) -> bool:
        (ax, ay), (bx, by), (cx, cy) = (
            places[one],
            places[other],
            places[third],
        )
        return (bx - ax) * (cy - ay) > (by - ay) * (cx - ax)

    def cross(one: Pair, other: Pair) -> bool:
        apart = not {*one} & {*other}
        return (
            apart
            and turn(*one, other[0]) != turn(*one, other[1])
            and turn(*other, one[0]) != turn(*other, one[1])
        )

    return sum(cross(one, other) for one, other in combinations(pairs, 2))


def middles(layout: Layout) -> dict[str, Point]:
    return {
        box.id: (box.x + box.w / 2, box.y + box.h / 2) for box in layout.boxes
    }


def by_dot(network: Network, layout: Layout) -> dict[str, Point]:
    """Where dot puts the same boxes, told in the order of the document.

    In the same columns and clusters, in an order of its own.
    """
    pygraphviz = pytest.importorskip("pygraphviz")
    arrangement = Arrangement(network)
    graph = pygraphviz.AGraph(
        directed=True, rankdir="LR", newrank=True, ranksep=1
    )
    boxes = {box.id: box for box in layout.boxes}
    for box in (boxes[each.id] for each in network if each.id in boxes):
        graph.add_node(
            box.id,
            shape="box",
            fixedsize=True,
            width=box.w / 72,
            height=box.h / 72,
            label="",
        )
    for number, cluster in enumerate(arrangement.clusters):
        graph.add_subgraph(
            [
                member
                for head in cluster.heads
                for member, _ in arrangement.families[head]
            ],
            name=f"cluster{number}",
        )
    tied = {end for route in layout.routes for end in (route.start, route.end)}
    for rank in {*arrangement.column_rank.values()}:
        graph.add_subgraph(
            [
                each
                for each in boxes
                if arrangement.column_rank[each] == rank and each in tied
            ],
            rank="same",
        )
    for route in layout.routes:
        graph.add_edge(route.end, route.start)
    graph.layout("dot")
    return {
        str(each): tuple(map(float, each.attr["pos"].split(",")))
        for each in graph.nodes()
    }


def compared(network: Network) -> tuple[tuple[int, int], tuple[int, int]]:
    """How many straight lines cross in our drawing and in that of dot.

    First those within clusters, then all.
    """
    layout, arrangement = (
        lay_out_programme(network, (), Profile(paper="screen")),
        Arrangement(network),
    )
    home = {
        each: arrangement.cluster_of[head]
        for each, head in arrangement.head_of.items()
    }
    every = [(route.start, route.end) for route in layout.routes]
    within = [(start, end) for start, end in every if home[start] == home[end]]
    ours, theirs = middles(layout), by_dot(network, layout)
    return (crossings(ours, within), crossings(theirs, within)), (
        crossings(ours, every),
        crossings(theirs, every),
    )


@pytest.mark.parametrize(
    "name",
    [
        *PLANS_OF_A_SECOND,
        pytest.param("300 elements", marks=pytest.mark.slow),
    ],
)
def test_no_more_lines_cross_than_in_a_drawing_by_dot(name):
    _, (ours, theirs) = compared(PLANS[name])
    drawing = lay_out_programme(PLANS[name], (), Profile(paper="screen"))
    # dot does not keep goals in the order of the document
    assert ours <= max(theirs, GOAL_ORDER_CROSSINGS * len(drawing.routes))


def test_where_all_hangs_together_about_as_few_lines_cross_and_fewer_within_clusters():
    found = [compared(WORLDS[name]) for name in ("20", "80")]
    (near, near_by_dot), (every, every_by_dot) = (
        map(sum, zip(*counts, strict=True))
        for counts in zip(*found, strict=True)
    )
    assert near < near_by_dot
    assert every <= 1.02 * every_by_dot


@pytest.mark.no_cover
@pytest.mark.parametrize("name", WORLDS)
def test_every_page_on_paper_keeps_the_laws_and_can_be_read(name):
    book = lay_out_pages(WORLDS[name], (), Profile(paper="A3"))
    assert [broken(layout) for layout in book] == [{}] * len(book)
    assert all(layout.size >= SMALLEST_LETTERS for layout in book)
    assert {
        (round(layout.width, 2), round(layout.height, 2)) for layout in book
    } == {(841.89, 1190.55)}


def test_a_programme_of_fifty_elements_in_whole_sentences_can_be_read_on_one_a3():
    assert (
        len(lay_out_pages(WORLDS["hoogeveen"], (), Profile(paper="A3"))) == 1
    )


def test_no_word_of_a_theme_is_hyphenated_on_a_page_that_can_be_read_without():
    themes = [
        box
        for box in lay_out_picture(WORLDS["hoogeveen"], (), Profile()).boxes
        if box.kind == "theme"
    ]
    assert [
        box.id
        for box in themes
        if any(line.endswith("-") for line in box.lines)
    ] == []


def test_short_titles_make_larger_letters():
    whole, short = (
        lay_out_picture(WORLDS["hoogeveen"], (), Profile(short=short)).size
        for short in (False, True)
    )
    assert short > 8 > whole


def grown_by_three(network: Network) -> Network:
    """The next version of a plan.

    One goal, one target and one effort more, at the end of their kinds, linked to each other.
    """
    theme = network.themes[0].id
    goal, target = (
        Goal(id="D901", text="Een nieuw doel"),
        Target(id="S901", text="In 2030 haalt 80% het"),
    )
    more = (goal, target, Effort(id="I901", text="Meer werk"))
    ends = (
        ("D901", theme, "part_of"),
        ("S901", "D901", "measures"),
        ("I901", "S901", "contributes_to"),
    )
    links = tuple(
        Link(start=start, end=end, kind=kind) for start, end, kind in ends
    )
    whole = network.programme
    return Network(
        whole.model_copy(
            update={
                "elements": (*whole.elements, *more),
                "links": (*whole.links, *links),
            }
        )
    )


def columns(network: Network, profile: Profile) -> list[list[str]]:
    """The elements of every column, from the top, but for those that are linked to nothing.

    These stand in rows of their own.
    """
    arrangement = Arrangement(network)
    loose = {
        member
        for group in arrangement.unlinked_groups
        for head in group.heads
        for member, _ in arrangement.families[head]
    }
    sides: dict[float, list[tuple[float, str]]] = {}
    for box in lay_out_programme(network, (), profile).boxes:
        if box.id not in loose:
            sides.setdefault(round(box.x), []).append((box.y, box.id))
    return [
        [each for _, each in sorted(column)]
        for _, column in sorted(sides.items())
    ]


@pytest.mark.parametrize("name", ["hoogeveen", "80"])
def test_what_was_there_keeps_its_column_and_order_when_a_plan_grows(name):
    before, after = (
        columns(each, Profile())
        for each in (WORLDS[name], grown_by_three(WORLDS[name]))
    )
    kept = [
        [each for each in column if not each.endswith("901")]
        for column in after
    ]
    assert kept == before


@pytest.mark.parametrize("name", ["hoogeveen", "80"])
def test_the_order_is_the_same_on_every_page_and_in_every_length(name):
    profiles = (
        Profile(),
        Profile(paper="A3-landscape", short=True),
        Profile(paper="screen"),
    )
    found = [columns(WORLDS[name], profile) for profile in profiles]
    assert all(one == other for one, other in pairwise(found))
