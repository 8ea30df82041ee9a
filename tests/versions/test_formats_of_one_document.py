"""One document in two formats has no differences: a test of reading as much as of comparing."""

from itertools import combinations
from pathlib import Path

import pytest

import dinet
from dinet.network import Network
from dinet.versions.version_comparison import compare_versions

EXAMPLES = Path(__file__).parents[2] / "examples"
LACKING = {"hoogeveen.mmd": {"source"}, "coevorden.txt": {"period"}}
"""What stands in no cell of these two files: the drawing has no sources, the text no planning."""


@pytest.mark.slow
@pytest.mark.parametrize("document", ["hoogeveen", "coevorden"])
def test_a_document_does_not_differ_from_itself_in_another_format(
    document: str,
) -> None:
    workbook = EXAMPLES / f"{document}-werkmap.xlsx"
    paths = [workbook, *sorted(EXAMPLES.glob(f"{document}.*"))]
    read = {path.name: Network(dinet.read(path)) for path in paths}
    assert len(read) > 7
    for one, other in combinations(read, 2):
        comparison = compare_versions(read[one], read[other])
        lacking = LACKING.get(one, set()) | LACKING.get(other, set())
        changed = {
            change.kind for pair in comparison.pairs for change in pair.changes
        }
        assert changed == lacking, (one, other)
        differing = (
            comparison.gone,
            comparison.added,
            comparison.split,
            comparison.merged,
            comparison.gone_links,
            comparison.new_links,
            comparison.grades,
        )
        assert not any(differing), (one, other)
        certain = {pair.paired.certainty for pair in comparison.pairs}
        assert certain == {"sure"}, (one, other)
