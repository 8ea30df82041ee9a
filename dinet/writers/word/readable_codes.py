"""Codes that can be read back: a programme whose ids are no labels gets ids that are."""

import re
from collections import Counter

from dinet.model import ELEMENT_OF, Element
from dinet.network import Network

_CODE_NUMBER = r"\d{1,4}(?:\.\d{1,3}){0,3}"


def with_readable_codes(network: Network) -> Network:
    """The same network, with an id for every element that is a code such as ``D1`` or ``I4.2``.

    When all ids are codes already, that is the network itself.

    A second element with an id that is taken gets a code of its own; links stay with the first.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> found = with_readable_codes(Network(Programme(
        ...     elements=(Goal(id="sport", text="Meer sport"), Effort(id="hal", text="Een hal")),
        ...     links=(Link(start="hal", end="sport", kind="contributes_to"),))))
        >>> [each.id for each in found], [(link.start, link.end) for link in found.links()]
        (['D1', 'I1'], [('I1', 'D1')])
    """
    programme = network.programme
    if len(network.elements) == len(programme.elements) and all(
        map(_is_coded, programme.elements)
    ):
        return network
    counts: Counter[str] = Counter()
    codes: dict[str, str] = {}
    elements = []
    for each in programme.elements:
        counts[each.prefix] += 1
        code = f"{each.prefix}{counts[each.prefix]}"
        codes.setdefault(each.id, code)
        elements.append(each.model_copy(update={"id": code}))
    links = (
        link.model_copy(update={"start": codes[link.start], "end": codes[link.end]})
        for link in network.links()
    )
    return Network(
        programme.model_copy(
            update={"elements": tuple(elements), "links": tuple(links)}
        )
    )


def _is_coded(element: Element) -> bool:
    return (
        re.fullmatch(ELEMENT_OF[element.kind].prefix + _CODE_NUMBER, element.id)
        is not None
    )
