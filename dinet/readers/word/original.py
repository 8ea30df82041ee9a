"""A Word document as it gets comments: which paragraphs they are about, and what is taken."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.word_original import (
    CommentParts,
    OpenPart,
    ParagraphSpot,
    WordOriginal,
)
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Place
from dinet.readers.docx import (
    begin_walk,
    find_body,
    main_part_of,
    open_word_archive,
)
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.word.paragraph_spots import (
    find_paragraph_spots,
    open_part,
    with_ascii_bytes,
)
from dinet.readers.word.word_places import WordPlaces
from dinet.readers.word.word_xml import (
    attribute_of,
    local_name,
    parse_number,
)
from dinet.readers.word.xml_walk import descendants_named

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = f"{_PACKAGE}/relationships"
_TYPES = f"{_PACKAGE}/content-types"
_TYPES_PART = "[Content_Types].xml"
_COMMENTS_KIND = "/comments"
_COMMENT_TAGS = (
    "comment",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
)


class WishedSpot(NamedTuple):
    """What a comment is about.

    Args:
        places: Where that stands; the first one that the document has is taken.
        words: Its words, to find the paragraph among those of a cell.
    """

    places: Sequence[Place]
    words: str = ""


def find_original(
    data: bytes, name: str, wished: Iterable[WishedSpot]
) -> WordOriginal:
    """A document with the paragraphs that comments are about.

    Args:
        data: The whole file.
        name: Its name, for messages.
        wished: What each comment is about.

    Raises:
        DocumentError: It is no Word document, has no paragraph, or does not keep to the limits.
    """
    archive = open_word_archive(data, name)
    _check_every_part(archive)
    main_name = main_part_of(archive)
    root = archive.read_xml(main_name)
    main_data = with_ascii_bytes(archive.read_part(main_name))
    paragraphs = _find_paragraphs(archive, find_body(root, name), wished)
    beginning, *spots = _find_spots(paragraphs, root, main_data)
    surroundings = _Surroundings(archive, main_name, root)
    return WordOriginal(
        data,
        main_name,
        main_data,
        surroundings.namespace,
        beginning,
        tuple(spots),
        surroundings.find_parts(),
    )


def _check_every_part(archive: OfficeArchive) -> None:
    """A copy has all parts, or there is none: one that is damaged is told."""
    for part in archive.part_names:
        archive.read_part(part)


def _find_paragraphs(
    archive: OfficeArchive, body: Element, wished: Iterable[WishedSpot]
) -> list[Element]:
    """The first paragraph of the text, then one for each comment."""
    beginning = next(descendants_named(body, "p"), None)
    if beginning is None:
        what = Sentence("this document has no paragraph for a comment.")
        raise DocumentError(what, where=archive.name)
    places = _walk_places(archive, body)
    paragraphs = [beginning]
    for wish in wished:
        found = _wished_paragraph(wish, places)
        paragraphs.append(beginning if found is None else found)
    return paragraphs


def _walk_places(archive: OfficeArchive, body: Element) -> WordPlaces:
    """The places of a body, as reading numbers them."""
    folder = main_part_of(archive).rpartition("/")[0]
    walk = begin_walk(archive, folder, body)
    for _ in walk.read_parts(body):
        pass  # what is read is known already
    return walk.places


def _find_spots(
    paragraphs: Sequence[Element], root: Element, main_data: bytes
) -> list[ParagraphSpot]:
    numbers = _numbers_in_part(root, paragraphs)
    found = find_paragraph_spots(main_data, numbers)
    return [found[number] for number in numbers]


def _wished_paragraph(wish: WishedSpot, places: WordPlaces) -> Element | None:
    """The paragraph at the first place that the document has; None when it has none of them."""
    found = (places.paragraph_at(place, wish.words) for place in wish.places)
    return next((each for each in found if each is not None), None)


def _numbers_in_part(root: Element, elements: Sequence[Element]) -> list[int]:
    """How many elements of the part begin before each of some elements."""
    wanted = {id(element) for element in elements}
    numbers = {
        id(element): number
        for number, element in enumerate(root.iter())
        if id(element) in wanted
    }
    return [numbers[id(element)] for element in elements]


class _Surroundings:
    """What stands around the text of a document: its comments, what it refers to, its kinds.

    Args:
        archive: The document.
        main_name: The part with its text.
        root: Of that part.
    """

    def __init__(
        self, archive: OfficeArchive, main_name: str, root: Element
    ) -> None:
        self._archive = archive
        self._root = root
        self._folder, _, name = main_name.rpartition("/")
        self._relations = f"{self._folder}/_rels/{name}.rels".lstrip("/")
        self.namespace = root.tag.partition("}")[0].lstrip("{")

    def find_parts(self) -> CommentParts:
        """The parts; new ones where the document has none."""
        relations = self._root_of(self._relations)
        types = self._root_of(_TYPES_PART)
        part = self._known_comments(relations)
        new_relation = ""
        if not part:
            part = self._free_part()
            new_relation = _free_id(relations)
        return CommentParts(
            self._open_comments(part),
            frozenset(self._taken_ids(part)),
            self._open_part(self._relations, "Relationships", _RELATIONS),
            new_relation,
            self._open_part(_TYPES_PART, "Types", _TYPES),
            any(_is_type_of(each, part) for each in types),
        )

    def _root_of(self, part: str) -> Sequence[Element] | Element:
        return self._archive.read_xml(part) if part in self._archive else ()

    def _known_comments(self, relations: Iterable[Element]) -> str:
        """The part that the text names as its comments; empty when there is none."""
        for relation in relations:
            if not relation.get("Type", "").endswith(_COMMENTS_KIND):
                continue
            part = self._target_part(relation.get("Target", ""))
            if part in self._archive:
                return part
        return ""

    def _target_part(self, target: str) -> str:
        if target.startswith("/"):
            return target.lstrip("/")
        return f"{self._folder}/{target}".lstrip("/")

    def _free_part(self) -> str:
        """A name for the comments that no part has."""
        names = (f"comments{number or ''}.xml" for number in count())
        parts = (f"{self._folder}/{name}".lstrip("/") for name in names)
        return next(part for part in parts if part not in self._archive)

    def _open_comments(self, part: str) -> OpenPart:
        return self._open_part(part, "w:comments", self.namespace, "w")

    def _open_part(
        self, part: str, tag: str, namespace: str, prefix: str = ""
    ) -> OpenPart:
        """A part that more can be put into; an empty one when the document has none."""
        if part in self._archive:
            self._archive.read_xml(part)  # within the limits, or refused
            return open_part(
                part, with_ascii_bytes(self._archive.read_part(part))
            )
        named = f"xmlns:{prefix}" if prefix else "xmlns"
        whole = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<{tag} {named}="{namespace}"/>'
        )
        return open_part(part, whole.encode())

    def _taken_ids(self, part: str) -> Iterator[int]:
        for root in (self._root, self._root_of(part)):
            for element in root.iter() if isinstance(root, Element) else ():
                if local_name(element) in _COMMENT_TAGS:
                    yield parse_number(attribute_of(element, "id"))


def _free_id(relations: Iterable[Element]) -> str:
    """An id for a reference that none has."""
    taken = {relation.get("Id") for relation in relations}
    ids = (f"rId{number}" for number in count(1))
    return next(each for each in ids if each not in taken)


def _is_type_of(kind: Element, part: str) -> bool:
    """The kind of one part by its name, in which capitals do not count."""
    named = kind.get("PartName", "")
    return named.casefold() == f"/{part}".casefold()
