"""All that was planted in twenty programmes is found, nothing else is, and nothing is made one."""

from pathlib import Path

import pytest

from dinet.application.read_portfolio import ReadPortfolio, read_portfolio
from tests.portfolio.planted import plant_programmes

KINDS = ("joint", "claims", "money", "shared", "conflicts")
"""What is planted; nothing that is written sounds alike but what is planted."""


def found_pairs(read: ReadPortfolio, kind: str) -> set[frozenset[str]]:
    rows = read.portfolio.rows.by_name()[kind]
    return {frozenset(placed.id for placed in row.elements) for row in rows}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_all_that_was_planted_in_twenty_programmes_is_found_and_nothing_else(
    tmp_path: Path, seed: int
) -> None:
    planted = plant_programmes(seed)
    planted.write(tmp_path)
    read = read_portfolio([str(tmp_path)], None, {})
    for kind in KINDS:
        assert found_pairs(read, kind) == getattr(planted, kind), kind
        assert getattr(planted, kind)
    assert not read.portfolio.rows.alike
    rows = [
        row for rows in read.portfolio.rows.by_name().values() for row in rows
    ]
    assert {row.certainty for row in rows} == {"check"}


def test_nothing_is_made_one_without_a_person(tmp_path: Path) -> None:
    plant_programmes(4).write(tmp_path)
    read = read_portfolio([str(tmp_path)], None, {})
    documents = read.portfolio.documents
    assert len(read.portfolio.network) == sum(
        len(each.known) for each in documents
    )
    assert len(read.portfolio.network.links()) == sum(
        len(each.known.links()) for each in documents
    )
    covered = sum(each.known.coverage().targets.direct for each in documents)
    assert read.portfolio.coverage.targets.direct == covered
