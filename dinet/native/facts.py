"""What is known of an element beside what a drawing shows of it, as JSON on one line.

Drawings have no place for owners, levels or plannings. What is said of an element here follows the
model by itself: a new field of an element is carried without a change to any format.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, unquote

from pydantic import ValidationError

from dinet.model import ELEMENT_OF, Element, Identity, Kind

FACTS_NAME = "dinet"
"""What the JSON is called where a format gives a name to data."""
PROGRAMME_NAME = "programme"
"""What the whole programme is called among the names of boxes, which are n and a number."""
_DISTURBING = re.compile("[{}%<>&`\x7f-\x9f\u2028\u2029]")
"""Signs that could end a comment, a line, or what a chart stands in."""
_TOLD_ELSEWHERE = frozenset({"id", "kind", "text", "places"})
"""What every format tells in its own way; places are those in the file that is read."""


def facts_as_json(element: Element, told: Iterable[str] = ()) -> str:
    """The fields of an element that are not empty.

    Args:
        element: Of any kind.
        told: The fields that the format tells in its own way.

    Returns:
        JSON on one line; empty when there is nothing more to say.

    Example:
        >>> from dinet.model import Effort
        >>> facts_as_json(Effort(id="I1", text="Een hal", owners=("Sport",)))
        '{"owners": ["Sport"]}'
    """
    fields = element.model_dump(
        mode="json",
        exclude_defaults=True,
        exclude=set(_TOLD_ELSEWHERE.union(told)),
    )
    return json.dumps(fields, ensure_ascii=False) if fields else ""


def facts_as_comment(element: Element) -> str:
    """The same in signs that may stand in a comment of Mermaid, wherever that stands."""
    return _as_comment(facts_as_json(element))


def identity_as_comment(identity: Identity) -> str:
    """What a programme says of itself, likewise; empty when it says nothing.

    Example:
        >>> identity_as_comment(Identity(title="Groen"))
        '%7B"title": "Groen"%7D'
    """
    fields = identity.model_dump(mode="json", exclude_defaults=True)
    if not fields:
        return ""
    return _as_comment(json.dumps(fields, ensure_ascii=False))


def _as_comment(text: str) -> str:
    return _DISTURBING.sub(lambda found: quote(found[0]), text)


def facts_from_comment(text: str) -> dict[str, Any]:
    """The fields in what ``facts_as_comment`` wrote; empty for any other text.

    Example:
        >>> facts_from_comment('%7B"owners": ["100%25 Sport"]%7D')
        {'owners': ['100% Sport']}
    """
    return facts_from_json(unquote(text))


def facts_from_json(text: str) -> dict[str, Any]:
    """The fields in a text that may have been written by ``facts_as_json``; empty for any other.

    Example:
        >>> facts_from_json('{"owners": ["Sport"]}'), facts_from_json("een opmerking")
        ({'owners': ['Sport']}, {})
    """
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def known_identity(fields: Mapping[str, Any]) -> dict[str, str]:
    """Of some fields those that a programme says of itself, with a value that they may have.

    Example:
        >>> known_identity({"title": "Groen", "lang": "xx", "kleur": "rood"})
        {'title': 'Groen'}
    """
    known: dict[str, str] = {}
    for name, value in fields.items():
        try:
            Identity.model_validate({name: value})
        except ValidationError:
            continue
        known[name] = value
    return known


def known_facts(fields: Mapping[str, Any], kind: Kind) -> dict[str, Any]:
    """Of some fields those that an element of a kind has, with a value that it may have.

    Example:
        >>> known_facts({"level": "strategic", "owners": 3, "id": "X"}, "goal")
        {'level': 'strategic'}
    """
    model = ELEMENT_OF[kind]
    known: dict[str, Any] = {}
    for name, value in fields.items():
        if name in _TOLD_ELSEWHERE or name not in model.model_fields:
            continue
        try:
            element = model.model_validate(
                {"id": "x", "text": "x", name: value}
            )
        except ValidationError:
            continue
        known[name] = getattr(element, name)
    return known
