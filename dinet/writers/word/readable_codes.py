"""Codes that can be read back: a programme whose ids are no labels gets ids that are."""

import re
from collections import Counter
from collections.abc import Mapping

from dinet.model import ELEMENT_OF, Element, Link
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
    elements = network.programme.elements
    unique = len(network.elements) == len(elements)
    if unique and all(map(_is_coded, elements)):
        return network
    return _with_codes(network)


def _with_codes(network: Network) -> Network:
    """The same network with a code for every element, and links between the first of each id."""
    counts: Counter[str] = Counter()
    codes: dict[str, str] = {}
    elements = []
    for element in network.programme.elements:
        prefix = element.prefix
        counts[prefix] += 1
        code = f"{prefix}{counts[prefix]}"
        codes.setdefault(element.id, code)
        elements.append(element.model_copy(update={"id": code}))
    links = tuple(_recoded_link(link, codes) for link in network.links())
    parts = {"elements": tuple(elements), "links": links}
    return Network(network.programme.model_copy(update=parts))


def _recoded_link(link: Link, codes: Mapping[str, str]) -> Link:
    ends = {"start": codes[link.start], "end": codes[link.end]}
    return link.model_copy(update=ends)


def _is_coded(element: Element) -> bool:
    prefix = ELEMENT_OF[element.kind].prefix
    return re.fullmatch(prefix + _CODE_NUMBER, element.id) is not None
