"""A copy of a council's document with its places filled: all else as its bytes were."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from posixpath import dirname
from typing import NamedTuple

from dinet.document.host_file import ByteEdit, HostFile, WordPlace
from dinet.document.word_original import OpenPart
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.layout.trimmed_picture import LETTERS_TO_WARN
from dinet.network import Network
from dinet.writers.host.host_dress import HostDresser
from dinet.writers.host.place_contents import PlacedContents, PlaceWriter
from dinet.writers.office.archive import copy_archive
from dinet.writers.word.picture import WordPicture

_SCHEMAS = "http://schemas.openxmlformats.org"
_OFFICE = f"{_SCHEMAS}/officeDocument/2006/relationships"
_PACKAGE = f"{_SCHEMAS}/package/2006"
_PREFIXES = {
    "w": f"{_SCHEMAS}/wordprocessingml/2006/main",
    "r": _OFFICE,
    "wp": f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing",
}
"""What the contents of places call by these prefixes."""
_STRICT_NAMES = (
    (
        f"{_SCHEMAS}/officeDocument/2006/",
        "http://purl.oclc.org/ooxml/officeDocument/",
    ),
    (f"{_SCHEMAS}/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
    (
        f"{_SCHEMAS}/wordprocessingml/2006/",
        "http://purl.oclc.org/ooxml/wordprocessingml/",
    ),
)
"""The names of the strict variant of the format."""
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_BLOCK = re.compile(r"<w:(p|tbl)(?=[ >/])")
_PICTURE_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
_TEMPLATE_TYPE, _DOCUMENT_TYPE = (
    b"wordprocessingml.template.main+xml",
    b"wordprocessingml.document.main+xml",
)


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
    pictures: Sequence[tuple[int, WordPicture]],
    *,
    as_document: bool,
) -> bytes:
    """The document with something new in its text.

    Args:
        host: The document.
        edits: What is new.
        pictures: What that shows, by number.
        as_document: A template becomes a document.
    """
    changed = {
        host.main: _edited_text(host.main_data, (*edits, *host.edits)),
        **_changed_part(host.relations, _relations(host, pictures)),
    }
    types = _changed_part(host.types, _missing_types(host, pictures))
    if as_document:
        name = host.types.name
        whole = types.get(name, host.types.data)
        types[name] = whole.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
    media = _picture_parts(host, pictures)
    return copy_archive(host.data, changed | types | media, host.removed)


def dressed_bytes(
    contents: str, host: HostFile, prefixes: Mapping[str, str], level: int
) -> bytes:
    """Contents in the look and with the names of the document, as bytes that any encoding has.

    Args:
        contents: As the writers of the annex make them.
        host: The document.
        prefixes: The names that prefixes have where they go.
        level: Of the heading over them.
    """
    dressed = HostDresser(host.look, level).dress_contents(contents)
    names = dict(_PREFIXES)
    if _is_strict(host):
        for transitional, strict in _STRICT_NAMES:
            dressed = dressed.replace(transitional, strict)
        names = {prefix: _strict_name(name) for prefix, name in names.items()}
    missing = "".join(
        f' xmlns:{prefix}="{name}"'
        for prefix, name in names.items()
        if prefixes.get(prefix) != name
    )
    if missing:
        dressed = _BLOCK.sub(rf"<w:\1{missing}", dressed)
    return dressed.encode("ascii", "xmlcharrefreplace")


def _strict_name(name: str) -> str:
    for transitional, strict in _STRICT_NAMES:
        name = name.replace(transitional, strict)
    return name


def _is_strict(host: HostFile) -> bool:
    return any(name == _STRICT for _, name in host.prefixes)


def _place_edit(filled: FilledPlace, host: HostFile) -> ByteEdit:
    place = filled.place
    prefixes = dict(place.prefixes)
    inside = dressed_bytes(filled.contents.xml, host, prefixes, place.level)
    if place.references:
        before, end, after = inside.rpartition(b"</w:p>")
        inside = before + place.references + end + after
    whole = place.before + inside + place.after
    return ByteEdit(place.begin, place.end, whole)


def _edited_text(data: bytes, edits: Sequence[ByteEdit]) -> bytes:
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.begin, edit.end)):
        pieces += [data[done : edit.begin], edit.data]
        done = edit.end
    return b"".join((*pieces, data[done:]))


# the parts around the text


def _changed_part(part: OpenPart, addition: str) -> dict[str, bytes]:
    return {part.name: part.with_addition(addition)}


def _relations(
    host: HostFile, pictures: Sequence[tuple[int, WordPicture]]
) -> str:
    kind = f"{_OFFICE}/image"
    if _is_strict(host):
        kind = _strict_name(kind)
    return "".join(
        f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{suffix}{number}" '
        f'Type="{kind}" Target="media/dinet{number}.{suffix}"/>'
        for number, _ in pictures
        for suffix in _PICTURE_TYPES
    )


def _missing_types(
    host: HostFile, pictures: Sequence[tuple[int, WordPicture]]
) -> str:
    known = host.types.data.decode("ascii", "replace").casefold()
    return "".join(
        f'<Default xmlns="{_PACKAGE}/content-types" Extension="{suffix}" '
        f'ContentType="{content_type}"/>'
        for suffix, content_type in _PICTURE_TYPES.items()
        if pictures
        and not re.search(rf"extension\s*=\s*[\"']{suffix}[\"']", known)
    )


def _picture_parts(
    host: HostFile, pictures: Sequence[tuple[int, WordPicture]]
) -> dict[str, bytes]:
    return dict(_named_parts(dirname(host.main), pictures))


def _named_parts(
    folder: str, pictures: Sequence[tuple[int, WordPicture]]
) -> Iterator[tuple[str, bytes]]:
    for number, picture in pictures:
        stem = f"{folder}/media/dinet{number}".lstrip("/")
        yield f"{stem}.png", picture.png
        yield f"{stem}.svg", picture.svg
