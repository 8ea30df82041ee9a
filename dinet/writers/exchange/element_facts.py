"""What is known of an element or link, as plain texts by name."""

from pydantic import BaseModel

from dinet.model import Element, Link, Target
from dinet.network import Network

LINK_ATTRIBUTES = ("kind", "basis", "strength")
"""Of a link; programs that reckon with weights take ``weight`` for a number, so that is another."""


def element_label(element: Element, *, short: bool = False) -> str:
    """The code and the words of an element, on one line.

    Args:
        element: Of any kind.
        short: Its title, when it has one, in place of its text.
    """
    words = element.title or element.text if short else element.text
    return " ".join(f"{element.id} · {words}".split())


def element_attributes(network: Network, element: Element) -> dict[str, str]:
    """All that is known of an element.

    These are the attributes of its node in ``Network.graph``, its aim, and how it is covered.

    Lists are joined by ``"; "``; what is empty is left out, but never the text.
    """
    facts: dict[str, str] = {
        "id": element.id,
        "text": element.text,
        **network.graph.nodes[element.id],
    }
    if element.remark:
        facts["remark"] = element.remark
    if isinstance(element, Target) and element.target:
        facts |= _filled_fields(element.target)
    if element.kind in ("goal", "target"):
        facts["coverage"] = network.grade(element).value
    return facts


def _filled_fields(part: BaseModel) -> dict[str, str]:
    fields = part.model_dump(exclude_none=True)
    return {name: value for name, value in fields.items() if value}


def link_attributes(link: Link) -> dict[str, str]:
    """The kind and basis of a link, and its weight as ``strength`` when it has one."""
    attributes = {"kind": link.kind, "basis": link.basis}
    return attributes | _strength(link)


def _strength(link: Link) -> dict[str, str]:
    return {"strength": link.weight} if link.weight else {}


def programme_attributes(network: Network) -> dict[str, str]:
    """What the programme says of itself, its language among it; what is empty is left out."""
    return _filled_fields(network.programme.identity)
