"""GraphML of dinet, networkx or yEd: boxes with a kind in a field, group, first words or \
code, and the lines between them.

Groups of yEd are themes unless their name says otherwise. A box that nothing says what it is is
left out, with a note.
"""  # noqa: D205 (the summary is one line, which users see)

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import BASES, Aim, Basis, Identity, Programme
from dinet.native.facts import FACTS_NAME, facts_from_json
from dinet.readers.diagram.boxes import (
    Diagram,
    DiagramBox,
    Stroke,
    check_line_count,
)
from dinet.readers.diagram.programme import build_programme
from dinet.readers.diagram.tree import XmlTree, children_named
from dinet.readers.shared.xml import local_name

_KIND_NAMES = (
    "kind",
    "type",
    "soort",
    "class",
    "klasse",
    "category",
    "categorie",
)
_TEXT_NAMES = ("text", "tekst")
_LABEL_NAMES = ("label", "name", "naam", "titel")
_DESCRIPTION_NAMES = (
    "description",
    "omschrijving",
    "beschrijving",
    "toelichting",
)
_ID_NAMES = ("id", "code", "nummer", "nr")
_LINE_NAMES = (
    *_KIND_NAMES,
    "label",
    "relation",
    "relatie",
    "verband",
    "interaction",
)
_TEXT_FIELDS = (
    "title",
    "group",
    "phase",
    "period",
    "budget",
    "status",
    "remark",
    "vacant",
)
_LIST_FIELDS = ("wordings", "sources", "owners", "joint_with", "partners")
_OF_DRAWING = frozenset(
    "x y width height color colour size weight shape shape_type viz kinds url coverage".split()
)
"""Names of data that say how a drawing looks, or say again what its lines show."""

ElementData = dict[str, str]


def read(data: bytes, name: str) -> Programme:
    """The programme in a GraphML file.

    Args:
        data: The whole file.
        name: The file's name without folders.

    Raises:
        DocumentError: It is no GraphML, declares a document type, is nested too deeply, or no
            box says what it is.
    """
    tree = XmlTree(data, name)
    if local_name(tree.root) != "graphml":
        what = Sentence(
            "this is XML, but not GraphML: it begins with “{text}”.",
            text=local_name(tree.root)[:40],
        )
        raise DocumentError(what, where=name)
    return build_programme(_GraphReader(tree).read_diagram())


class _GraphReader:
    def __init__(self, tree: XmlTree) -> None:
        self.tree = tree
        keys = list(children_named(tree.root, "key"))
        self.names = {
            key.get("id", ""): _plain_name(key.get("attr.name", ""))
            for key in keys
        }
        """The plain name of each key, by its id."""
        self.usual = {
            kind: dict(_default_data(keys, kind))
            for kind in ("graph", "node", "edge")
        }
        """The data of elements that do not say otherwise, by the name of the element."""
        self.left: dict[str, None] = {}
        """The names of data that are left out, in the order in which they are met."""
        self.boxes: list[DiagramBox] = []
        self.strokes: list[Stroke] = []

    def read_diagram(self) -> Diagram:
        identity: ElementData = {}
        for graph in children_named(self.tree.root, "graph"):
            identity = {**self._read_identity(graph), **identity}
            self._read_graph(graph, None)
        return Diagram(
            self.tree.name,
            tuple(self.boxes),
            tuple(self.strokes),
            identity,
            tuple(self.left),
        )

    def _read_identity(self, graph: Element) -> ElementData:
        """What a graph says of the programme as a whole; the rest of its data is left out."""
        data = self._read_data(graph)
        if data.get("lang", "nl") not in ("nl", "en"):
            del data["lang"]
        identity: ElementData = {}
        for name in [name for name in data if name in Identity.model_fields]:
            identity[name] = data.pop(name)
        self._leave_out(data)
        return identity

    def _leave_out(self, data: Mapping[str, str]) -> None:
        """Remember the names of data that have no meaning here."""
        for name, text in data.items():
            if text.strip() and name not in _OF_DRAWING:
                self.left[name] = None

    def _read_graph(self, graph: Element, inside: str | None) -> None:
        directed = graph.get("edgedefault") != "undirected"
        for child in graph:
            kind = local_name(child)
            if kind == "node":
                self._read_node(child, inside)
            elif kind == "edge":
                check_line_count(
                    len(self.strokes) + 1, self.tree.place_of(child)
                )
                self.strokes.append(self._read_edge(child, directed=directed))
            elif kind == "hyperedge":
                self._leave_out({"hyperedge": child.get("id", "") or "1"})

    # boxes

    def _read_node(self, node: Element, inside: str | None) -> None:
        """Remember a box, and after it the boxes and lines in it."""
        name, graphs = node.get("id", ""), list(children_named(node, "graph"))
        self.boxes.append(self._build_box(node, inside, holds=bool(graphs)))
        for graph in graphs:
            self._read_graph(graph, name)

    def _build_box(
        self, node: Element, inside: str | None, *, holds: bool
    ) -> DiagramBox:
        name, data = node.get("id", ""), self._read_data(node)
        says = tuple(data.pop(key) for key in _KIND_NAMES if key in data)
        facts = facts_from_json(data.pop(FACTS_NAME, ""))
        fields = _take_fields(data, says)
        drawn = _drawn_label(node, "NodeLabel")
        label = drawn or _take_label(data, fields) or name
        remark = _take_first(data, _DESCRIPTION_NAMES)
        if remark:
            fields.setdefault("remark", remark)
        self._leave_out_except(data, label, drawn)
        text = fields.get("text", label)
        place = self.tree.place_of(node)
        return DiagramBox(
            name, text, place, says, inside, fields, holds, facts
        )

    def _leave_out_except(self, data: ElementData, *words: str) -> None:
        """Remember the names of data that have no meaning here, and other words than are shown."""
        self._leave_out(
            {key: text for key, text in data.items() if text not in words}
        )

    # lines

    def _read_edge(self, edge: Element, *, directed: bool) -> Stroke:
        """A line; one with a head only where it begins is turned."""
        data = self._read_data(edge)
        basis = _basis_named(data.pop("basis", ""))
        words = _take_first(data, _LINE_NAMES) or _drawn_label(
            edge, "EdgeLabel"
        )
        self._leave_out_except(data, words)
        start, end = edge.get("source", ""), edge.get("target", "")
        back, forth = _arrow_heads(edge, directed=directed)
        if back and not forth:
            start, end = end, start
        arrow = back != forth and edge.get("directed") != "false"
        return Stroke(
            start, end, self.tree.place_of(edge), words, arrow, basis
        )

    # data

    def _read_data(self, element: Element) -> ElementData:
        """The data of an element by the plain names of their keys.

        Where it has none, it has the usual values.
        """
        values = dict(self.usual[local_name(element)])
        for item in children_named(element, "data"):
            key = item.get("key", "")
            name = self.names.get(key) or _plain_name(key)
            if name and not len(item):
                values[name] = item.text or ""
        return values


def _plain_name(name: str) -> str:
    return name.strip().casefold()


def _basis_named(name: str) -> Basis:
    """The basis with a name; ``stated`` for what is no basis."""
    return next((basis for basis in BASES if basis == name), "stated")


def _arrow_heads(edge: Element, *, directed: bool) -> tuple[bool, bool]:
    """Whether a line has a head where it begins, and one where it ends."""
    heads = next(_elements_in_data(edge, "Arrows"), None)
    if heads is None:
        return False, directed
    return _is_head(heads.get("source")), _is_head(heads.get("target"))


def _is_head(shape: str | None) -> bool:
    """Whether a shape at the end of a line says where that leads: a circle does not."""
    return shape not in (None, "none") and not shape.endswith("circle")


def _default_data(keys: list[Element], kind: str) -> Iterator[tuple[str, str]]:
    """The names of keys for a kind of element that have a usual value, each with that value."""
    for key in keys:
        name = key.get("attr.name")
        default = next(children_named(key, "default"), None)
        if default is None or not default.text or not name:
            continue
        if key.get("for") in (kind, "all", None):
            yield _plain_name(name), default.text


def _take_first(data: ElementData, names: tuple[str, ...]) -> str:
    """The first of some data that is not empty, taken out of the data; empty when there is none."""
    for name in names:
        if data.get(name, "").strip():
            return data.pop(name)
    return ""


def _take_label(data: ElementData, fields: Mapping[str, Any]) -> str:
    """The words of a box of which none are drawn, taken out of the data.

    Empty when there are none.
    """
    return (
        _take_first(data, _LABEL_NAMES)
        or fields.get("title", "")
        or _take_first(data, _DESCRIPTION_NAMES)
    )


def _take_fields(data: ElementData, says: tuple[str, ...]) -> dict[str, Any]:
    """The fields of the model among the data of a box, taken out of the data.

    Args:
        data: The data.
        says: What they say of the kind of the box.
    """
    fields = _take_stated_fields(data)
    for field, names in (("id", _ID_NAMES), ("text", _TEXT_NAMES)):
        name = next(filter(data.__contains__, names), None)
        if name is not None:
            fields[field] = data.pop(name)
    level = data.pop("level", None)
    if "target" in says:
        fields |= _take_aim(data)
    if level in ("strategic", "operational") and "goal" in says:
        fields["level"] = level
    return fields


def _take_stated_fields(data: ElementData) -> dict[str, Any]:
    """The fields that have their own name among the data, taken out of them."""
    fields: dict[str, Any] = {}
    for field in _TEXT_FIELDS:
        if data.get(field):
            fields[field] = data.pop(field)
    for field in _LIST_FIELDS:
        if data.get(field):
            fields[field] = tuple(data.pop(field).split("; "))
    return fields


def _take_aim(data: ElementData) -> dict[str, Any]:
    """The field ``target`` with what the data say of it, taken out of them; empty without any."""
    names = [name for name in Aim.model_fields if name in data]
    if not names:
        return {}
    return {"target": {name: data.pop(name) for name in names}}


def _elements_in_data(element: Element, name: str) -> Iterator[Element]:
    """Elements of a name in the data of a box or line, not those of the boxes in it."""
    for data in children_named(element, "data"):
        for drawn in data.iter():
            if local_name(drawn) == name:
                yield drawn


def _drawn_label(element: Element, name: str) -> str:
    """The words of the first label of a box or line that has any, on one line."""
    for label in _elements_in_data(element, name):
        words = " ".join((label.text or "").split())
        if words:
            return words
    return ""


DUTCH = {
    (
        "GraphML of dinet, networkx or yEd: boxes with a kind in a field, group, first "
        "words or code, and the lines between them."
    ): (
        "GraphML van dinet, networkx of yEd: vakken met een soort in een veld, groep, "
        "eerste woorden of code, en de lijnen ertussen."
    ),
}
