"""What new contents need of the file around them: names of prefixes, relations, kinds, pictures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, relpath
from xml.sax.saxutils import quoteattr

from dinet.document.word_original import OpenPart
from dinet.writers.word.picture import WordPicture

SCHEMAS = "http://schemas.openxmlformats.org"
_OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships"
_PACKAGE = f"{SCHEMAS}/package/2006"
WORD_PREFIXES = {
    "w": f"{SCHEMAS}/wordprocessingml/2006/main",
    "r": _OFFICE,
    "wp": f"{SCHEMAS}/drawingml/2006/wordprocessingDrawing",
}
"""What the contents of places in Word call by these prefixes."""
SLIDE_PREFIXES = {
    "p": f"{SCHEMAS}/presentationml/2006/main",
    "a": f"{SCHEMAS}/drawingml/2006/main",
    "r": _OFFICE,
}
"""What the contents of places on slides call by these."""
_STRICT_SCHEMAS = "http://purl.oclc.org/ooxml"
_YEAR_IN_NAME = re.compile(rf"{re.escape(SCHEMAS)}/(\w+)/2006/(?=[a-zA-Z])")
_OUTER_TAG = re.compile("<(w:p|w:tbl|p:sp|p:pic|p:graphicFrame|a:p)(?=[ >/])")
"""The elements of which the contents of a place are made."""
_PICTURE_TYPES = {"png": "image/png", "svg": "image/svg+xml"}

NumberedPicture = tuple[int, WordPicture]


def is_strict(prefixes: Mapping[str, str]) -> bool:
    """Whether a part is of the strict variant of the format."""
    return any(name.startswith(_STRICT_SCHEMAS) for name in prefixes.values())


def strict_names(text: str) -> str:
    """A text with the names of the strict variant in it.

    Example:
        >>> strict_names("http://schemas.openxmlformats.org/drawingml/2006/main")
        'http://purl.oclc.org/ooxml/drawingml/main'
    """
    return _YEAR_IN_NAME.sub(rf"{_STRICT_SCHEMAS}/\1/", text)


def bytes_in_part(
    contents: str, prefixes: Mapping[str, str], wanted: Mapping[str, str]
) -> bytes:
    """Contents with the names of the part around them, as bytes that any encoding has.

    Args:
        contents: XML.
        prefixes: The names that prefixes have where it goes.
        wanted: Those that they have in it.
    """
    names = dict(wanted)
    if is_strict(prefixes):
        contents = strict_names(contents)
        names = {key: strict_names(name) for key, name in names.items()}
    missing = "".join(
        f' xmlns:{prefix}="{name}"'
        for prefix, name in names.items()
        if prefixes.get(prefix) != name
    )
    if missing:
        contents = _OUTER_TAG.sub(rf"<\1{missing}", contents)
    return contents.encode("ascii", "xmlcharrefreplace")


def media_folder(main: str) -> str:
    """Where the pictures of a file are, by its main part."""
    return f"{dirname(main)}/media".lstrip("/")


def picture_relations(
    part: str,
    folder: str,
    pictures: Sequence[NumberedPicture],
    *,
    strict: bool,
) -> str:
    """What a part has to refer to for some pictures.

    Args:
        part: Its name.
        folder: That of the pictures.
        pictures: By number.
        strict: The part is of the strict variant.
    """
    kind = f"{_OFFICE}/image"
    kind = strict_names(kind) if strict else kind
    nearby = relpath(folder, dirname(part) or ".")
    return "".join(
        f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{suffix}{number}" '
        f'Type="{kind}" Target={quoteattr(f"{nearby}/dinet{number}.{suffix}")}/>'
        for number, _ in pictures
        for suffix in _PICTURE_TYPES
    )


def missing_types(types: OpenPart, pictures: Sequence[NumberedPicture]) -> str:
    """The kinds of pictures that a file does not know yet."""
    known = types.data.decode("ascii", "replace").casefold()
    return "".join(
        f'<Default xmlns="{_PACKAGE}/content-types" Extension="{suffix}" '
        f'ContentType="{content_type}"/>'
        for suffix, content_type in _PICTURE_TYPES.items()
        if pictures
        and not re.search(rf"extension\s*=\s*[\"']{suffix}[\"']", known)
    )


def picture_parts(
    folder: str, pictures: Sequence[NumberedPicture]
) -> Iterator[tuple[str, bytes]]:
    """The parts that hold some pictures, with their names."""
    for number, picture in pictures:
        yield f"{folder}/dinet{number}.png", picture.png
        yield f"{folder}/dinet{number}.svg", picture.svg


def changed_types(
    types: OpenPart,
    pictures: Sequence[NumberedPicture],
    *,
    as_document: bool,
) -> dict[str, bytes]:
    """The kinds of the parts, when there are new pictures.

    Args:
        types: As they were.
        pictures: That are new.
        as_document: A template becomes a document or presentation.
    """
    whole = types.with_addition(missing_types(types, pictures))
    if as_document:
        for template, document in _DOCUMENT_TYPES.items():
            whole = whole.replace(template, document)
    return {types.name: whole}


_DOCUMENT_TYPES = {
    b"wordprocessingml.template.main+xml": b"wordprocessingml.document.main+xml",
    b"presentationml.template.main+xml": b"presentationml.presentation.main+xml",
}
"""What the main part of a document is, by that of a template."""
