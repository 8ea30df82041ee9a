"""Kumu's JSON blueprint: elements and connections, to import in kumu.io as they are.

Kumu joins by labels, so each label begins with the element's id.

Suffixes: .kumu.json
"""

import json
from typing import Any

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import Element, Link
from dinet.network import Network

_LONGEST_LABEL = 60
"""A longer title is cut at a word, in characters: the whole text is the description."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The blueprint, UTF-8, in reading order."""
    elements = [_element_data(network, element) for element in network]
    connections = [_connection_data(network, link) for link in network.links()]
    blueprint = {"elements": elements, "connections": connections}
    return json.dumps(blueprint, ensure_ascii=False, indent=1).encode() + b"\n"


def _element_data(network: Network, element: Element) -> dict[str, Any]:
    return {
        "label": _element_label(element),
        "type": element.kind,
        "description": element.text,
        "tags": [theme.text for theme in network.themes_of(element)],
    }


def _connection_data(network: Network, link: Link) -> dict[str, str]:
    return {
        "from": _element_label(network[link.start]),
        "to": _element_label(network[link.end]),
        "direction": "directed",
        "type": link.kind,
    }


def _element_label(element: Element) -> str:
    title = element.title or element.text
    if len(title) > _LONGEST_LABEL:
        title = title[: _LONGEST_LABEL + 1].rpartition(" ")[0] + " …"
    return f"{element.id} · {title}"


DUTCH = {
    "Kumu's JSON blueprint: elements and connections, to import in kumu.io as they are.": (
        "De JSON-blauwdruk van Kumu: elementen en verbanden, om zo in kumu.io te laden."
    ),
}
