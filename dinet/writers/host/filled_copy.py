"""A copy of a council's document with its places filled: all else as its bytes were."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import NamedTuple

from dinet.document.byte_edits import ByteEdit, apply_edits
from dinet.document.host_file import HostFile, WordPlace
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.layout.trimmed_picture import LETTERS_TO_WARN
from dinet.network import Network
from dinet.writers.host.host_dress import HostDresser
from dinet.writers.host.host_names import (
    WORD_PREFIXES,
    NumberedPicture,
    bytes_in_part,
    changed_types,
    is_strict,
    media_folder,
    picture_parts,
    picture_relations,
)
from dinet.writers.host.place_contents import PlacedContents, PlaceWriter
from dinet.writers.office.archive import copy_archive


class FilledCopy(NamedTuple):
    """A file with its places filled.

    Args:
        data: The whole file.
        remarks: What the user is to know of what stands in it.
    """

    data: bytes
    remarks: tuple[Sentence, ...] = ()


class FilledPlace(NamedTuple):
    """A place with what goes into it."""

    place: WordPlace
    contents: PlacedContents


def write_filled_copy(
    host: HostFile,
    network: Network,
    findings: tuple[Finding, ...],
    profile: Profile,
    *,
    as_document: bool = False,
) -> FilledCopy:
    """The document with its places filled: the same bytes for the same document and network.

    Args:
        host: The document; the themes that its places ask for are in the network.
        network: What goes into them.
        findings: What the audit found.
        profile: The wishes of the reader.
        as_document: A template becomes a document.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
    """
    free = (number for number in count(1) if number not in host.pictures)
    writer = PlaceWriter(network, findings, profile, free)
    filled = [
        FilledPlace(place, writer.write_contents(place.name, place.room))
        for place in host.places
    ]
    edits = [_place_edit(each, host) for each in filled]
    pictures = [
        numbered for each in filled for numbered in each.contents.pictures
    ]
    data = write_host(host, edits, pictures, as_document=as_document)
    return FilledCopy(data, tuple(_letter_remarks(filled)))


def _letter_remarks(filled: Sequence[FilledPlace]) -> Iterator[Sentence]:
    """Which pictures nobody can read on paper, with what helps."""
    for place, contents in filled:
        if 0 < contents.letters < LETTERS_TO_WARN:
            yield Sentence(
                "{label}: the letters of this picture are {size} points on paper: too small to "
                "read. Give it a wider place, or shorter texts with --short.",
                label=place.label,
                size=f"{contents.letters:.1f}",
            )


def write_host(
    host: HostFile,
    edits: Sequence[ByteEdit],
    pictures: Sequence[NumberedPicture],
    *,
    as_document: bool,
    replaced: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """The document with something new in its text.

    Args:
        host: The document.
        edits: What is new.
        pictures: What that shows, by number.
        as_document: A template becomes a document.
        replaced: What other parts hold, of those that the document has.
    """
    folder = media_folder(host.main)
    strict = is_strict(dict(host.prefixes))
    relations = picture_relations(host.main, folder, pictures, strict=strict)
    changed = {
        host.main: apply_edits(host.main_data, (*edits, *host.edits)),
        host.relations.name: host.relations.with_addition(relations),
        **changed_types(host.types, pictures, as_document=as_document),
        **dict(picture_parts(folder, pictures)),
    }
    known = host.parts.intersection(replaced)
    changed |= {name: replaced[name] for name in sorted(known)}
    return copy_archive(host.data, changed, host.removed)


def _place_edit(filled: FilledPlace, host: HostFile) -> ByteEdit:
    place = filled.place
    dresser = HostDresser(host.look, place.level)
    dressed = dresser.dress_contents(filled.contents.xml)
    inside = bytes_in_part(dressed, dict(place.prefixes), WORD_PREFIXES)
    if place.references:
        before, end, after = inside.rpartition(b"</w:p>")
        inside = before + place.references + end + after
    whole = place.before + inside + place.after
    return ByteEdit(place.begin, place.end, whole)
