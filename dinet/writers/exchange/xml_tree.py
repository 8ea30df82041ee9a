"""XML that other programs read, the same bytes every time.

It is made as a tree, so no text can be taken for markup. Names carry their prefix as they stand in
the file, and the outermost element declares each: these files need no more of namespaces than that.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

_INDENT = "  "
_IN_TEXT = {"\r": "&#13;"}
_IN_ATTRIBUTES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
"""What a program that reads XML would take for a space, or for the end of the attribute."""


class XmlNode:
    """One element of a tree.

    Args:
        name: With its prefix.
        text: What stands in it, before its children; empty for nothing.
        attributes: By their names with prefix, in their order.
    """

    def __init__(
        self, name: str, text: str = "", attributes: Mapping[str, str] = {}
    ) -> None:
        self.name = name
        self.text = text
        self.attributes = dict(attributes)
        self.children: list[XmlNode] = []

    @property
    def name_prefix(self) -> str:
        """Of its name, with the colon; empty when it has none."""
        before, colon, _ = self.name.rpartition(":")
        return before + colon

    def opening_tag(self) -> str:
        """Its first tag, without the sign that ends it."""
        stated = (
            f' {name}="{escape(value, _IN_ATTRIBUTES)}"'
            for name, value in self.attributes.items()
        )
        return f"<{self.name}{''.join(stated)}"


def add_child(
    parent: XmlNode, name: str, text: str = "", /, **attributes: str
) -> XmlNode:
    """A new last child of an element, with its text and attributes.

    Args:
        parent: Its prefix is that of the child, unless the name has one.
        name: Of the child.
        text: What stands in it; empty for nothing.
        attributes: Their order is kept.

    Example:
        >>> shape = add_child(XmlNode("data"), "y:ShapeNode")
        >>> add_child(shape, "Fill", color="red").opening_tag()
        '<y:Fill color="red"'
    """
    if ":" not in name:
        name = parent.name_prefix + name
    child = XmlNode(name, text, attributes)
    parent.children.append(child)
    return child


def as_bytes(root: XmlNode) -> bytes:
    """The whole file, in UTF-8 with LF, indented.

    Example:
        >>> root = XmlNode("graph", attributes={"id": "<1>"})
        >>> _ = add_child(root, "node", "R&D")
        >>> print(as_bytes(root).decode(), end="")
        <?xml version='1.0' encoding='UTF-8'?>
        <graph id="&lt;1&gt;">
          <node>R&amp;D</node>
        </graph>
    """
    lines = "".join(f"{line}\n" for line in _lines_of(root, ""))
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{lines}".encode()


def _lines_of(node: XmlNode, indent: str) -> Iterator[str]:
    """The lines of an element: one when it has no children."""
    opening = node.opening_tag()
    if node.children:
        yield f"{indent}{opening}>"
        for child in node.children:
            yield from _lines_of(child, indent + _INDENT)
        yield f"{indent}</{node.name}>"
    elif node.text:
        text = escape(node.text, _IN_TEXT)
        yield f"{indent}{opening}>{text}</{node.name}>"
    else:
        yield f"{indent}{opening}/>"


def rgb_attributes(colour: str) -> dict[str, str]:
    """The parts of a colour as attributes.

    Example:
        >>> rgb_attributes("#0072B2")
        {'r': '0', 'g': '114', 'b': '178'}
    """
    parts = bytes.fromhex(colour.removeprefix("#"))
    return {name: str(part) for name, part in zip("rgb", parts, strict=True)}
