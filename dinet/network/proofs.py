"""The ways that prove a grade: element after element, with the links between them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from dinet.model import BASES, SUPPORTING_LINKS, Element, Link
from dinet.network.coverage import Graded, grade_of_mark, grade_path
from dinet.network.results import Proof

LinksOf = Callable[[Element], Sequence[Link]]
"""Gives the links of an element."""


def prove_grade(
    elements: Sequence[Element],
    links_of: LinksOf,
    gradings: tuple[Graded, Graded],
    position: int,
) -> Proof:
    """See ``Network.proof``.

    Args:
        elements: Of the network.
        links_of: Gives the links of each of them.
        gradings: By all links, and by those on firm evidence alone.
        position: Of the element that is graded.
    """
    graded, firm = gradings
    grade = grade_of_mark(graded.marks[position])
    firm_grade = grade_of_mark(firm.marks[position])
    is_firm = grade is firm_grade
    path = grade_path(firm if is_firm else graded, position)
    steps = tuple(map(elements.__getitem__, path))
    return Proof(
        elements[position],
        grade,
        steps,
        links_along(steps, links_of),
        None if is_firm else firm_grade,
    )


def links_along(
    steps: Iterable[Element], links_of: LinksOf
) -> tuple[Link, ...]:
    """The links between the elements of a way, the firmest where there are several."""
    return tuple(
        _firmest_link(near, far, links_of) for near, far in pairwise(steps)
    )


def _firmest_link(near: Element, far: Element, links_of: LinksOf) -> Link:
    ends = {(near.id, far.id), (far.id, near.id)}
    # the end with the fewest links: a goal may have thousands
    links = min(links_of(near), links_of(far), key=len)
    between = [
        link
        for link in links
        if (link.start, link.end) in ends and link.kind in SUPPORTING_LINKS
    ]
    return min(between, key=lambda link: BASES.index(link.basis))
