"""What reading a Word document leaves out, and the notes that say so."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from dinet.document.notes import make_note
from dinet.model import Note, Place
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.word.word_xml import local_name
from dinet.readers.word.xml_walk import descendants_named


def count_comments(archive: OfficeArchive, folder: str) -> int:
    """How many comments of reviewers there are."""
    part = f"{folder}/comments.xml".lstrip("/")
    if part not in archive:
        return 0
    return sum(
        local_name(child) == "comment" for child in archive.read_xml(part)
    )


def running_paragraphs(
    archive: OfficeArchive, folder: str
) -> Iterator[Element]:
    """The paragraphs above and below the text of the pages."""
    running = re.compile(rf"{re.escape(folder)}/(?:header|footer)\d*\.xml")
    for part in archive.part_names:
        if running.fullmatch(part):
            yield from descendants_named(archive.read_xml(part), "p")


def notes_on_left_out(
    name: str, counts: Counter[str], lines: Sequence[str]
) -> Iterator[Note]:
    """What was left out.

    Args:
        name: The file's name.
        counts: How much of each kind, by the code of its note.
        lines: What stands above and below the text of the pages.
    """
    place = Place(file=name)
    if lines:
        yield make_note(
            "running_lines", place, "nl", count=len(lines), text=lines[0]
        )
    if counts["inserted"] or counts["deleted"]:
        yield make_note(
            "tracked_changes",
            place,
            "nl",
            inserted=counts["inserted"],
            deleted=counts["deleted"],
        )
    for code in (
        "hidden_text",
        "comments",
        "footnotes",
        "nested_table",
        "embedded",
    ):
        if counts[code]:
            yield make_note(code, place, "nl", count=counts[code])
