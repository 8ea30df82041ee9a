"""What of a document went nowhere: nothing is lost without a word."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dinet.document.content import Cell, Para
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import TableHeader
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of, role_of, without_number

_WORD = re.compile(r"[^\W\d_]{3,}")


def note_silent_cells(
    draft: ProgrammeReading, headers: Iterable[TableHeader]
) -> None:
    """Note the cells of tables that say in words that there is nothing: ``n.v.t.``, ``geen``."""
    silent: list[Cell] = []
    for header in headers:
        silent += filter(_says_nothing, _filled_cells(header))
    if silent:
        first = silent[0]
        draft.add_note(
            "nothing_said", first.place, count=len(silent), text=first.text
        )


def _says_nothing(cell: Cell) -> bool:
    """The cell says in words, not by a dash, that there is nothing."""
    words = any(map(str.isalnum, cell.text))
    return words and classify_text(cell.text) is TextKind.NOTHING


def _filled_cells(header: TableHeader) -> Iterator[Cell]:
    for row in header.rows:
        yield from (
            cell for cell in row if cell.has_words and not cell.covered
        )


def note_unread_headings(
    draft: ProgrammeReading, sections: Sequence[DocumentSection]
) -> None:
    """Note the headings that say nothing that dinet knows.

    One that gave a theme, a group or the title its name is not noted, nor one above a part that
    is noted itself.
    """
    names = _names_read(draft)
    noted = {note.place for note in draft.notes}
    left: list[Para] = []
    for section in sections:
        heading = section.heading
        if heading is None or not _is_mute(section):
            continue
        under_noted = any(part.place in noted for part in section.parts)
        if not under_noted and not _is_known(heading.text, names):
            left.append(heading)
    if left:
        first = left[0]
        draft.add_note(
            "headings_left", first.place, count=len(left), text=first.text
        )


def _names_read(draft: ProgrammeReading) -> set[str]:
    """All that was read and may have stood in a heading, folded."""
    texts = [draft.title, *draft.vision]
    for mention in draft.mentions:
        texts += (mention.text, mention.group)
    return {fold_text(text) for text in texts if text}


def _is_mute(section: DocumentSection) -> bool:
    """The heading of a section has no role that dinet knows, or nothing under it."""
    if section.role is None:
        return True
    return not (section.parts or section.text or kind_of(section.role))


def _is_known(heading: str, names: set[str]) -> bool:
    """The heading names something that was read, or is made of words such as goals and efforts."""
    words = fold_text(without_number(heading))
    about = any(kind_of(role_of(word)) for word in _WORD.findall(heading))
    return (
        about
        or words in names
        or any(words.endswith(f" {name}") for name in names)
    )
