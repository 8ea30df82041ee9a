"""What reading a Word document leaves out, and the notes that say so."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from dinet.document.notes import note
from dinet.model import Note, Place
from dinet.readers.shared.office_archive import Archive
from dinet.readers.word.word_xml import tag
from dinet.readers.word.xml_walk import within


def comments(archive: Archive, folder: str) -> int:
    """How many comments of reviewers there are."""
    part = f"{folder}/comments.xml".lstrip("/")
    return (
        sum(tag(each) == "comment" for each in archive.xml(part))
        if part in archive
        else 0
    )


def running(archive: Archive, folder: str) -> Iterator[Element]:
    """The paragraphs above and below the text of the pages."""
    for part in archive.parts:
        if re.fullmatch(rf"{re.escape(folder)}/(?:header|footer)\d*\.xml", part):
            yield from within(archive.xml(part), "p")


def notes(name: str, counts: Counter[str], lines: Sequence[str]) -> Iterator[Note]:
    """What was left out.

    Args:
        name: The file's name.
        counts: How much of each kind, by the code of its note.
        lines: What stands above and below the text of the pages.
    """
    place = Place(file=name)
    if lines:
        yield note("running_lines", place, "nl", count=len(lines), text=lines[0])
    if counts["inserted"] or counts["deleted"]:
        yield note(
            "tracked_changes",
            place,
            "nl",
            inserted=counts["inserted"],
            deleted=counts["deleted"],
        )
    for code in ("hidden_text", "comments", "footnotes", "nested_table", "embedded"):
        if counts[code]:
            yield note(code, place, "nl", count=counts[code])
