"""Cytoscape's JSON: elements with all that is known of them at their places, and links, for \
Cytoscape and Cytoscape.js.

Suffixes: .cyjs
"""

import json
from typing import Any

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import Element
from dinet.network import Network
from dinet.writers.exchange.box_positions import BoxesById, screen_boxes
from dinet.writers.exchange.element_facts import (
    element_attributes,
    element_label,
    link_attributes,
    programme_attributes,
)


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The network, UTF-8, in reading order; links run from what serves to what is served.

    Args:
        network: Every element and link is written.
        findings: Not written.
        profile: ``short`` takes titles for names.
    """
    places = screen_boxes(network, profile)
    edges = [
        {
            "data": {
                "id": f"e{number}",
                "source": link.start,
                "target": link.end,
                "interaction": link.kind,
                **link_attributes(link),
            }
        }
        for number, link in enumerate(network.links(), start=1)
    ]
    about = programme_attributes(network)
    whole = {
        "format_version": "1.0",
        "generated_by": "dinet",
        "target_cytoscapejs_version": "~2.1",
        "data": {"name": about.get("title", "dinet"), **about},
        "elements": {
            "nodes": [_node_data(network, each, places, profile) for each in network],
            "edges": edges,
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _node_data(
    network: Network, element: Element, places: BoxesById, profile: Profile
) -> dict[str, Any]:
    colours = {
        "colour": profile.style.inks[element.kind].bar,
        "ground": profile.style.inks[element.kind].ground,
    }
    data = {
        "name": element_label(element, short=profile.short),
        **element_attributes(network, element),
        **colours,
    }
    box = places.get(element.id)
    place = (
        {
            "position": {
                "x": round(box.x + box.w / 2, 1),
                "y": round(box.y + box.h / 2, 1),
            }
        }
        if box
        else {}
    )
    return {"data": data, **place}


DUTCH = {
    (
        "Cytoscape's JSON: elements with all that is known of them at their places, "
        "and links, for Cytoscape and Cytoscape.js."
    ): (
        "JSON van Cytoscape: elementen op hun plaats met alles wat ervan bekend is, en "
        "verbanden, voor Cytoscape en Cytoscape.js."
    ),
}
