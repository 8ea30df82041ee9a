"""Laws of the questions, on small networks of every shape.

Cycles, self-links, unknown references, ids taken twice.
"""

from collections import Counter

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from dinet.model import (
    ELEMENT_OF,
    KINDS,
    LINK_KINDS,
    Effort,
    Goal,
    Link,
    Programme,
)
from dinet.network import Grade, Measured, Network, Tally
from dinet.plugins import plugin_folder
from tests.network.naive import Naive

IDS = [f"x{number}" for number in range(9)]
kinds = st.sampled_from(
    ("goal", "target", "effort", "goal", "target", "effort", *KINDS)
)
link_kinds = st.sampled_from(
    ("contributes_to", "contributes_to", "measures", "part_of", *LINK_KINDS)
)
levels = st.sampled_from((None, None, "strategic", "operational"))
ends = st.sampled_from([*IDS, "unknown"])


def draw_element(draw, element_id: str):
    kind = draw(kinds)
    if kind == "goal":
        return Goal(id=element_id, text="-", level=draw(levels))
    return ELEMENT_OF[kind](id=element_id, text="-")


@st.composite
def programmes(draw) -> Programme:
    """A programme of nine elements at most.

    Nearly all links join two of them, and some ids are taken twice.
    """
    size = draw(st.integers(0, len(IDS)))
    taken = [*IDS[:size], *draw(st.lists(st.sampled_from(IDS), max_size=2))]
    elements = tuple(draw_element(draw, each) for each in taken)
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
    grade = {each: naive.grade(each) for each in naive.graph}
    measured = {each: naive.measured(each) for each in goals}
    loose_efforts = {each for each in efforts if not naive.goals_of(each)}
    loose_targets = {each for each in targets if not naive.goals_of(each)}
    efforts_open = bool(goals) and loose_efforts == efforts
    targets_open = bool(goals) and loose_targets == targets
    unknown = {
        each for each in goals | targets if grade[each] is Grade.UNKNOWN
    }
    unknown |= {each for each in goals if measured[each] is Measured.UNKNOWN}
    if efforts_open:
        unknown |= loose_efforts
    if targets_open:
        unknown |= loose_targets
    covered = (Grade.DIRECT, Grade.UNKNOWN)
    expected = [
        {each for each in goals if grade[each] is Grade.NONE},
        {each for each in goals if grade[each] is Grade.SHARED_TARGET},
        {each for each in goals if measured[each] is Measured.NONE},
        {each for each in goals if measured[each] is Measured.GOAL_BELOW},
        set() if targets_open else loose_targets,
        {each for each in targets if grade[each] not in covered},
        set() if efforts_open else loose_efforts,
        unknown,
    ]
    assert [[one.id for one in each] for each in orphans] == [
        in_order(network, each) for each in expected
    ]
    assert orphans.total == sum(map(len, expected))


@given(programmes())
def test_every_goal_is_measured_as_the_definition_says_and_the_way_proves_it(
    programme,
):
    network, naive = Network(programme), Naive(programme)
    for goal in network.goals:
        proof = network.measure_proof(goal)
        assert proof.measured is naive.measured(goal.id)
        path = [each.id for each in proof.path]
        assert bool(path) == (
            proof.measured in (Measured.OWN, Measured.GOAL_BELOW)
        )
        if path:
            assert naive.kind(path[0]) == "target"
            assert nx.is_path(naive.graph, path)
            between = [naive.kind(each) for each in path[1:-1]]
            assert ("goal" in between) is (
                proof.measured is Measured.GOAL_BELOW
            )


def worst_of_way(naive: Naive, path: list[str]) -> Grade:
    """The grade of one way from an effort: that of the worst that it passes."""
    between = path[1:-1]
    if any(map(naive.is_shared, between)):
        return Grade.SHARED_TARGET
    kinds = {naive.kind(each) for each in between}
    if "goal" in kinds:
        return Grade.GOAL_BELOW
    return Grade.OWN_TARGET if "target" in kinds else Grade.DIRECT


@given(programmes())
def test_the_way_that_proves_a_grade_exists_and_has_that_grade(programme):
    network, naive = Network(programme), Naive(programme)
    for element in network:
        proof = network.proof(element)
        assert proof.grade is network.grade(element)
        path = [each.id for each in proof.path]
        if element.kind == "effort" or proof.grade in (
            Grade.NONE,
            Grade.UNKNOWN,
        ):
            assert path == []
            continue
        assert path[-1] == element.id
        assert naive.kind(path[0]) == "effort"
        assert len(proof.links) == len(path) - 1
        for near, far, link in zip(path, path[1:], proof.links, strict=False):
            assert {near, far} == {link.start, link.end}
        if nx.is_path(naive.graph, path):
            grade = worst_of_way(naive, path)
            if grade is proof.grade:
                continue
        assert element.kind == "target"
        assert naive.graph.has_edge(element.id, path[-2])
        assert nx.is_path(naive.graph, path[:-1])
        assert naive.through(worst_of_way(naive, path[:-1])) is proof.grade


def only_firm(programme: Programme) -> Programme:
    links = [
        link
        for link in programme.links
        if link.basis not in ("inherited", "inferred")
    ]
    return programme.model_copy(update={"links": tuple(links)})


@given(programmes(), st.sets(st.integers(0, 23)))
def test_a_grade_that_needs_weak_links_tells_what_is_left_without_them(
    programme, weak
):
    links = [
        link.model_copy(update={"basis": "inferred"} if at in weak else {})
        for at, link in enumerate(programme.links)
    ]
    programme = programme.model_copy(update={"links": tuple(links)})
    network, firm = Network(programme), Naive(only_firm(programme))
    firm.whole = Naive(programme)
    for element in network:
        proof = network.proof(element)
        left = firm.grade(element.id)
        assert (proof.without_weak or proof.grade) is left
        if proof.without_weak is None:
            assert not any(link.basis == "inferred" for link in proof.links)


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


def with_effort(programme: Programme, *served: str) -> Programme:
    """The programme with one effort more, which contributes to some ids."""
    links = [
        Link(start="new", end=each, kind="contributes_to") for each in served
    ]
    return programme.model_copy(
        update={
            "elements": (*programme.elements, Effort(id="new", text="-")),
            "links": (*programme.links, *links),
        }
    )


@given(programmes(), st.sets(st.sampled_from(IDS), max_size=3))
def test_adding_an_effort_makes_no_grade_worse_once_something_is_linked(
    programme, served
):
    before, after = (
        Network(programme),
        Network(with_effort(programme, *served)),
    )
    is_linked = any(before.efforts_per_goal().values())
    for each in before:
        then, now = before.grade(each), after.grade(each)
        opened = {then, now} == {Grade.NONE, Grade.UNKNOWN}
        if is_linked or not opened:
            assert BEST_FIRST.index(now) <= BEST_FIRST.index(then)


@given(programmes(), st.sets(st.sampled_from(IDS), max_size=3))
def test_adding_an_effort_never_adds_a_goal_without_effort(programme, served):
    before, after = (
        Network(programme),
        Network(with_effort(programme, *served)),
    )
    if not before.efforts or any(before.efforts_per_goal().values()):
        assert goals_without_effort(after) <= goals_without_effort(before)


def goals_without_effort(network: Network) -> set[str]:
    rule = plugin_folder("rules").plugin_named("goal_without_effort")
    return {goal.id for goal, _ in rule.module.check.check(network)}


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
    proofs = tuple(map(network.proof, network))
    measures = tuple(map(network.measure_proof, network.goals))
    return [
        per_goal,
        plain((*(each() for each in asked), network.links(), traces, impacts)),
        plain((proofs, measures)),
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
