"""XML that other programs read, the same bytes every time.

It is made as a tree, so no text can be taken for markup.
"""

from lxml import etree

XmlNode = etree._Element


def add_child(
    parent: XmlNode, name: str, text: str = "", /, **attributes: str
) -> XmlNode:
    """A new last child of an element, with its text and attributes.

    Args:
        parent: Its namespace is that of the child, unless the name has one in braces.
        name: Of the child.
        text: What stands in it; empty for nothing.
        attributes: Their order is kept.
    """
    namespace = etree.QName(parent).namespace
    if namespace and not name.startswith("{"):
        name = f"{{{namespace}}}{name}"
    child = etree.SubElement(parent, name, attributes)
    if text:
        child.text = text
    return child


def parse_root(markup: str) -> XmlNode:
    """An outermost element.

    Args:
        markup: Its empty tag, with its namespaces; never a text of the document.
    """
    return etree.fromstring(markup)


def as_bytes(tree: XmlNode) -> bytes:
    """The whole file, in UTF-8 with LF, indented."""
    return etree.tostring(
        tree, xml_declaration=True, encoding="UTF-8", pretty_print=True
    )


def rgb_attributes(colour: str) -> dict[str, str]:
    """The parts of a colour as attributes.

    Example:
        >>> rgb_attributes("#0072B2")
        {'r': '0', 'g': '114', 'b': '178'}
    """
    parts = bytes.fromhex(colour.removeprefix("#"))
    return {name: str(part) for name, part in zip("rgb", parts, strict=True)}
