"""Codes that can be read back: an element whose id is no code gets one that is."""

from collections import Counter
from collections.abc import Iterator, Mapping

from dinet.model import Element, Link
from dinet.network import Network
from dinet.wording.element_codes import is_readable_code


def with_readable_codes(network: Network) -> Network:
    """The same network, with an id for every element that is a code such as ``D1`` or ``OPG-04``.

    When all ids are codes already, that is the network itself.

    A second element with an id that is taken gets a code of its own; links stay with the first.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> found = with_readable_codes(Network(Programme(
        ...     elements=(Goal(id="sport", text="Meer sport"), Effort(id="I4", text="Een hal")),
        ...     links=(Link(start="I4", end="sport", kind="contributes_to"),))))
        >>> [each.id for each in found], [(link.start, link.end) for link in found.links()]
        (['D1', 'I4'], [('I4', 'D1')])
    """
    elements = network.programme.elements
    unique = len(network.elements) == len(elements)
    if unique and all(is_readable_code(element.id) for element in elements):
        return network
    return _with_codes(network)


def _with_codes(network: Network) -> Network:
    """The same network with a code for every element, and links between the first of each id."""
    codes: dict[str, str] = {}
    elements = []
    for element, code in _coded_elements(network.programme.elements):
        codes.setdefault(element.id, code)
        elements.append(element.model_copy(update={"id": code}))
    links = tuple(_recoded_link(link, codes) for link in network.links())
    parts = {"elements": tuple(elements), "links": links}
    return Network(network.programme.model_copy(update=parts))


def _coded_elements(
    elements: tuple[Element, ...],
) -> Iterator[tuple[Element, str]]:
    """Each element with its code: its id when that is one, else the next number of its kind."""
    reserved = {
        element.id for element in elements if is_readable_code(element.id)
    }
    used: set[str] = set()
    counts: Counter[str] = Counter()
    for element in elements:
        code = element.id
        if code not in reserved or code in used:
            code = _next_free_code(element.prefix, counts, reserved | used)
        used.add(code)
        yield element, code


def _next_free_code(prefix: str, counts: Counter[str], taken: set[str]) -> str:
    counts[prefix] += 1
    while f"{prefix}{counts[prefix]}" in taken:
        counts[prefix] += 1
    return f"{prefix}{counts[prefix]}"


def _recoded_link(link: Link, codes: Mapping[str, str]) -> Link:
    ends = {"start": codes[link.start], "end": codes[link.end]}
    return link.model_copy(update=ends)
