"""What can only be known when all has been read: ids for elements without, words that refer.

Ids that dinet derives are the prefix of the kind and a number: D1, S1, I1; a part of an effort
has that effort's id and a number: I1.1.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dinet.model import ELEMENT_OF, Kind, natural_link_kind
from dinet.native.keys import NATURAL
from dinet.native.problems import ProblemReport
from dinet.native.tree import SourceMark

_PREFIXES = "".join(element.prefix for element in ELEMENT_OF.values())
_DERIVED_ID = re.compile(rf"[{_PREFIXES}][0-9]+(\.[0-9]+)*")
_LOOKS_LIKE_ID = re.compile(rf"[{_PREFIXES}][-_.]\S+")

ModelFields = dict[str, Any]
"""The fields of a part of the model, by name."""


class PendingLink(NamedTuple):
    """A link from an element that is being read.

    Its kind may be ``keys.NATURAL``: then it follows later from the two elements.
    """

    kind: str
    end: str
    evidence: ModelFields


class Entry:
    """An element that is being read, or a reference to one that stands elsewhere.

    Args:
        kind: Of the list in which it stands.
        mark: Where it begins.
        above: The element under which it stands, which it therefore serves.

    Attributes:
        values: The fields of the model that have been read.
        pending_links: What it says that it serves, in the order of the file.
        referred_id: The id to which it refers; None when it is an element itself.
        evidence: On what the link to the element above rests.
        is_bare_words: It is written as words alone, so it may still turn out to be a reference.
    """

    __slots__ = (
        "above",
        "evidence",
        "is_bare_words",
        "kind",
        "mark",
        "pending_links",
        "referred_id",
        "values",
    )

    def __init__(
        self, kind: Kind, mark: SourceMark, above: "Entry | None"
    ) -> None:
        self.kind = kind
        self.mark = mark
        self.above = above
        self.values: ModelFields = {"kind": kind}
        self.pending_links: list[PendingLink] = []
        self.referred_id: str | None = None
        self.evidence: ModelFields = {}
        self.is_bare_words = False

    @property
    def id(self) -> str:
        """Its own id, or the id to which it refers."""
        return (
            str(self.values["id"])
            if self.referred_id is None
            else self.referred_id
        )


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
    kinds = _kinds_of_named(entries)
    for entry in entries:
        if entry.is_bare_words and entry.above:
            _recognise_reference(entry, kinds, report)
    elements = [entry for entry in entries if entry.referred_id is None]
    _give_ids([entry for entry in elements if "id" not in entry.values], kinds)
    fields_of_elements = [entry.values for entry in elements]
    return fields_of_elements, list(_build_links(entries, kinds))


def _kinds_of_named(entries: list[Entry]) -> dict[str, Kind]:
    """The kinds of the elements that have an id; of elements with one id that of the first."""
    kinds: dict[str, Kind] = {}
    for entry in entries:
        if "id" in entry.values:
            kinds.setdefault(entry.id, entry.kind)
    return kinds


def _recognise_reference(
    entry: Entry, kinds: Mapping[str, Kind], report: ProblemReport
) -> None:
    words = str(entry.values["text"])
    if words in kinds or _DERIVED_ID.fullmatch(words):
        entry.referred_id = words
    elif _LOOKS_LIKE_ID.fullmatch(words):
        report.add_note("no_such_id", entry.mark.line + 1, text=words)


def _give_ids(nameless: list[Entry], kinds: dict[str, Kind]) -> None:
    """Give an id to each element without one, and add it to the kinds by id.

    Parts of efforts come last: their ids begin with that of their whole.
    """
    parts: list[Entry] = []
    counts: Counter[str] = Counter()
    for entry in nameless:
        if entry.kind == "effort" and _is_part(entry):
            parts.append(entry)
        else:
            _give_next_id(entry, ELEMENT_OF[entry.kind].prefix, counts, kinds)
    for part in parts:
        whole = _whole_of(part, kinds)
        stem = ELEMENT_OF[part.kind].prefix if whole is None else f"{whole}."
        _give_next_id(part, stem, counts, kinds)


def _give_next_id(
    entry: Entry, stem: str, counts: Counter[str], kinds: dict[str, Kind]
) -> None:
    """Give an element the first id with this stem that is free, counting on from the last."""
    counts[stem] += 1
    while f"{stem}{counts[stem]}" in kinds:
        counts[stem] += 1
    new_id = f"{stem}{counts[stem]}"
    entry.values["id"] = new_id
    kinds[new_id] = entry.kind


def _is_part(effort: Entry) -> bool:
    if effort.above and effort.above.kind == "effort":
        return True
    return any(link.kind == "part_of" for link in effort.pending_links)


def _whole_of(effort: Entry, kinds: Mapping[str, Kind]) -> str | None:
    """The id of the effort of which an effort is a part.

    None when it is a part of something else. An id that no element has counts as an effort.
    """
    if effort.above and effort.above.kind == "effort":
        return effort.above.id
    for link in effort.pending_links:
        if (
            link.kind == "part_of"
            and kinds.get(link.end, "effort") == "effort"
        ):
            return link.end
    return None


def _build_links(
    entries: list[Entry], kinds: Mapping[str, Kind]
) -> Iterator[ModelFields]:
    """The links of all entries in their order; first that to the element above, if any."""
    for entry in entries:
        start = entry.id
        links = entry.pending_links
        if entry.above is not None:
            upward = PendingLink(NATURAL, entry.above.id, entry.evidence)
            links = [upward, *links]
        for kind, end, evidence in links:
            link_kind = (
                natural_link_kind(kinds.get(start, entry.kind), kinds.get(end))
                if kind == NATURAL
                else kind
            )
            yield {"start": start, "end": end, "kind": link_kind, **evidence}
