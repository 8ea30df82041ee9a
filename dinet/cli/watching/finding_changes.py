"""Which findings came and which went when a document was saved."""

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from dinet.cli.answers.printing import finding_lines
from dinet.finding import Finding
from dinet.network import Network
from dinet.versions.changed_findings import drop_matching


class WordedFinding(NamedTuple):
    """A finding, and what it is about in words: ids move when a row comes between elements."""

    finding: Finding
    texts: tuple[str, ...]


Worded = tuple[WordedFinding, ...]


def word_findings(network: Network, findings: Iterable[Finding]) -> Worded:
    """Findings with the texts of their elements; one that does not exist has its id for a text."""

    def text_of(element_id: str) -> str:
        return (
            network[element_id].text if element_id in network else element_id
        )

    return tuple(
        WordedFinding(finding, tuple(map(text_of, finding.ids)))
        for finding in findings
    )


def _key_by_text(worded: WordedFinding) -> Hashable:
    return worded.finding.code, worded.texts


def _key_by_id(worded: WordedFinding) -> Hashable:
    return worded.finding.code, worded.finding.ids


def compare_findings(before: Worded, after: Worded) -> tuple[Worded, Worded]:
    """The findings that are new, and those that are solved.

    One is the same when it is about the same words, wherever these stand now, or else about the
    same id with other words.
    """
    for key in (_key_by_text, _key_by_id):
        before, after = (
            tuple(drop_matching(before, after, key, key)),
            tuple(drop_matching(after, before, key, key)),
        )
    return after, before


def difference_lines(new: Worded, solved: Worded, lang: str) -> Iterator[str]:
    """New findings with a plus and their places, solved ones with a minus."""
    for worded in solved:
        head, sentence, *_ = finding_lines([worded.finding], lang)
        yield from (f"- {head}", sentence)
    for worded in new:
        head, *rest = finding_lines([worded.finding], lang)
        yield from (f"+ {head}", *filter(None, rest))
