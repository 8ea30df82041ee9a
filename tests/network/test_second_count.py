"""All questions equal a second count by networkx from the JSON, on documents and by chance."""

import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest

import dinet
from dinet.model import (
    ELEMENT_OF,
    Goal,
    Kind,
    Link,
    Programme,
    natural_link_kind,
)
from dinet.network import Grade, Network
from tests.network.second_count import RANK, SecondCount

pytestmark = pytest.mark.no_cover

EXAMPLES = sorted(
    path for path in Path("examples").iterdir() if path.suffix == ".docx"
)
ROWS: tuple[tuple[Kind, float], ...] = (
    ("theme", 0.03),
    ("goal", 0.22),
    ("benefit", 0.05),
    ("target", 0.25),
    ("capability", 0.05),
    ("effort", 0.4),
)


def make_programme(size: int, seed: int) -> Programme:
    """A programme by chance: most links run up one row, some run anywhere."""
    chance = Random(seed)
    kinds = [kind for kind, share in ROWS for _ in range(int(size * share))]
    chance.shuffle(kinds)
    levels = chance.choice(
        [(None,), ("strategic", "operational"), (None, "operational")]
    )
    elements = tuple(
        Goal(id=f"x{at}", text="-", level=chance.choice(levels))
        if kind == "goal"
        else ELEMENT_OF[kind](id=f"x{at}", text="-")
        for at, kind in enumerate(kinds)
    )
    order = [kind for kind, _ in ROWS]
    rank = {each.id: order.index(each.kind) for each in elements}
    # some programmes are dense, some link nearly nothing
    density = chance.choice([0.02, 0.5, 1.2, 2])
    links = []
    for _ in range(int(size * density)):
        start, end = chance.choice(elements), chance.choice(elements)
        if rank[start.id] < rank[end.id] and chance.random() < 0.95:
            start, end = end, start
        links.append(
            Link(
                start=start.id,
                end=end.id,
                kind=natural_link_kind(start.kind, end.kind),
            )
        )
    return Programme(elements=elements, links=tuple(links))


def assert_counts_agree(programme: Programme, chance: Random) -> None:
    """That every answer of dinet is that of the second count."""
    network = Network(programme)
    second = SecondCount(json.loads(programme.model_dump_json(by_alias=True)))
    grades = second.all_grades()
    assert {each.id: network.grade(each).value for each in network} == grades
    for kind, tally in (
        ("goal", network.coverage().goals),
        ("target", network.coverage().targets),
    ):
        counts = Counter(grades[each] for each in second.of_kind(kind))
        assert tally._asdict() == {grade: counts[grade] for grade in RANK}
    measured = second.all_measured()
    assert {
        each.id: network.measured(each).value for each in network.goals
    } == measured
    orphans = network.orphans()._asdict()
    assert {
        name: {each.id for each in elements}
        for name, elements in orphans.items()
    } == second.orphans()
    assert {
        each.effort.id: {one.id for one in each.rests}
        for each in network.critical()
    } == second.critical()
    assert {
        each.element.id: {one.id for one in each.serves}
        for each in network.shared()
    } == second.shared()
    for _ in range(4):
        chosen = chance.sample(sorted(second.graph), min(3, len(second.graph)))
        losses = network.impact(*chosen).losses
        assert {
            each.element.id: (each.before.value, each.after.value)
            for each in losses
        } == second.losses(frozenset(chosen))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_answers_on_the_examples_equal_the_second_count(path):
    assert_counts_agree(dinet.read(path), Random(path.stem))


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("size", [20, 60, 200])
def test_the_answers_on_programmes_by_chance_equal_the_second_count(
    size, seed
):
    programme = make_programme(size, seed)
    assert_counts_agree(programme, Random(seed))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_answers_on_2000_elements_equal_the_second_count(seed):
    assert_counts_agree(make_programme(2_000, seed), Random(seed))


@pytest.mark.no_cover
def test_programmes_by_chance_have_every_grade():
    found = Counter(
        Network(programme).grade(each)
        for seed in range(12)
        for programme in [make_programme(200, seed)]
        for each in programme.elements
    )
    assert set(found) == set(Grade)
