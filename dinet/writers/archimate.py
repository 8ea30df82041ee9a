"""ArchiMate's exchange format, for Archi and other architecture tools: elements, relations and a \
view with places.

Themes and goals are goals, targets and benefits outcomes, efforts courses of action, and
programmes groupings. Where ArchiMate has no stronger relation between two of these, or a link
only refers, it is an association with a name.

Suffixes: .archimate.xml
"""  # noqa: D205 (one sentence of the catalogue)

from dinet.finding import Finding
from dinet.layout.plan import ElementBox
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
    rgb_attributes,
)

_ARCHIMATE_NAMESPACE = "http://www.opengroup.org/xsd/archimate/3.0/"
_TYPE = "xsi:type"
_LANG = "xml:lang"
_SCHEMA = f"{_ARCHIMATE_NAMESPACE.replace('3.0', '3.1')}archimate3_Diagram.xsd"
_ROOT_ATTRIBUTES = {
    "xmlns": _ARCHIMATE_NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "identifier": "id-model",
    "xsi:schemaLocation": f"{_ARCHIMATE_NAMESPACE} {_SCHEMA}",
}

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
    ("Outcome", "Goal"),
    ("CourseOfAction", "Goal"),
    ("CourseOfAction", "Outcome"),
    ("Capability", "Goal"),
    ("Capability", "Outcome"),
    ("Capability", "CourseOfAction"),
}
"""What realizes what, among the types above."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
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
        self.network = network
        self.profile = profile
        self.lang = network.programme.lang
        numbered = enumerate(network, start=1)
        self.names = {
            element.id: f"id-e{number}" for number, element in numbered
        }
        self.properties: dict[str, str] = {}

    def build_tree(self) -> XmlNode:
        """The whole model, its parts in the order that the format prescribes."""
        tree = XmlNode("model", attributes=_ROOT_ATTRIBUTES)
        about = programme_attributes(self.network)
        self._add_words(tree, "name", about.get("title", "dinet"))
        if "vision" in about:
            self._add_words(tree, "documentation", about["vision"])
        self._add_elements(tree)
        self._add_relations(tree)
        self._add_definitions(tree)
        boxes = screen_boxes(self.network, self.profile)
        if boxes:
            diagrams = add_child(add_child(tree, "views"), "diagrams")
            self._add_view(diagrams, boxes, about.get("title", "dinet"))
        return tree

    def _add_elements(self, tree: XmlNode) -> None:
        if len(self.network):
            elements = add_child(tree, "elements")
            for element in self.network:
                self._add_element(elements, element)

    def _add_relations(self, tree: XmlNode) -> None:
        if self.network.links():
            relations = add_child(tree, "relationships")
            for number, link in enumerate(self.network.links(), start=1):
                self._add_relation(relations, link, f"id-r{number}")

    def _add_words(
        self, parent: XmlNode, name: str, text: str, lang: str = ""
    ) -> None:
        add_child(parent, name, text, **{_LANG: lang or self.lang})

    def _add_element(self, parent: XmlNode, element: Element) -> None:
        node = add_child(
            parent,
            "element",
            identifier=self.names[element.id],
            **{_TYPE: _ELEMENT_TYPES[element.kind]},
        )
        self._add_words(
            node, "name", element_label(element, short=self.profile.short)
        )
        self._add_words(node, "documentation", element.text)
        facts = element_attributes(self.network, element)
        facts.pop("text")  # that is the documentation
        self._add_facts(node, facts)

    def _add_facts(self, parent: XmlNode, facts: dict[str, str]) -> None:
        properties = add_child(parent, "properties")
        for name, value in facts.items():
            key = self.properties.setdefault(
                name, f"id-p{len(self.properties) + 1}"
            )
            entry = add_child(
                properties, "property", propertyDefinitionRef=key
            )
            self._add_words(entry, "value", value)

    def _add_relation(
        self, parent: XmlNode, link: Link, identifier: str
    ) -> None:
        kind = self._relation_kind(link)
        source, target = self._relation_ends(link)
        node = add_child(
            parent,
            "relationship",
            identifier=identifier,
            source=self.names[source],
            target=self.names[target],
            **{_TYPE: kind},
        )
        if kind == "Association":
            lang = self.profile.lang
            words = translator_for(lang)(LINK_NAMES[link.kind].forward)
            self._add_words(node, "name", words, lang)
        self._add_facts(node, link_attributes(link))

    def _relation_ends(self, link: Link) -> tuple[str, str]:
        """From which element to which a relation runs; that of a part from the whole to it."""
        if self._relation_kind(link) == "Aggregation":
            return link.end, link.start
        return link.start, link.end

    def _relation_kind(self, link: Link) -> str:
        start = _ELEMENT_TYPES[self.network[link.start].kind]
        end = _ELEMENT_TYPES[self.network[link.end].kind]
        if link.kind == "part_of" and end in {start, "Grouping"}:
            return "Aggregation"
        if link.kind not in SERVING_LINKS:
            return "Association"
        if (start, end) in _REALIZED:
            return "Realization"
        motives = {start, end} <= {"Goal", "Outcome"}
        return "Influence" if motives else "Association"

    def _add_definitions(self, tree: XmlNode) -> None:
        if self.properties:
            definitions = add_child(tree, "propertyDefinitions")
            for name, key in self.properties.items():
                definition = add_child(
                    definitions,
                    "propertyDefinition",
                    identifier=key,
                    type="string",
                )
                add_child(definition, "name", name)

    def _add_view(self, parent: XmlNode, boxes: BoxesById, title: str) -> None:
        """Add the elements as boxes at their places, and the relations between these."""
        view = add_child(
            parent, "view", identifier="id-view", **{_TYPE: "Diagram"}
        )
        self._add_words(view, "name", title)
        for element in self.network:
            self._add_box(view, boxes[element.id])
        for number, link in enumerate(self.network.links(), start=1):
            source, target = self._relation_ends(link)
            add_child(
                view,
                "connection",
                identifier=f"id-c{number}",
                relationshipRef=f"id-r{number}",
                **{_TYPE: "Relationship"},
                source=self._box_name(source),
                target=self._box_name(target),
            )

    def _box_name(self, element_id: str) -> str:
        return self.names[element_id].replace("-e", "-n")

    def _add_box(self, view: XmlNode, box: ElementBox) -> None:
        node = add_child(
            view,
            "node",
            identifier=self._box_name(box.id),
            elementRef=self.names[box.id],
            **{_TYPE: "Element"},
            **_whole_sides(box),
        )
        ink = self.profile.style.inks[box.kind]
        look = add_child(node, "style")
        add_child(look, "lineColor", **rgb_attributes(ink.border))
        add_child(look, "fillColor", **rgb_attributes(ink.ground))


def _whole_sides(box: ElementBox) -> dict[str, str]:
    """The place and size of a box in whole numbers; the format knows no box without a size."""
    return {
        "x": str(max(round(box.x), 0)),
        "y": str(max(round(box.y), 0)),
        "w": str(max(round(box.w), 1)),
        "h": str(max(round(box.h), 1)),
    }


DUTCH = {
    (
        "ArchiMate's exchange format, for Archi and other architecture tools: "
        "elements, relations and a view with places."
    ): (
        "Het uitwisselformaat van ArchiMate, voor Archi en andere "
        "architectuurprogramma's: elementen, relaties en een view met plaatsen."
    ),
}
