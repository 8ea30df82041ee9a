"""What a careful person reads in a document, and where a reading differs from it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dinet.model import Element, Programme

DATA = Path(__file__).parent / "data"
_KINDS = {
    "focus_points": "theme",
    "goals": "goal",
    "targets": "target",
    "efforts": "effort",
}
_LINKS = {
    "contributes": "contributes_to",
    "measured_by": "measures",
    "part_of": "part_of",
    "refers_to": "refers_to",
}
_NAMES = {
    "has_source": "sources",
    "joint_with": "joint_with",
    "owned_by": "owners",
}
Fact = tuple[str, str, str]


def gold(name: str) -> dict[str, Any]:
    """The reading of one of the example documents by a careful person."""
    found: dict[str, Any] = json.loads(
        (DATA / f"{name}.json").read_text(encoding="utf-8")
    )
    return found


def differences(wanted: dict[str, Any], programme: Programme) -> list[str]:
    """What is missing from a reading, what is invented in it, and which groups fell apart.

    Empty when it is right.
    """
    named = _pairs(wanted, programme)
    return [
        *_elements(wanted, programme, named),
        *_links(wanted, programme, named),
        *_groups(wanted, programme, named),
    ]


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _pairs(wanted: dict[str, Any], programme: Programme) -> dict[str, Element]:
    """The element for each id of the careful reading.

    Of the same kind, with one of the same wordings, to the letter.
    """
    by_text = {
        (each.kind, _plain(text)): each
        for each in programme.elements
        for text in (each.text, *each.wordings)
    }
    found = {}
    for key, kind in _KINDS.items():
        for each in wanted.get(key) or ():
            texts = (
                each["text"],
                *(
                    place["text"]
                    for place in each.get("occurrences", ())
                    if place.get("text")
                ),
            )
            hits = [
                by_text[kind, _plain(text)]
                for text in texts
                if (kind, _plain(text)) in by_text
            ]
            if hits:
                found[each["id"]] = hits[0]
    return found


def _elements(
    wanted: dict[str, Any], programme: Programme, named: dict[str, Element]
) -> Iterator[str]:
    for key in _KINDS:
        yield from (
            f"missed {each['id']}"
            for each in wanted.get(key) or ()
            if each["id"] not in named
        )
    known = [each.id for each in named.values()]
    yield from (
        f"invented {each.id} {each.text}"
        for each in programme.elements
        if each.id not in known
    )
    yield from (f"made one {each}" for each in known if known.count(each) > 1)


def _links(
    wanted: dict[str, Any], programme: Programme, named: dict[str, Element]
) -> Iterator[str]:
    ids = {key: element.id for key, element in named.items()}
    names = {
        each["id"]: each["name"]
        for key in ("sources", "joint_programmes", "owners")
        for each in wanted.get(key) or ()
    }
    required, allowed = set[Fact](), set[Fact]()
    for edge in wanted["edges"]:
        start, end = edge["from"], edge["to"]
        if edge["kind"] in _NAMES:
            fact = (
                _NAMES[edge["kind"]],
                ids.get(start, start),
                _words(names[end]),
            )
        elif edge["kind"] in _LINKS and end != wanted["programme"]["id"]:
            start, end = (
                (end, start) if edge["kind"] == "measured_by" else (start, end)
            )
            fact = (
                _LINKS[edge["kind"]],
                ids.get(start, start),
                ids.get(end, end),
            )
        else:
            continue
        (required if edge["status"] == "required" else allowed).add(fact)
    read = set(_facts(programme))
    yield from (f"missed {fact}" for fact in sorted(required - read))
    yield from (
        f"invented {fact}" for fact in sorted(read - required - allowed)
    )


def _facts(programme: Programme) -> Iterator[Fact]:
    for link in programme.links:
        yield link.kind, link.start, link.end
    for element in programme.elements:
        for field in _NAMES.values():
            yield from (
                (field, element.id, _words(name))
                for name in getattr(element, field)
            )


def _words(name: str) -> str:
    """A name whose words may stand in any order."""
    return " ".join(sorted(re.findall(r"\w+", name.casefold())))


def _groups(
    wanted: dict[str, Any], programme: Programme, named: dict[str, Element]
) -> Iterator[str]:
    members: dict[str, set[str | None]] = {}
    for edge in wanted["edges"]:
        if edge["kind"] == "in_group":
            members.setdefault(edge["to"], set()).add(
                named[edge["from"]].group if edge["from"] in named else None
            )
    yield from (
        f"{group} fell apart: {found}"
        for group, found in members.items()
        if len(found) > 1 or None in found
    )
    if len({next(iter(found)) for found in members.values()}) != len(members):
        yield "groups are not told apart"
