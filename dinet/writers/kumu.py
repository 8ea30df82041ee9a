"""Kumu's JSON blueprint: elements and connections, to import in kumu.io as they are.

Kumu joins by labels, so each label begins with the element's id.

Suffixes: .kumu.json
"""

import json

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import Element
from dinet.network import Network

_LONGEST_LABEL = 60


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The blueprint, UTF-8, in reading order."""
    elements = [
        {
            "label": _element_label(each),
            "type": each.kind,
            "description": each.text,
            "tags": [theme.text for theme in network.themes_of(each)],
        }
        for each in network
    ]
    connections = [
        {
            "from": _element_label(network[link.start]),
            "to": _element_label(network[link.end]),
            "direction": "directed",
            "type": link.kind,
        }
        for link in network.links()
    ]
    return (
        json.dumps(
            {"elements": elements, "connections": connections},
            ensure_ascii=False,
            indent=1,
        ).encode()
        + b"\n"
    )


def _element_label(element: Element) -> str:
    title = element.title or element.text
    short = (
        title
        if len(title) <= _LONGEST_LABEL
        else title[: _LONGEST_LABEL + 1].rpartition(" ")[0] + " …"
    )
    return f"{element.id} · {short}"


DUTCH = {
    "Kumu's JSON blueprint: elements and connections, to import in kumu.io as they are.": (
        "De JSON-blauwdruk van Kumu: elementen en verbanden, om zo in kumu.io te laden."
    ),
}
