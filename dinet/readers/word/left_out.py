"""What reading a Word document leaves out: remarks, notes, pictures, deletions, running lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from dinet.document.notes import make_note
from dinet.model import Note, Place
from dinet.readers.shared.left_out import LeftOutLog
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.word.word_xml import (
    attribute_of,
    find_child,
    is_switched_on,
    local_name,
)
from dinet.readers.word.xml_walk import (
    DELETED,
    INSERTED,
    NOTES,
    PICTURES,
    descendants_named,
)
from dinet.wording.source_marks import begins_with_source

_CODES = (
    "hidden_text",
    "comments",
    "footnotes",
    "under_merged",
    "picture",
    "nested_table",
    "embedded",
)
"""The notes on a Word document in their order."""
_ASIDES = ("comments", "footnotes", "endnotes")
_TEXTS = ("t", "v")
_APART = ("p", "tab", "br")
"""What stands between words."""
_COMMENT = "commentReference"


def words_in(element: Element) -> str:
    """All words in an element on one line, without those that are deleted or hidden."""
    texts: list[str] = []
    todo = [element]
    while todo:
        inner = todo.pop()
        name = local_name(inner)
        if name in _TEXTS:
            texts.append(inner.text or "")
        elif name in _APART:
            texts.append(" ")
        if not is_switched_on(find_child(inner, "rPr"), "vanish"):
            todo += reversed(inner)
    return " ".join("".join(texts).split())


class WordLog(LeftOutLog):
    """What one walk through a Word document passes and does not read.

    Args:
        archive: The document.
        folder: Of its parts.
    """

    def __init__(self, archive: OfficeArchive, folder: str) -> None:
        super().__init__(Place(file=archive.name))
        self._archive = archive
        self._asides = {
            kind: self._texts_of_part(f"{folder}/{kind}.xml".lstrip("/"))
            for kind in _ASIDES
        }
        self._told: set[str] = set()
        """The comments whose place was passed."""
        self.sources: list[str] = []
        """Of the notes that were just passed those that name a source."""

    def _texts_of_part(self, part: str) -> dict[str, str]:
        """The words of the remarks or notes in a part, by their id."""
        if part not in self._archive:
            return {}
        found: dict[str, str] = {}
        for number, aside in enumerate(self._archive.read_xml(part)):
            if local_name(aside) in ("comment", "footnote", "endnote"):
                key = attribute_of(aside, "id") or f"without id {number}"
                found[key] = words_in(aside)
        return found

    def pass_element(self, element: Element) -> None:
        """Remember what is passed, with its words when it has any."""
        name = local_name(element)
        if name in DELETED:
            self.deleted += 1
        elif name in INSERTED:
            self.inserted += 1
        elif name in PICTURES:
            self._pass_picture(element)
        elif name in NOTES:
            self._pass_note(element, name)
        elif name == _COMMENT:
            self._pass_comment(attribute_of(element, "id") or "")
        else:
            self.add("embedded")

    def _pass_note(self, reference: Element, name: str) -> None:
        kind = name.removesuffix("Reference") + "s"
        key = attribute_of(reference, "id") or ""
        text = self._asides[kind].get(key, "")
        if begins_with_source(text):
            self.sources.append(text)
        else:
            self.add("footnotes", text)

    def _pass_comment(self, key: str) -> None:
        if key in self._asides["comments"] and key not in self._told:
            self._told.add(key)
            self.add("comments", self._asides["comments"][key])

    def _pass_picture(self, frame: Element) -> None:
        """A frame with a picture; one with text in it or a chart is no picture."""
        if local_name(frame) == "pict":
            shapes = list(descendants_named(frame, "shape", "rect"))
            for shape in shapes:
                if next(descendants_named(shape, "imagedata"), None) is None:
                    continue
                self.add("picture", shape.get("alt") or "")
        elif next(descendants_named(frame, "pic"), None) is not None:
            described = find_child(frame, "docPr")
            self.add("picture", _alternative_text(described))

    def notes_on_left_out(self, running: Iterable[str]) -> Iterator[Note]:
        """What was left out.

        Args:
            running: What stands above and below the text of the pages.
        """
        for text, count in Counter(running).items():
            yield make_note(
                "running_lines", self.file, "nl", count=count, text=text
            )
        for key, text in self._asides["comments"].items():
            if key not in self._told:
                self.add("comments", text, self.file)
        for text in self._texts_of_diagrams():
            self.add("embedded", text, self.file)
        yield from self.notes_in_order(_CODES)

    def _texts_of_diagrams(self) -> Iterator[str]:
        """The words in diagrams and charts, each of which is a part of its own."""
        drawn = re.compile(r".*/(?:diagrams/data|charts/chart)\d*\.xml")
        for part in self._archive.part_names:
            if drawn.fullmatch(part):
                text = " ".join(_words_apart(self._archive.read_xml(part)))
                if text:
                    yield text


def _words_apart(diagram: Element) -> Iterator[str]:
    for element in diagram.iter():
        if local_name(element) in _TEXTS and (element.text or "").strip():
            yield element.text or ""


def _alternative_text(described: Element | None) -> str:
    """What the maker of a document wrote for who cannot see a picture; empty for nothing."""
    if described is None:
        return ""
    return described.get("descr") or described.get("title") or ""


def running_paragraphs(
    archive: OfficeArchive, folder: str
) -> Iterator[Element]:
    """The paragraphs above and below the text of the pages."""
    running = re.compile(rf"{re.escape(folder)}/(?:header|footer)\d*\.xml")
    for part in archive.part_names:
        if running.fullmatch(part):
            yield from descendants_named(archive.read_xml(part), "p")
