"""Cytoscape's JSON: elements with all that is known of them at their places, and links, for \
Cytoscape and Cytoscape.js.

Suffixes: .cyjs
"""  # noqa: D205 (one sentence of the catalogue)

import json
from typing import Any

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import Element, Link
from dinet.network import Network
from dinet.writers.exchange.box_positions import BoxesById, screen_boxes
from dinet.writers.exchange.element_facts import (
    element_attributes,
    element_label,
    link_attributes,
    programme_attributes,
)


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The network, UTF-8, in reading order; links run from what serves to what is served.

    Args:
        network: Every element and link is written.
        findings: Not written.
        profile: ``short`` takes titles for names.
    """
    boxes = screen_boxes(network, profile)
    nodes = [
        _node_data(network, element, boxes, profile) for element in network
    ]
    edges = [
        _edge_data(number, link)
        for number, link in enumerate(network.links(), start=1)
    ]
    about = programme_attributes(network)
    whole = {
        "format_version": "1.0",
        "generated_by": "dinet",
        "target_cytoscapejs_version": "~2.1",
        "data": {"name": about.get("title", "dinet"), **about},
        "elements": {"nodes": nodes, "edges": edges},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _edge_data(number: int, link: Link) -> dict[str, Any]:
    data = {
        "id": f"e{number}",
        "source": link.start,
        "target": link.end,
        "interaction": link.kind,
        **link_attributes(link),
    }
    return {"data": data}


def _node_data(
    network: Network, element: Element, boxes: BoxesById, profile: Profile
) -> dict[str, Any]:
    """An element with its colours, and its place when that is known."""
    ink = profile.style.inks[element.kind]
    node: dict[str, Any] = {
        "data": {
            "name": element_label(element, short=profile.short),
            **element_attributes(network, element),
            "colour": ink.bar,
            "ground": ink.ground,
        }
    }
    box = boxes.get(element.id)
    if box:
        x = round(box.x + box.w / 2, 1)
        y = round(box.y + box.h / 2, 1)
        node["position"] = {"x": x, "y": y}
    return node


DUTCH = {
    (
        "Cytoscape's JSON: elements with all that is known of them at their places, "
        "and links, for Cytoscape and Cytoscape.js."
    ): (
        "JSON van Cytoscape: elementen op hun plaats met alles wat ervan bekend is, en "
        "verbanden, voor Cytoscape en Cytoscape.js."
    ),
}
