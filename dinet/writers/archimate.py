"""ArchiMate's exchange format, for Archi and other architecture tools: elements, relations and a \
view with places.

Themes and goals are goals, targets and benefits outcomes, efforts courses of action, and
programmes groupings. Where ArchiMate has no stronger relation between two of these, or a link
only refers, it is an association with a name.

Suffixes: .archimate.xml
"""

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import SERVING_LINKS, Element, Kind, Link
from dinet.network import Network
from dinet.wording.labels import LINK_NAMES, translator_for
from dinet.writers.exchange.box_positions import BoxesById, screen_boxes
from dinet.writers.exchange.element_facts import (
    element_attributes,
    element_label,
    link_attributes,
    programme_attributes,
)
from dinet.writers.exchange.xml_tree import (
    XmlNode,
    add_child,
    as_bytes,
    parse_root,
    rgb_attributes,
)

_ARCHIMATE_NAMESPACE = "http://www.opengroup.org/xsd/archimate/3.0/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_TYPE = f"{{{_XSI}}}type"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROOT = f'''<model xmlns="{_ARCHIMATE_NAMESPACE}" xmlns:xsi="{_XSI}" identifier="id-model"
    xsi:schemaLocation="{_ARCHIMATE_NAMESPACE} {_ARCHIMATE_NAMESPACE.replace("3.0", "3.1")}archimate3_Diagram.xsd"/>'''

_ELEMENT_TYPES: dict[Kind, str] = {
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
    return as_bytes(_ArchimateModel(network, profile).build_tree())


class _ArchimateModel:
    def __init__(self, network: Network, profile: Profile) -> None:
        self.network, self.profile, self.lang = network, profile, network.programme.lang
        self.names = {
            element.id: f"id-e{number}"
            for number, element in enumerate(network, start=1)
        }
        self.properties: dict[str, str] = {}

    def build_tree(self) -> XmlNode:
        """The whole model, its parts in the order that the format prescribes."""
        tree = parse_root(_ROOT)
        about = programme_attributes(self.network)
        self._add_words(tree, "name", about.get("title", "dinet"))
        if "vision" in about:
            self._add_words(tree, "documentation", about["vision"])
        if len(self.network):
            elements = add_child(tree, "elements")
            for each in self.network:
                self._add_element(elements, each)
        if self.network.links():
            relations = add_child(tree, "relationships")
            for number, link in enumerate(self.network.links(), start=1):
                self._add_relation(relations, link, f"id-r{number}")
        self._add_definitions(tree)
        places = screen_boxes(self.network, self.profile)
        if places:
            self._add_view(add_child(add_child(tree, "views"), "diagrams"), places)
        return tree

    def _add_words(self, parent: XmlNode, name: str, text: str, lang: str = "") -> None:
        add_child(parent, name, text, **{_LANG: lang or self.lang})

    def _add_element(self, parent: XmlNode, element: Element) -> None:
        made = add_child(
            parent,
            "element",
            identifier=self.names[element.id],
            **{_TYPE: _ELEMENT_TYPES[element.kind]},
        )
        self._add_words(made, "name", element_label(element, short=self.profile.short))
        self._add_words(made, "documentation", element.text)
        facts = element_attributes(self.network, element)
        self._add_facts(
            made, {name: value for name, value in facts.items() if name != "text"}
        )

    def _add_facts(self, parent: XmlNode, facts: dict[str, str]) -> None:
        listed = add_child(parent, "properties")
        for name, value in facts.items():
            key = self.properties.setdefault(name, f"id-p{len(self.properties) + 1}")
            self._add_words(
                add_child(listed, "property", propertyDefinitionRef=key), "value", value
            )

    def _add_relation(self, parent: XmlNode, link: Link, identifier: str) -> None:
        start, end, kind = link.start, link.end, self._relation_kind(link)
        if kind == "Aggregation":  # runs from the whole to the part
            start, end = end, start
        ends = {"source": self.names[start], "target": self.names[end]}
        made = add_child(
            parent, "relationship", identifier=identifier, **ends, **{_TYPE: kind}
        )
        if kind == "Association":
            self._add_words(
                made,
                "name",
                translator_for(self.profile.lang)(LINK_NAMES[link.kind].forward),
                self.profile.lang,
            )
        self._add_facts(made, link_attributes(link))

    def _relation_kind(self, link: Link) -> str:
        start, end = (
            _ELEMENT_TYPES[self.network[each].kind] for each in (link.start, link.end)
        )
        if link.kind == "part_of" and end in {start, "Grouping"}:
            return "Aggregation"
        if link.kind in SERVING_LINKS:
            motives = {start, end} <= {"Goal", "Outcome"}
            return (
                "Realization"
                if (start, end) in _REALIZED
                else "Influence"
                if motives
                else "Association"
            )
        return "Association"

    def _add_definitions(self, tree: XmlNode) -> None:
        if self.properties:
            listed = add_child(tree, "propertyDefinitions")
            for name, key in self.properties.items():
                add_child(
                    add_child(
                        listed, "propertyDefinition", identifier=key, type="string"
                    ),
                    "name",
                    name,
                )

    def _add_view(self, parent: XmlNode, places: BoxesById) -> None:
        view = add_child(parent, "view", identifier="id-view", **{_TYPE: "Diagram"})
        self._add_words(
            view, "name", programme_attributes(self.network).get("title", "dinet")
        )
        for element in self.network:
            box = places[element.id]
            sides = {"x": box.x, "y": box.y, "w": box.w, "h": box.h}
            whole = {
                name: str(max(round(value), name in "wh"))
                for name, value in sides.items()
            }
            ends = {"elementRef": self.names[element.id], _TYPE: "Element"}
            node = add_child(
                view,
                "node",
                identifier=self.names[element.id].replace("-e", "-n"),
                **ends,
                **whole,
            )
            ink, colours = self.profile.style.inks[box.kind], add_child(node, "style")
            for part, colour in (("lineColor", ink.border), ("fillColor", ink.ground)):
                add_child(colours, part, **rgb_attributes(colour))
        for number, link in enumerate(self.network.links(), start=1):
            start, end = (
                (link.end, link.start)
                if self._relation_kind(link) == "Aggregation"
                else (link.start, link.end)
            )
            ends = {
                name: self.names[each].replace("-e", "-n")
                for name, each in (("source", start), ("target", end))
            }
            known = {"relationshipRef": f"id-r{number}", _TYPE: "Relationship"}
            add_child(view, "connection", identifier=f"id-c{number}", **known, **ends)


DUTCH = {
    (
        "ArchiMate's exchange format, for Archi and other architecture tools: "
        "elements, relations and a view with places."
    ): (
        "Het uitwisselformaat van ArchiMate, voor Archi en andere "
        "architectuurprogramma's: elementen, relaties en een view met plaatsen."
    ),
}
