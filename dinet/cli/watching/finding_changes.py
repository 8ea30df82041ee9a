"""Which findings came and which went when a document was saved."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from dinet.cli.printing import finding_lines
from dinet.finding import Finding
from dinet.network import Network


class Found(NamedTuple):
    """A finding, and what it is about in words: ids of elements move when a row comes between them."""

    finding: Finding
    texts: tuple[str, ...]


def found(network: Network, findings: Iterable[Finding]) -> tuple[Found, ...]:
    """Findings with the texts of their elements; an element that does not exist has its id for a text."""

    def text(element_id: str) -> str:
        return network[element_id].text if element_id in network else element_id

    return tuple(Found(each, tuple(map(text, each.ids))) for each in findings)


def _by_text(each: Found) -> Hashable:
    return each.finding.code, each.texts


def _by_id(each: Found) -> Hashable:
    return each.finding.code, each.finding.ids


def changed(before: tuple[Found, ...], after: tuple[Found, ...]) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The findings that are new, and those that are solved.

    One is the same when it is about the same words, wherever these stand now, or else about the same id with other words.
    """
    for key in (_by_text, _by_id):
        before, after = _without(before, after, key), _without(after, before, key)
    return after, before


def _without(some: Iterable[Found], others: Iterable[Found], key: Callable[[Found], Hashable]) -> tuple[Found, ...]:
    left = Counter(map(key, others))
    kept = []
    for each in some:
        if left[key(each)]:
            left[key(each)] -= 1
        else:
            kept.append(each)
    return tuple(kept)


def difference_lines(new: Iterable[Found], solved: Iterable[Found], lang: str) -> Iterator[str]:
    """New findings with a plus and their places, solved ones with a minus."""
    for each in solved:
        head, sentence, *_ = finding_lines([each.finding], lang)
        yield from (f"- {head}", sentence)
    for each in new:
        head, *rest = finding_lines([each.finding], lang)
        yield from (f"+ {head}", *filter(None, rest))
