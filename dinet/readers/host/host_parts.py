"""What a part of an Office file refers to, and what only its places referred to."""

import re
from collections.abc import Collection, Iterable, Iterator
from posixpath import dirname, join, normpath, splitext
from typing import NamedTuple

from dinet.document.byte_edits import ByteEdit, apply_edits
from dinet.document.word_original import OpenPart
from dinet.readers.host.byte_tree import ByteNode, parse_byte_tree
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.word.paragraph_spots import open_part, with_ascii_bytes

TYPES_PART = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PICTURE_KIND = "/image"
"""How the kind of a relation to a picture ends."""
_NUMBERED = re.compile(r"(?:png|svg|dinet)(\d{1,9})")
"""The ids of relations to dinet's pictures, and the names of these."""


class CleanRelations(NamedTuple):
    """What a part refers to, without pictures that only its places showed.

    Args:
        relations: Of the part.
        removed: The parts that nothing refers to any more.
        numbers: The numbers that its relations have taken.
    """

    relations: OpenPart
    removed: frozenset[str]
    numbers: frozenset[int]


def relations_part_of(part: str) -> str:
    """The part that holds what a part refers to.

    Example:
        >>> relations_part_of("word/document.xml")
        'word/_rels/document.xml.rels'
    """
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def clean_relations(
    archive: OfficeArchive,
    part: str,
    root: ByteNode,
    replaced: Collection[tuple[int, int]],
) -> CleanRelations:
    """What a part refers to when its places are filled anew.

    Args:
        archive: The file.
        part: The part.
        root: Of that part.
        replaced: The bytes that are replaced in it, each from its first one to after its last one.
    """
    name = relations_part_of(part)
    whole = open_host_part(
        archive, name, "Relationships", f"{_PACKAGE}/relationships"
    )
    nodes = list(parse_byte_tree(whole.data).children)
    inside, outside = _referred_ids(root, replaced)
    dropped = [
        node
        for node in nodes
        if node.value_of("Type").endswith(_PICTURE_KIND)
        and node.value_of("Id") in inside - outside
    ]
    edits = [ByteEdit(node.begin, node.end, b"") for node in dropped]
    left = [node for node in nodes if node not in dropped]
    targets = {_target_of(node, part) for node in left}
    gone = {_target_of(node, part) for node in dropped} - targets
    removed = gone - set(_targets_elsewhere(archive, name))
    ids = (node.value_of("Id") for node in left)
    return CleanRelations(
        open_part(name, apply_edits(whole.data, edits)),
        frozenset(removed & set(archive.part_names)),
        frozenset(_numbers_in(ids)),
    )


def picture_numbers(
    archive: OfficeArchive, removed: Collection[str]
) -> frozenset[int]:
    """The numbers that are taken by dinet's pictures, without those that go."""
    kept = (part for part in archive.part_names if part not in removed)
    names = (splitext(part)[0].rpartition("/")[2] for part in kept)
    return frozenset(_numbers_in(names))


def _referred_ids(
    root: ByteNode, replaced: Collection[tuple[int, int]]
) -> tuple[set[str], set[str]]:
    """The ids that stand in the replaced bytes of a part, and those outside."""
    inside: set[str] = set()
    outside: set[str] = set()
    for node in root.walk_down():
        is_replaced = any(begin <= node.begin < end for begin, end in replaced)
        found = inside if is_replaced else outside
        found.update(
            value for name, value in node.attributes.items() if ":" in name
        )
    return inside, outside


def _target_of(relation: ByteNode, part: str) -> str:
    """The part that a relation leads to; empty when it leads outside the file."""
    if relation.value_of("TargetMode") == "External":
        return ""
    target = relation.value_of("Target")
    if target.startswith("/"):
        return target.lstrip("/")
    return normpath(join(dirname(part), target))


def _targets_elsewhere(archive: OfficeArchive, name: str) -> Iterator[str]:
    """The parts to which other parts than one refer."""
    for each in archive.part_names:
        if not each.endswith(".rels") or each == name:
            continue
        archive.read_xml(each)  # within the limits, or refused
        root = parse_byte_tree(with_ascii_bytes(archive.read_part(each)))
        source = each.replace("_rels/", "").removesuffix(".rels")
        for relation in root.children:
            yield _target_of(relation, source)


def _numbers_in(names: Iterable[str]) -> Iterator[int]:
    for name in names:
        numbered = _NUMBERED.fullmatch(name)
        if numbered:
            yield int(numbered[1])


def related_part(archive: OfficeArchive, part: str, kind: str) -> str:
    """The first part of a kind that a part refers to; empty when there is none.

    Args:
        archive: The file.
        part: The part.
        kind: How the kind of the relation ends, such as ``slideLayout``.
    """
    name = relations_part_of(part)
    if name not in archive:
        return ""
    archive.read_xml(name)  # within the limits, or refused
    root = parse_byte_tree(with_ascii_bytes(archive.read_part(name)))
    for relation in root.children:
        if relation.value_of("Type").endswith(f"/{kind}"):
            return _target_of(relation, part)
    return ""


def open_host_part(
    archive: OfficeArchive, name: str, tag: str, namespace: str
) -> OpenPart:
    """A part that more can be put into; an empty one where the file has none.

    Args:
        archive: The file.
        name: Of the part.
        tag: Of its root, for an empty one.
        namespace: Of that root.
    """
    if name in archive:
        archive.read_xml(name)  # within the limits, or refused
        return open_part(name, with_ascii_bytes(archive.read_part(name)))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return open_part(name, f'{head}<{tag} xmlns="{namespace}"/>'.encode())


def open_types(archive: OfficeArchive) -> OpenPart:
    """The kinds of the parts of a file."""
    return open_host_part(
        archive, TYPES_PART, "Types", f"{_PACKAGE}/content-types"
    )
