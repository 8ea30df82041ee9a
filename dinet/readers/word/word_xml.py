"""The XML of Word: tags of both variants by one name, attributes, switches, numbers."""

from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = ("0", "false", "off", "none")
# Digits: no number in a Word file needs more, and an absurdly long one is not converted.
_MOST_DIGITS = 9


def local_name(element: Element) -> str:
    """The name of a Word tag, whether of the transitional or the strict variant."""
    return (
        element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    )


def attribute_of(element: Element | None, name: str) -> str | None:
    """The value of a Word attribute, of either variant.

    None when it or the element is not there.
    """
    if element is None:
        return None
    return element.get(_W + name, element.get(_STRICT + name))


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


def read_switch(properties: Element | None, name: str) -> bool | None:
    """A switch such as bold: on, or off; None when it is not there."""
    switch = find_child(properties, name)
    if switch is None:
        return None
    return (attribute_of(switch, "val") or "1").strip().casefold() not in _OFF


def is_switched_on(properties: Element | None, name: str) -> bool:
    """A switch such as bold: present, and not switched off."""
    return bool(read_switch(properties, name))


def parse_number(text: str | None, default: int = 0) -> int:
    """A whole number from 0; the default for what is no number or absurdly long."""
    if not text or not text.isascii() or not text.isdecimal():
        return default
    return int(text) if len(text) <= _MOST_DIGITS else default
