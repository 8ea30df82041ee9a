"""What of a document went nowhere: nothing is lost without a word."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dinet.document.content import Cell
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import TableHeader
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of, role_of, without_number

_WORD = re.compile(r"[^\W\d_]{3,}")


def note_silent_cells(draft: ProgrammeReading, headers: Iterable[TableHeader]) -> None:
    """Note the cells of tables that say in words that there is nothing: ``n.v.t.``, ``geen``."""
    silent = [
        cell
        for header in headers
        for cell in _cells(header)
        if classify_text(cell.text) is TextKind.NOTHING
    ]
    worded = [cell for cell in silent if any(map(str.isalnum, cell.text))]
    if worded:
        draft.add_note(
            "nothing_said", worded[0].place, count=len(worded), text=worded[0].text
        )


def _cells(header: TableHeader) -> Iterator[Cell]:
    yield from (
        cell
        for row in header.rows
        for cell in row
        if cell.has_words and not cell.covered
    )


def note_unread_headings(
    draft: ProgrammeReading, sections: Sequence[DocumentSection]
) -> None:
    """Note the headings that say nothing that dinet knows, and that gave no theme, group or title its name.

    A heading is told by what stands under it when that is noted.
    """
    named = (
        draft.title,
        *draft.vision,
        *(text for each in draft.mentions for text in (each.text, each.group)),
    )
    names = {fold_text(text) for text in named if text}
    noted = {note.place for note in draft.notes}
    mute = (
        each
        for each in sections
        if each.role is None or not (each.parts or each.text or kind_of(each.role))
    )
    headings = (
        each.heading
        for each in mute
        if not any(part.place in noted for part in each.parts)
    )
    left = [
        heading for heading in headings if heading and not _told(heading.text, names)
    ]
    if left:
        draft.add_note(
            "headings_left", left[0].place, count=len(left), text=left[0].text
        )


def _told(heading: str, names: set[str]) -> bool:
    """The heading names something that was read, or is made of words such as goals and efforts."""
    words = fold_text(without_number(heading))
    about = any(kind_of(role_of(word)) for word in _WORD.findall(heading))
    return about or words in names or any(words.endswith(f" {name}") for name in names)
