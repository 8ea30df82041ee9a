"""ArchiMate's exchange format, for Archi and other architecture tools: elements, relations and a view with places.

Themes and goals are goals, targets and benefits outcomes, efforts courses of action, and
programmes groupings. Where ArchiMate has no stronger relation between two of these, or a link
only refers, it is an association with a name.

Suffixes: .archimate.xml
"""

from dinet.layout.style.profile import Profile
from dinet.writers.exchange.box_positions import Boxes, boxes
from dinet.writers.exchange.element_facts import (
    label,
    of_element,
    of_link,
    of_programme,
)
from dinet.writers.exchange.xml_tree import Node, as_bytes, child, rgb, root

from dinet.finding import Finding
from dinet.model import Element, Kind, Link
from dinet.network import Network
from dinet.wording.labels import LINK_WORDS, speaker

_OWN = "http://www.opengroup.org/xsd/archimate/3.0/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_TYPE = f"{{{_XSI}}}type"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROOT = f'''<model xmlns="{_OWN}" xmlns:xsi="{_XSI}" identifier="id-model"
    xsi:schemaLocation="{_OWN} {_OWN.replace("3.0", "3.1")}archimate3_Diagram.xsd"/>'''

_TYPES: dict[Kind, str] = {
    "programme": "Grouping",
    "theme": "Goal",
    "goal": "Goal",
    "benefit": "Outcome",
    "target": "Outcome",
    "capability": "Capability",
    "result": "Deliverable",
    "effort": "CourseOfAction",
}
_REALIZED = {
    *(
        ("Outcome", "Goal"),
        ("CourseOfAction", "Goal"),
        ("CourseOfAction", "Outcome"),
        ("Capability", "Goal"),
    ),
    *(("Capability", "Outcome"), ("Capability", "CourseOfAction")),
}
"""What realizes what, among the types above."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The model, UTF-8, in reading order; what ArchiMate has no word for stands in properties.

    Args:
        network: Every element and link is written.
        findings: Not written.
        profile: ``lang`` is the language of the words at associations; ``short`` takes titles
            for names.
    """
    return as_bytes(_Model(network, profile).tree())


class _Model:
    def __init__(self, network: Network, profile: Profile) -> None:
        self.network, self.profile, self.lang = network, profile, network.programme.lang
        self.names = {
            element.id: f"id-e{number}"
            for number, element in enumerate(network, start=1)
        }
        self.properties: dict[str, str] = {}

    def tree(self) -> Node:
        """The whole model, its parts in the order that the format prescribes."""
        tree = root(_ROOT)
        about = of_programme(self.network)
        self._words(tree, "name", about.get("title", "dinet"))
        if "vision" in about:
            self._words(tree, "documentation", about["vision"])
        if len(self.network):
            elements = child(tree, "elements")
            for each in self.network:
                self._element(elements, each)
        if self.network.links():
            relations = child(tree, "relationships")
            for number, link in enumerate(self.network.links(), start=1):
                self._relation(relations, link, f"id-r{number}")
        self._definitions(tree)
        places = boxes(self.network, self.profile)
        if places:
            self._view(child(child(tree, "views"), "diagrams"), places)
        return tree

    def _words(self, parent: Node, name: str, text: str, lang: str = "") -> None:
        child(parent, name, text, **{_LANG: lang or self.lang})

    def _element(self, parent: Node, element: Element) -> None:
        made = child(
            parent,
            "element",
            identifier=self.names[element.id],
            **{_TYPE: _TYPES[element.kind]},
        )
        self._words(made, "name", label(element, short=self.profile.short))
        self._words(made, "documentation", element.text)
        facts = of_element(self.network, element)
        self._facts(
            made, {name: value for name, value in facts.items() if name != "text"}
        )

    def _facts(self, parent: Node, facts: dict[str, str]) -> None:
        listed = child(parent, "properties")
        for name, value in facts.items():
            key = self.properties.setdefault(name, f"id-p{len(self.properties) + 1}")
            self._words(
                child(listed, "property", propertyDefinitionRef=key), "value", value
            )

    def _relation(self, parent: Node, link: Link, identifier: str) -> None:
        start, end, kind = link.start, link.end, self._kind(link)
        if kind == "Aggregation":  # runs from the whole to the part
            start, end = end, start
        ends = {"source": self.names[start], "target": self.names[end]}
        made = child(
            parent, "relationship", identifier=identifier, **ends, **{_TYPE: kind}
        )
        if kind == "Association":
            self._words(
                made,
                "name",
                speaker(self.profile.lang)(LINK_WORDS[link.kind][0]),
                self.profile.lang,
            )
        self._facts(made, of_link(link))

    def _kind(self, link: Link) -> str:
        start, end = (
            _TYPES[self.network[each].kind] for each in (link.start, link.end)
        )
        if link.kind == "part_of" and end in {start, "Grouping"}:
            return "Aggregation"
        if link.kind in ("contributes_to", "measures"):
            motives = {start, end} <= {"Goal", "Outcome"}
            return (
                "Realization"
                if (start, end) in _REALIZED
                else "Influence"
                if motives
                else "Association"
            )
        return "Association"

    def _definitions(self, tree: Node) -> None:
        if self.properties:
            listed = child(tree, "propertyDefinitions")
            for name, key in self.properties.items():
                child(
                    child(listed, "propertyDefinition", identifier=key, type="string"),
                    "name",
                    name,
                )

    def _view(self, parent: Node, places: Boxes) -> None:
        view = child(parent, "view", identifier="id-view", **{_TYPE: "Diagram"})
        self._words(view, "name", of_programme(self.network).get("title", "dinet"))
        for element in self.network:
            box = places[element.id]
            sides = {"x": box.x, "y": box.y, "w": box.w, "h": box.h}
            whole = {
                name: str(max(round(value), name in "wh"))
                for name, value in sides.items()
            }
            ends = {"elementRef": self.names[element.id], _TYPE: "Element"}
            node = child(
                view,
                "node",
                identifier=self.names[element.id].replace("-e", "-n"),
                **ends,
                **whole,
            )
            ink, colours = self.profile.style.inks[box.kind], child(node, "style")
            for part, colour in (("lineColor", ink.border), ("fillColor", ink.ground)):
                child(colours, part, **rgb(colour))
        for number, link in enumerate(self.network.links(), start=1):
            start, end = (
                (link.end, link.start)
                if self._kind(link) == "Aggregation"
                else (link.start, link.end)
            )
            ends = {
                name: self.names[each].replace("-e", "-n")
                for name, each in (("source", start), ("target", end))
            }
            known = {"relationshipRef": f"id-r{number}", _TYPE: "Relationship"}
            child(view, "connection", identifier=f"id-c{number}", **known, **ends)


DUTCH = {
    (
        "ArchiMate's exchange format, for Archi and other architecture tools: "
        "elements, relations and a view with places."
    ): (
        "Het uitwisselformaat van ArchiMate, voor Archi en andere "
        "architectuurprogramma's: elementen, relaties en een view met plaatsen."
    ),
}
