"""What of a document went nowhere: nothing is lost without a word."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dinet.document.content import Cell
from dinet.document.roles import kind_of, role_of, without_number
from dinet.interpret.outline.sections import Section
from dinet.interpret.placeholders import Says, says
from dinet.interpret.reading import Draft
from dinet.interpret.table_columns import Header
from dinet.wording.same import folded

_WORD = re.compile(r"[^\W\d_]{3,}")


def note_silent(draft: Draft, headers: Iterable[Header]) -> None:
    """Note the cells of tables that say in words that there is nothing: ``n.v.t.``, ``geen``."""
    silent = [
        cell
        for header in headers
        for cell in _cells(header)
        if says(cell.text) is Says.NOTHING
    ]
    worded = [cell for cell in silent if any(map(str.isalnum, cell.text))]
    if worded:
        draft.note(
            "nothing_said", worded[0].place, count=len(worded), text=worded[0].text
        )


def _cells(header: Header) -> Iterator[Cell]:
    yield from (
        cell for row in header.rows for cell in row if cell.filled and not cell.covered
    )


def note_headings(draft: Draft, sections: Sequence[Section]) -> None:
    """Note the headings that say nothing that dinet knows, and that gave no theme, group or title its name.

    A heading is told by what stands under it when that is noted.
    """
    named = (
        draft.title,
        *draft.vision,
        *(text for each in draft.mentions for text in (each.text, each.group)),
    )
    names = {folded(text) for text in named if text}
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
        draft.note("headings_left", left[0].place, count=len(left), text=left[0].text)


def _told(heading: str, names: set[str]) -> bool:
    """The heading names something that was read, or is made of words such as goals and efforts."""
    words = folded(without_number(heading))
    about = any(kind_of(role_of(word)) for word in _WORD.findall(heading))
    return about or words in names or any(words.endswith(f" {name}") for name in names)
