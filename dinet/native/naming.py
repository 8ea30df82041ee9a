"""Ids for elements that have none, and which words are a reference: what can only be known when all has been read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dinet.model import ELEMENT_OF, Kind, natural_link_kind
from dinet.native.keys import NATURAL
from dinet.native.problems import ProblemReport
from dinet.native.tree import SourceMark

_PREFIXES = "".join(each.prefix for each in ELEMENT_OF.values())
_DERIVED = re.compile(rf"[{_PREFIXES}][0-9]+(\.[0-9]+)*")
_LOOKS_LIKE_ID = re.compile(rf"[{_PREFIXES}][-_.]\S+")

ModelFields = dict[str, Any]
"""The fields of a part of the model, by name."""


class PendingLink(NamedTuple):
    """A link from an element that is being read; its kind may follow later from the two elements."""

    kind: str
    end: str
    evidence: ModelFields


class Entry:
    """An element that is being read, or a reference to one that stands elsewhere.

    Args:
        kind: Of the list in which it stands.
        mark: Where it begins.
        above: The element under which it stands, which it therefore serves.
    """

    __slots__ = ("above", "bare", "evidence", "kind", "mark", "see", "ties", "values")

    def __init__(self, kind: Kind, mark: SourceMark, above: "Entry | None") -> None:
        self.kind = kind
        self.mark = mark
        self.above = above
        self.values: ModelFields = {"kind": kind}
        self.ties: list[PendingLink] = []
        self.see: str | None = None
        self.evidence: ModelFields = {}
        self.bare = False

    @property
    def id(self) -> str:
        """Its own id, or the id to which it refers."""
        return str(self.values["id"]) if self.see is None else self.see


def resolve_entries(
    entries: list[Entry], report: ProblemReport
) -> tuple[list[ModelFields], list[ModelFields]]:
    """The elements and links of some entries, as the fields of the model.

    Words alone are a reference when they are an id, or have the form of an id that dinet
    derives; else they are the text of a new element.

    Args:
        entries: In the order of the file.
        report: Is told of words that may have been meant as a reference.
    """
    kinds: dict[str, Kind] = {}
    for each in entries:
        if "id" in each.values:
            kinds.setdefault(each.id, each.kind)
    for each in entries:
        if each.bare and each.above:
            _recognise_reference(each, kinds, report)
    own = [each for each in entries if each.see is None]
    _give_ids([each for each in own if "id" not in each.values], kinds)
    return [each.values for each in own], list(_build_links(entries, kinds))


def _recognise_reference(
    entry: Entry, kinds: Mapping[str, Kind], report: ProblemReport
) -> None:
    words = str(entry.values["text"])
    if words in kinds or _DERIVED.fullmatch(words):
        entry.see = words
    elif _LOOKS_LIKE_ID.fullmatch(words):
        report.add_note("no_such_id", entry.mark.line + 1, text=words)


def _give_ids(nameless: list[Entry], kinds: dict[str, Kind]) -> None:
    counts: Counter[str] = Counter()
    last = [each for each in nameless if each.kind == "effort" and _is_part(each)]
    parts = set(map(id, last))
    for each in (*(each for each in nameless if id(each) not in parts), *last):
        whole = _whole_of(each, kinds) if id(each) in parts else None
        stem = ELEMENT_OF[each.kind].prefix if whole is None else f"{whole}."
        counts[stem] += 1
        while f"{stem}{counts[stem]}" in kinds:
            counts[stem] += 1
        each.values["id"] = f"{stem}{counts[stem]}"
        kinds[each.id] = each.kind


def _is_part(effort: Entry) -> bool:
    return bool(effort.above and effort.above.kind == "effort") or any(
        tie.kind == "part_of" for tie in effort.ties
    )


def _whole_of(effort: Entry, kinds: Mapping[str, Kind]) -> str | None:
    """The id of the effort of which an effort is a part, or None when it is a part of something else."""
    if effort.above and effort.above.kind == "effort":
        return effort.above.id
    wholes = (tie.end for tie in effort.ties if tie.kind == "part_of")
    return next(
        (each for each in wholes if kinds.get(each, "effort") == "effort"), None
    )


def _build_links(
    entries: list[Entry], kinds: Mapping[str, Kind]
) -> Iterator[ModelFields]:
    for entry in entries:
        start = entry.id
        ties = (
            entry.ties
            if entry.above is None
            else [PendingLink(NATURAL, entry.above.id, entry.evidence), *entry.ties]
        )
        for kind, end, evidence in ties:
            known = (
                natural_link_kind(kinds.get(start, entry.kind), kinds.get(end))
                if kind == NATURAL
                else kind
            )
            yield {"start": start, "end": end, "kind": known, **evidence}
