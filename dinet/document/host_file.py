"""A council's own file, as its bytes stand: the places in it that dinet fills, and its look."""

from typing import NamedTuple

from dinet.document.byte_edits import ByteEdit
from dinet.document.place_names import PlaceName
from dinet.document.word_original import OpenPart
from dinet.language import Sentence


class TextRoom(NamedTuple):
    """What a page or cell leaves for text, in twentieths of a point."""

    width: int
    height: int


class UnfilledPlace(NamedTuple):
    """A place that stays as it is.

    Args:
        label: As it stands in the file.
        reason: Why.
    """

    label: str
    reason: Sentence


class WordPlace(NamedTuple):
    """A place in a Word document.

    Args:
        label: As it stands in the document.
        name: What goes into it.
        begin: Its first byte that is replaced.
        end: The byte after the last one.
        before: What stands before the new contents in these bytes, such as a bookmark.
        after: What stands after them.
        references: Runs that go into the last paragraph: the signs of comments that stood here.
        room: For its contents.
        level: Of the heading over it; 0 when there is none.
        prefixes: The names that the prefixes of XML have here.
    """

    label: str
    name: PlaceName
    begin: int
    end: int
    before: bytes
    after: bytes
    references: bytes
    room: TextRoom
    level: int
    prefixes: tuple[tuple[str, str], ...]


class WordLook(NamedTuple):
    """How a Word document shows tables, headings and lists: the ids of its own styles.

    Args:
        table: For tables; empty when it has none.
        heads_rows: The style of tables has a look for the first row.
        rules_cells: It has lines between cells.
        cell: For paragraphs in tables; empty for that of plain text.
        headings: By level.
        bullets: For the items of lists, by level from 0; empty when it has none.
        caption: For words under a picture; empty when it has none.
        title: For the title of a document, ``subtitle`` for what stands under it.
        bullet_list: The id of a list with bullets; empty when it has none.
        bullet_levels: How many levels that list has.
    """

    table: str = ""
    heads_rows: bool = False
    rules_cells: bool = False
    cell: str = ""
    headings: dict[int, str] = {}  # noqa: RUF012 (never changed)
    bullets: tuple[str, ...] = ()
    caption: str = ""
    title: str = ""
    subtitle: str = ""
    bullet_list: str = ""
    bullet_levels: int = 0


class LyingSection(NamedTuple):
    """The last section of a document, and the same on pages that lie on their long side.

    Args:
        upright: What it says of its pages.
        lying: The same for lying pages.
        room: What these leave for text.
        edits: What changes in the last section itself when it goes on after these: it begins no
            new numbers of pages, and has no first page of its own.
    """

    upright: bytes
    lying: bytes
    room: TextRoom
    edits: tuple[ByteEdit, ...]


class HostFile(NamedTuple):
    """A Word document with its places.

    Args:
        data: The whole file.
        main: The part with its text.
        main_data: What that part holds, in an encoding that holds ASCII as it is.
        end: Where more text can be put after all that is there, in place of blank lines at its
            end: the first byte of these, and the one after them.
        last_room: What the last page leaves for text.
        lying: Its last section on lying pages; None when that is not upright, or has columns.
        prefixes: The names that the prefixes of XML have at the end.
        places: What can be filled, in order, none in another.
        unfilled: What stays as it is, and why.
        edits: What else changes in the part.
        look: How the document looks.
        pictures: The numbers that no picture or relation of the document has taken begin after
            these.
        relations: What its text refers to, without what only the places referred to.
        types: The kinds of the parts.
        removed: Parts that nothing refers to without the places.
        parts: The names of all parts.
        remarks: What else the user is to know.
    """

    data: bytes
    main: str
    main_data: bytes
    end: tuple[int, int]
    last_room: TextRoom
    lying: LyingSection | None
    prefixes: tuple[tuple[str, str], ...]
    places: tuple[WordPlace, ...]
    unfilled: tuple[UnfilledPlace, ...]
    edits: tuple[ByteEdit, ...]
    look: WordLook
    pictures: frozenset[int]
    relations: OpenPart
    types: OpenPart
    removed: frozenset[str]
    parts: frozenset[str]
    remarks: tuple[Sentence, ...]
