"""What the names of styles in office programs say of lists."""

import re

_LIST_STYLES = (
    "list bullet",
    "list number",
    "lijst opsom",
    "lijstopsom",
    "lijstnummering",
    "opsomming",
)
"""How the names of styles of list items begin, in the languages of Word and LibreOffice."""
_NUMBER_AT_END = re.compile(r"\s?([1-9])$")


def level_in_style_name(name: str) -> int | None:
    """The level, from 0, of the list items that have a style; None for other styles.

    Example:
        >>> level_in_style_name("List Bullet"), level_in_style_name("Lijstopsomteken 3")
        (0, 2)
        >>> level_in_style_name("Standaard 2") is None
        True
    """
    title = name.casefold().replace("_20_", " ")
    if not title.startswith(_LIST_STYLES):
        return None
    found = _NUMBER_AT_END.search(title)
    return int(found[1]) - 1 if found else 0
