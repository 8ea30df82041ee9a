"""The XML of Word: what all Office files share, attributes of both variants, switches."""

from xml.etree.ElementTree import Element

from dinet.readers.shared.xml import find_child, local_name, parse_number

__all__ = [
    "attribute_of",
    "find_child",
    "is_switched_on",
    "local_name",
    "parse_number",
    "read_switch",
]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = ("0", "false", "off", "none")


def attribute_of(element: Element | None, name: str) -> str | None:
    """The value of a Word attribute, of either variant.

    None when it or the element is not there.
    """
    if element is None:
        return None
    return element.get(_W + name, element.get(_STRICT + name))


def read_switch(properties: Element | None, name: str) -> bool | None:
    """A switch such as bold: on, or off; None when it is not there."""
    switch = find_child(properties, name)
    if switch is None:
        return None
    return (attribute_of(switch, "val") or "1").strip().casefold() not in _OFF


def is_switched_on(properties: Element | None, name: str) -> bool:
    """A switch such as bold: present, and not switched off."""
    return bool(read_switch(properties, name))
