"""A Word document into which dinet puts results."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.byte_edits import ByteEdit
from dinet.document.host_file import (
    HostFile,
    LyingSection,
    UnfilledPlace,
    WordLook,
    WordPlace,
)
from dinet.document.place_names import (
    is_place_label,
    parse_label,
)
from dinet.language import Sentence
from dinet.readers.docx import find_body, main_part_of, open_word_archive
from dinet.readers.host.byte_tree import ByteNode, parse_byte_tree
from dinet.readers.host.host_parts import (
    clean_relations,
    open_types,
    picture_numbers,
)
from dinet.readers.host.label_check import why_not_understood
from dinet.readers.host.word_looks import (
    StyleSheet,
    find_bullet_list,
    read_word_look,
)
from dinet.readers.host.word_places import (
    FoundSpot,
    PlaceSearch,
    is_blank,
    kept_marks,
    label_of,
    loses_marks,
)
from dinet.readers.host.word_rooms import TextRooms, lying_section
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.word.paragraph_spots import with_ascii_bytes
from dinet.readers.word.styles import WordStyles
from dinet.readers.word.word_xml import is_switched_on, parse_number

RUNNING = Sentence(
    "it stands in a header, a footer or a note; dinet fills only the text"
)
_SIGNATURES = "_xmlsignatures/"


def read_word_host(
    data: bytes, name: str, themes: Sequence[str] = ()
) -> HostFile:
    """A Word document or template with its places.

    Args:
        data: The whole file.
        name: Its name, for messages.
        themes: The ids of those that its places can ask for.

    Raises:
        DocumentError: It is no Word document, or does not keep to the limits.
    """
    archive = open_word_archive(data, name)
    for part in archive.part_names:
        archive.read_part(part)  # a copy has all parts, or there is none
    return _HostReading(archive, data, themes).read_host()


class _SortedSpots(NamedTuple):
    """The spots that can be filled, in order, and the places that stay as they are."""

    spots: Sequence[FoundSpot]
    unfilled: Sequence[UnfilledPlace]


class _HostReading:
    """One document that is read."""

    def __init__(
        self, archive: OfficeArchive, data: bytes, themes: Sequence[str]
    ) -> None:
        self._archive = archive
        self._themes = themes
        self._data = data
        self._main = main_part_of(archive)
        self._folder = self._main.rpartition("/")[0]
        find_body(archive.read_xml(self._main), archive.name)
        self._main_data = with_ascii_bytes(archive.read_part(self._main))
        self._root = parse_byte_tree(self._main_data)
        self._rooms = TextRooms(self._root)

    def read_host(self) -> HostFile:
        found = self._sort_spots()
        spots = found.spots
        replaced = [(spot.begin, spot.end) for spot in spots]
        relations = clean_relations(
            self._archive, self._main, self._root, replaced
        )
        body = self._body()
        return HostFile(
            self._data,
            self._main,
            self._main_data,
            self._end_of_text(body),
            self._rooms.last_room(),
            self._lying_section(body),
            _prefixes_at(body),
            tuple(map(self._place_of, spots, self._levels_over(spots))),
            (*found.unfilled, *self._running_places()),
            tuple(_edits_of(spots)),
            self._read_look(list(self._kept_nodes("tbl", replaced))),
            relations.numbers
            | picture_numbers(self._archive, relations.removed)
            | self._drawing_numbers(replaced),
            relations.relations,
            open_types(self._archive),
            relations.removed,
            frozenset(self._archive.part_names),
            tuple(self._remarks(spots)),
        )

    def _root_of(self, part: str) -> Element | None:
        name = f"{self._folder}/{part}".lstrip("/")
        return self._archive.read_xml(name) if name in self._archive else None

    def _read_look(self, tables: list[ByteNode]) -> WordLook:
        styles = StyleSheet(self._root_of("styles.xml"))
        bullets, levels = find_bullet_list(self._root_of("numbering.xml"))
        return read_word_look(styles, tables)._replace(
            bullet_list=bullets, bullet_levels=levels
        )

    def _body(self) -> ByteNode:
        body = self._root.child_named("body")
        return body or self._root

    def _end_of_text(self, body: ByteNode) -> tuple[int, int]:
        """Before what the last section says of its pages, in place of blank lines there."""
        blocks = list(body.children)
        end = body.inner_end
        if blocks and blocks[-1].name == "sectPr":
            end = blocks.pop().begin
        begin = end
        while blocks and is_blank(self._main_data, blocks[-1]):
            begin = blocks.pop().begin
        return begin, end

    def _lying_section(self, body: ByteNode) -> LyingSection | None:
        last = body.children[-1] if body.children else None
        if last is None or last.name != "sectPr":
            return None
        return lying_section(self._main_data, last)

    # the places

    def _sort_spots(self) -> _SortedSpots:
        spots: list[FoundSpot] = []
        unfilled: list[UnfilledPlace] = []
        for found in PlaceSearch(self._main_data, self._root).find_spots():
            if isinstance(found, UnfilledPlace):
                unfilled.append(found)
            elif spots and found.begin < spots[-1].end:
                nested = Sentence(
                    "it stands in the place {label}, which is filled whole",
                    label=spots[-1].label,
                )
                unfilled.append(UnfilledPlace(found.label, nested))
            elif reason := why_not_understood(found.label, self._themes):
                unfilled.append(UnfilledPlace(found.label, reason))
            else:
                spots.append(found)
        return _SortedSpots(spots, unfilled)

    def _place_of(self, spot: FoundSpot, level: int) -> WordPlace:
        marks = kept_marks(self._main_data, spot)
        name = parse_label(spot.label)
        if name is None:
            raise ValueError(spot.label)
        return WordPlace(
            spot.label.strip(),
            name,
            spot.begin,
            spot.end,
            spot.before + marks.starts,
            marks.ends + spot.after,
            marks.references,
            self._rooms.room_at(next(iter(spot.old), spot.holder)),
            level,
            _prefixes_at(spot.holder),
        )

    def _running_places(self) -> Iterator[UnfilledPlace]:
        """Places in other parts than the text."""
        prefix = f"{self._folder}/".lstrip("/")
        for part in self._archive.part_names:
            name = part.removeprefix(prefix)
            if not name.startswith(
                ("header", "footer", "footnotes", "endnotes")
            ):
                continue
            self._archive.read_xml(part)  # within the limits, or refused
            data = with_ascii_bytes(self._archive.read_part(part))
            for node in parse_byte_tree(data).nodes_named(
                "sdt", "bookmarkStart"
            ):
                if is_place_label(label_of(node)):
                    yield UnfilledPlace(label_of(node), RUNNING)

    def _levels_over(self, spots: Sequence[FoundSpot]) -> list[int]:
        """The level of the heading over each place, of those that stand in no place."""
        styles = WordStyles(self._root_of("styles.xml"))
        replaced = [(spot.begin, spot.end) for spot in spots]
        headings = []
        for paragraph in self._kept_nodes("p", replaced):
            style = paragraph.child_named("pPr", "pStyle")
            heading = styles.style_named(style.value_of() if style else None)
            if heading.heading:
                headings.append((paragraph.begin, heading.heading))
        levels = []
        for spot in spots:
            over = [level for begin, level in headings if begin < spot.begin]
            levels.append(over[-1] if over else 0)
        return levels

    def _kept_nodes(
        self, name: str, replaced: Sequence[tuple[int, int]]
    ) -> Iterator[ByteNode]:
        for node in self._root.nodes_named(name):
            if not _is_replaced(node, replaced):
                yield node

    def _drawing_numbers(
        self, replaced: Sequence[tuple[int, int]]
    ) -> frozenset[int]:
        return frozenset(
            parse_number(node.value_of("id"), 0)
            for name in ("docPr", "cNvPr")
            for node in self._kept_nodes(name, replaced)
        )

    def _remarks(self, spots: Sequence[FoundSpot]) -> Iterator[Sentence]:
        if is_switched_on(self._root_of("settings.xml"), "trackRevisions"):
            yield Sentence(
                "Word marks changes in this document; what dinet fills in is not marked as one."
            )
        for spot in spots:
            if loses_marks(spot):
                yield Sentence(
                    "{label}: tracked changes or notes in its old contents went with these.",
                    label=spot.label,
                )
        if any(_SIGNATURES in part for part in self._archive.part_names):
            yield Sentence(
                "This document was signed; the signature does not hold for what was filled in."
            )


def _is_replaced(node: ByteNode, replaced: Sequence[tuple[int, int]]) -> bool:
    return any(begin <= node.begin < end for begin, end in replaced)


def _edits_of(spots: Sequence[FoundSpot]) -> Iterator[ByteEdit]:
    for spot in spots:
        yield from spot.edits


def _prefixes_at(node: ByteNode) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(node.prefixes().items()))
