"""The XML of Word: tags of both variants by one name, attributes, switches, numbers."""

from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = ("0", "false", "off", "none")


def local_name(element: Element) -> str:
    """The name of a Word tag, whether of the transitional or the strict variant."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute_of(element: Element | None, name: str) -> str | None:
    """The value of a Word attribute, of either variant; None when it or the element is not there."""
    if element is None:
        return None
    return element.get(_W + name, element.get(_STRICT + name))


def find_child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names, one generation a name; None when there is none."""
    for name in path:
        element = (
            next((each for each in element if local_name(each) == name), None)
            if element is not None
            else None
        )
    return element


def read_switch(properties: Element | None, name: str) -> bool | None:
    """A switch such as bold: on, or off; None when it is not there."""
    found = find_child(properties, name)
    return (
        None
        if found is None
        else (attribute_of(found, "val") or "1").strip().casefold() not in _OFF
    )


def is_switched_on(properties: Element | None, name: str) -> bool:
    """A switch such as bold: present, and not switched off."""
    return bool(read_switch(properties, name))


def parse_number(text: str | None, default: int = 0) -> int:
    """A whole number from 0; the default for what is no number or absurdly long."""
    return (
        int(text)
        if text
        and text.isascii()
        and text.isdecimal()
        and len(text) < len("1000000000")
        else default
    )
