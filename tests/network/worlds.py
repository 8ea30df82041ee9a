"""Worlds of a few letters.

``I1>S1>D1`` is an effort that contributes to a target that measures a goal.
"""

from collections.abc import Iterable
from itertools import pairwise

from dinet.api import Network
from dinet.model import ELEMENT_OF, AnyElement, Link, LinkKind, Programme

KIND_OF = {each.prefix: kind for kind, each in ELEMENT_OF.items()}


def programme(text: str, *more: Link) -> Programme:
    """The programme in a text of elements and chains of links between them.

    An element's kind is that of its letter; among its kind it stands where it is first named.
    Links get the kind that fits.
    """
    chains = [chain.split(">") for chain in text.split()]
    ids = dict.fromkeys(each for chain in chains for each in chain)
    links = [
        link(start, end) for chain in chains for start, end in pairwise(chain)
    ]
    return Programme(elements=tuple(map(element, ids)), links=(*links, *more))


def world(text: str, *more: Link) -> Network:
    return Network(programme(text, *more))


def element(element_id: str) -> AnyElement:
    return ELEMENT_OF[KIND_OF[element_id[0]]](
        id=element_id, text=f"Tekst van {element_id}"
    )


def link(start: str, end: str, kind: LinkKind | None = None) -> Link:
    fitting: LinkKind = "contributes_to"
    if start[0] == "S":
        fitting = "measures"
    elif end[0] in "TP" or start[0] == end[0] == "I":
        fitting = "part_of"
    return Link(start=start, end=end, kind=kind or fitting)


def ids(elements: Iterable[AnyElement]) -> str:
    return " ".join(each.id for each in elements)
