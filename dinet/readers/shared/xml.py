"""The XML of Office files: tags, attributes, numbers."""

from xml.etree.ElementTree import Element

# Digits: no number in an Office file needs more, and an absurdly long one is not converted.
_MOST_DIGITS = 9


def local_name(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return (
        element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    )


def attribute_of(element: Element, name: str) -> str | None:
    """The value of an attribute, whatever its namespace; None when it is not there."""
    if name in element.attrib:
        return element.attrib[name]
    return next(
        (
            value
            for key, value in element.attrib.items()
            if key.endswith("}" + name)
        ),
        None,
    )


def find_child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names, one generation a name.

    None when there is none.
    """
    for name in path:
        if element is None:
            return None
        named = (child for child in element if local_name(child) == name)
        element = next(named, None)
    return element


def parse_number(text: str | None, default: int = 0) -> int:
    """A whole number from 0; the default for what is no number or absurdly long."""
    if not text or not text.isascii() or not text.isdecimal():
        return default
    return int(text) if len(text) <= _MOST_DIGITS else default


def means_yes(text: str | None) -> bool:
    """A value that means yes."""
    return (text or "").strip().casefold() in ("1", "true", "on")
