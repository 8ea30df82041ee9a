"""Laws of the questions, on small networks of every shape.

Cycles, self-links, unknown references, ids taken twice.
"""

from collections import Counter

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from dinet.model import ELEMENT_OF, KINDS, LINK_KINDS, Effort, Link, Programme
from dinet.network import Grade, Network, Tally
from tests.network.naive import Naive

IDS = [f"x{number}" for number in range(9)]
kinds = st.sampled_from(
    ("goal", "target", "effort", "goal", "target", "effort", *KINDS)
)
link_kinds = st.sampled_from(
    ("contributes_to", "contributes_to", "measures", "part_of", *LINK_KINDS)
)
ends = st.sampled_from([*IDS, "unknown"])


@st.composite
def programmes(draw) -> Programme:
    """A programme of nine elements at most.

    Nearly all links join two of them, and some ids are taken twice.
    """
    size = draw(st.integers(0, len(IDS)))
    taken = [*IDS[:size], *draw(st.lists(st.sampled_from(IDS), max_size=2))]
    elements = tuple(
        ELEMENT_OF[draw(kinds)](id=each, text="-") for each in taken
    )
    links = draw(
        st.lists(
            st.builds(Link, start=ends, end=ends, kind=link_kinds), max_size=24
        )
    )
    return Programme(elements=elements, links=tuple(links))


BEST_FIRST = list(Grade)


def known(each) -> set[str]:
    return {one.id for one in each}


def in_order(network: Network, wanted: set[str]) -> list[str]:
    return [each.id for each in network if each.id in wanted]


def tally(naive: Naive, wanted: set[str]) -> Tally:
    found = Counter(map(naive.grade, wanted))
    return Tally(*(found[grade] for grade in Grade))


@given(programmes())
def test_every_grade_is_the_one_of_its_definition(programme):
    network, naive = Network(programme), Naive(programme)
    assert {each.id: network.grade(each) for each in network} == {
        each: naive.grade(each) for each in naive.graph
    }


@given(programmes())
def test_near_questions_give_what_networkx_gives_in_reading_order(programme):
    network, naive = Network(programme), Naive(programme)
    for each in network:
        above, below = (
            set(naive.graph.successors(each.id)),
            set(naive.graph.predecessors(each.id)),
        )
        up, down = (
            nx.descendants(naive.graph, each.id),
            nx.ancestors(naive.graph, each.id),
        )
        assert [one.id for one in network.serves(each)] == in_order(
            network, above
        )
        assert [one.id for one in network.supports(each)] == in_order(
            network, below
        )
        assert [one.id for one in network.targets_of(each)] == in_order(
            network, naive.all("target", below)
        )
        assert [one.id for one in network.goals_of(each)] == in_order(
            network, naive.all("goal", up)
        )
        assert [one.id for one in network.themes_of(each)] == in_order(
            network, naive.all("theme", up)
        )
        assert [one.id for one in network.efforts_for(each)] == in_order(
            network, naive.all("effort", down)
        )


@given(programmes())
def test_efforts_per_goal_are_the_efforts_for_each_goal(programme):
    network, naive = Network(programme), Naive(programme)
    assert network.efforts_per_goal() == {
        each: naive.efforts_for(each) for each in naive.all("goal")
    }


@given(programmes())
def test_each_list_of_orphans_is_a_question_with_an_empty_answer(programme):
    network, naive = Network(programme), Naive(programme)
    orphans = network.orphans()
    goals, targets, efforts = (
        naive.all(kind) for kind in ("goal", "target", "effort")
    )
    without_target = {
        each
        for each in goals
        if not naive.all("target", nx.ancestors(naive.graph, each))
    }
    indirect = {each for each in targets if naive.grade(each) != Grade.DIRECT}
    expected = [
        {each for each in goals if not naive.efforts_for(each)},
        without_target,
        {each for each in targets if not naive.goals_of(each)},
        indirect,
        {each for each in efforts if not naive.goals_of(each)},
    ]
    assert [[one.id for one in each] for each in orphans] == [
        in_order(network, each) for each in expected
    ]
    assert orphans.total == sum(map(len, expected))


@given(programmes())
def test_coverage_counts_the_grades_of_what_stands_under_each_theme(programme):
    network, naive = Network(programme), Naive(programme)
    coverage = network.coverage()
    goals, targets = naive.all("goal"), naive.all("target")
    assert (coverage.goals, coverage.targets) == (
        tally(naive, goals),
        tally(naive, targets),
    )
    homeless = goals | targets
    for theme, row in zip(network.themes, coverage.themes, strict=False):
        under = naive.under(theme.id)
        assert row == (
            theme,
            tally(naive, under & goals),
            tally(naive, under & targets),
        )
        homeless -= under
    rest = (
        [
            (
                None,
                tally(naive, homeless & goals),
                tally(naive, homeless & targets),
            )
        ]
        if homeless
        else []
    )
    assert list(coverage.themes[len(network.themes) :]) == rest


@given(programmes())
def test_every_measurement_is_the_one_of_its_definition(programme):
    network, naive = Network(programme), Naive(programme)
    found = {
        (each.target.id, each.goal.id): each.grade
        for each in network.measurements()
    }
    pairs = [
        pair
        for pair in naive.graph.edges
        if tuple(map(naive.kind, pair)) == ("target", "goal")
    ]
    assert found == {pair: naive.measurement(*pair) for pair in pairs}


@given(programmes())
def test_shared_elements_are_those_that_serve_two_of_a_kind(programme):
    network, naive = Network(programme), Naive(programme)
    expected = [
        (each.id, naive.joined(each.id))
        for each in network
        if naive.joined(each.id)
    ]
    assert [
        (each.element.id, known(each.serves)) for each in network.shared()
    ] == expected
    for each in network.shared():
        assert each.themes == tuple(
            one
            for one in network.themes_of(each.element)
            if one != each.element
        )


@given(programmes())
def test_critical_is_what_removing_each_effort_and_asking_again_gives(
    programme,
):
    network, naive = Network(programme), Naive(programme)
    served = {
        each
        for each in naive.graph
        if naive.kind(each) != "effort" and naive.efforts_for(each)
    }
    expected = []
    for effort in network.efforts:
        left = Naive(programme, without=frozenset({effort.id}))
        rests = in_order(
            network, {each for each in served if not left.efforts_for(each)}
        )
        expected += [(effort.id, rests)] if rests else []
    assert [
        (each.effort.id, [one.id for one in each.rests])
        for each in network.critical()
    ] == expected


@given(programmes(), st.sets(st.sampled_from(IDS), max_size=4))
def test_impact_is_what_removing_the_elements_and_asking_again_gives(
    programme, chosen
):
    network, naive = Network(programme), Naive(programme)
    stopped = [each for each in sorted(chosen) if each in network]
    left = Naive(programme, without=frozenset(stopped))
    expected = [
        (each.id, naive.grade(each.id), left.grade(each.id))
        for each in network
        if each.id in left.graph
        and naive.grade(each.id) != left.grade(each.id)
    ]
    impact = network.impact(*stopped)
    assert [each.id for each in impact.stopped] == stopped
    assert [
        (each.element.id, each.before, each.after) for each in impact.losses
    ] == expected


@given(programmes())
def test_a_trace_reaches_everything_once_by_a_shortest_way(programme):
    network, naive = Network(programme), Naive(programme)
    for each in network:
        trace = network.trace(each.id)
        upward = nx.single_source_shortest_path_length(naive.graph, each.id)
        downward = nx.single_source_shortest_path_length(
            naive.graph.reverse(), each.id
        )
        for hops, lengths in (
            (trace.serves, upward),
            (trace.served_by, downward),
        ):
            assert [hop.distance for hop in hops] == sorted(
                hop.distance for hop in hops
            )
            assert sorted(
                [each.id, *(hop.element.id for hop in hops)]
            ) == sorted(lengths)
            assert all(lengths[hop.element.id] == hop.distance for hop in hops)
            assert all(
                hop.element.id in (hop.link.start, hop.link.end)
                for hop in hops
            )


@given(programmes())
def test_every_knot_has_one_cycle_the_shortest_through_its_first_element(
    programme,
):
    network, naive = Network(programme), Naive(programme)
    knots = [
        in_order(network, each)
        for each in nx.strongly_connected_components(naive.graph)
        if len(each) > 1
    ]
    cycles = [[one.id for one in each] for each in network.cycles()]
    order = [each.id for each in network]
    assert [each[0] for each in cycles] == sorted(
        (each[0] for each in knots), key=order.index
    )
    for cycle in cycles:
        assert nx.is_simple_path(naive.graph, cycle)
        backs = list(naive.graph.predecessors(cycle[0]))
        ways = nx.single_source_shortest_path_length(naive.graph, cycle[0])
        assert len(cycle) == 1 + min(
            ways[each] for each in backs if each in ways
        )
        assert naive.graph.has_edge(cycle[-1], cycle[0])


@given(programmes(), st.sampled_from(IDS))
def test_adding_an_effort_makes_no_grade_worse(programme, served):
    before = Network(programme)
    more = Effort(id="new", text="-")
    link = Link(start="new", end=served, kind="contributes_to")
    after = Network(
        Programme(
            elements=(*programme.elements, more),
            links=(*programme.links, link),
        )
    )
    for each in before:
        assert BEST_FIRST.index(after.grade(each)) <= BEST_FIRST.index(
            before.grade(each)
        )
    assert len(after.orphans().goals_without_effort) <= len(
        before.orphans().goals_without_effort
    )


def everything(network: Network) -> object:
    """The answers to all questions over the whole.

    Each element is told as its place in reading order.
    """
    place = {each.id: number for number, each in enumerate(network)}

    def plain(answer: object) -> object:
        if hasattr(answer, "id"):
            return place[answer.id]
        if isinstance(answer, Link):
            return (
                place[answer.start],
                place[answer.end],
                answer.kind,
                answer.basis,
            )
        return (
            [plain(each) for each in answer]
            if isinstance(answer, tuple)
            else answer
        )

    per_goal = {
        place[goal]: {place[each] for each in efforts}
        for goal, efforts in network.efforts_per_goal().items()
    }
    asked = (
        network.coverage,
        network.measurements,
        network.orphans,
        network.shared,
        network.critical,
        network.cycles,
    )
    traces = tuple(network.trace(each.id) for each in network)
    impacts = tuple(network.impact(each.id) for each in network)
    return [
        per_goal,
        plain((*(each() for each in asked), network.links(), traces, impacts)),
    ]


@given(programmes(), st.permutations(IDS), st.randoms(use_true_random=False))
def test_other_ids_and_another_order_of_the_links_change_no_answer(
    programme, others, random
):
    new = dict(zip(IDS, others, strict=True)) | {"unknown": "nowhere"}
    links = [
        each.model_copy(
            update={"start": new[each.start], "end": new[each.end]}
        )
        for each in programme.links
    ]
    random.shuffle(links)
    elements = tuple(
        each.model_copy(update={"id": new[each.id]})
        for each in programme.elements
    )
    assert everything(
        Network(Programme(elements=elements, links=tuple(links)))
    ) == everything(Network(programme))


@given(programmes())
def test_the_graph_holds_every_element_and_every_link_between_them(programme):
    network = Network(programme)
    assert list(network.graph) == [each.id for each in network]
    assert set(network.graph.edges) == {
        (each.start, each.end) for each in network.links()
    }
    assert len(network.links()) + len(network.unknown_references()) == len(
        programme.links
    )
    for each in network:
        assert network.links_of(each) == tuple(
            link
            for link in network.links()
            if each.id in (link.start, link.end)
        )
