"""The text of a cell that says just what a field of its element says: it is written once.

Whoever changes the field in a native file so changes what is known of its cell with it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dinet.model import Element, FieldName, Target

_LIST_FIELDS: dict[FieldName, str] = {
    "owner": "owners",
    "partner": "partners",
    "source": "sources",
}
"""The fields of which an element may have several, by what a cell states."""
_AIM_FIELDS = ("indicator", "baseline", "value", "unit", "year")


def text_of_field(element: Element, field: FieldName) -> str | None:
    """What an element says in a field; None when it says nothing there, or several things.

    Example:
        >>> from dinet.model import Effort
        >>> text_of_field(Effort(id="I1", text="Een hal", owners=("Sport",)), "owner")
        'Sport'
    """
    values = vars(element)
    aim = element.target if isinstance(element, Target) else None
    return _text_in(values, vars(aim) if aim else {}, field)


def _text_in(
    values: Mapping[str, Any], aim: Mapping[str, Any], field: FieldName
) -> str | None:
    texts: dict[str, str | None] = {**values, **aim}
    if field not in _LIST_FIELDS:
        return (aim if field in _AIM_FIELDS else texts).get(field)
    names: Sequence[str] = values.get(_LIST_FIELDS[field]) or ()
    if field == "owner" and not names:
        return texts.get("vacant")
    return names[0] if len(names) == 1 else None


def complete_parts(values: dict[str, Any]) -> None:
    """Give the cells and amounts of an element that is being read the texts that it has in them.

    Args:
        values: The fields of the model that have been read; parts without a text are changed.
    """
    aim = values.get("target") or {}
    for mention in values.get("stated", ()):
        if "text" not in mention and "field" in mention:
            known = _text_in(values, aim, mention["field"])
            mention["text"] = known or ""
    for amount in values.get("amounts", ()):
        amount.setdefault("text", values.get("budget") or "")
