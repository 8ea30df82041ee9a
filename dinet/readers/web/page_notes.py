"""Remarks and footnotes of a page: words elsewhere that a sign in the text refers to.

Google Docs, Word, LibreOffice and Pandoc each call them otherwise, but in all of them the sign
links to the note and the note links back to the sign. Headings and a table of contents may link
to each other too; there the link is not a short sign. When that goes wrong, a short line that
links back is told as a footnote instead of being read.
"""

import re
from itertools import islice
from typing import NamedTuple

from dinet.readers.web.page_tree import PageElement
from dinet.wording.source_marks import begins_with_source

_SIGN = re.compile(r"\s*(?:\[\w{1,6}\]|\(?\d{1,3}\)?|[*†‡§]{1,3}|[a-z])\s*")
"""What refers to a note: ``[a]``, ``12``, ``*``, or the initials and number of a reader."""
_BACK = re.compile(r"\s*[↩↑⤴^]\W*\s*")
"""What leads back from a note in some programs."""
_REMARK = re.compile(r"cmnt|com(?:ment)?_?\d|msocom", re.IGNORECASE)
"""The name of a remark, as Google Docs and Word give it."""
_WHOLE_NOTES = ("div", "li", "aside", "p", "dd")
_NO_NOTES = ("table", "h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_NOTE = 1500
"""In characters; what is longer is a chapter with a link to what refers to it."""


class PageNote(NamedTuple):
    """A remark or footnote.

    Args:
        code: Of what is noted when it is left out.
        text: Its words.
    """

    code: str
    text: str

    @property
    def is_source(self) -> bool:
        """It only names a source."""
        return self.code == "footnotes" and begins_with_source(self.text)


class PageNotes:
    """The remarks and footnotes of one page.

    Args:
        root: The page.
    """

    def __init__(self, root: PageElement) -> None:
        self._notes: dict[str, PageNote] = {}
        """By the name that a sign refers to."""
        self._elements: set[PageElement] = set()
        links = [_NoteLink(anchor) for anchor in root.iter("a")]
        signs: dict[str, _NoteLink] = {}
        for link in links:  # a note stands after what refers to it
            sign = signs.get(link.target)
            if sign is not None and link.leads_back:
                self._add_note(link, sign)
            elif link.target and _SIGN.fullmatch(link.words):
                signs.update(dict.fromkeys(link.names, link))

    def _add_note(self, back: "_NoteLink", sign: "_NoteLink") -> None:
        """Remember a note by the link in it that leads back to its sign."""
        whole = back.whole_note(sign)
        if whole is None:
            return
        text = whole.text_content().replace(back.words, "", 1)
        code = "comments" if _REMARK.search(sign.target) else "footnotes"
        self._notes[sign.target] = PageNote(code, " ".join(text.split()))
        self._elements.add(whole)

    def note_referred_to(self, element: PageElement) -> PageNote | None:
        """The note that a link is the sign of; None for all else."""
        if not self._notes or element.tag != "a":
            return None
        link = _NoteLink(element)
        return (
            self._notes.get(link.target)
            if _SIGN.fullmatch(link.words)
            else None
        )

    def is_note(self, element: PageElement) -> bool:
        """The element is a note, whose words are told where they are referred to."""
        return element in self._elements


class _NoteLink:
    """A link, as far as it may be the sign of a note or lead back to one."""

    def __init__(self, anchor: PageElement) -> None:
        href = anchor.get("href") or ""
        self.anchor = anchor
        self.target = href[1:] if href.startswith("#") else ""
        names = [anchor.get("id"), anchor.get("name")]
        parent = anchor.getparent()
        if parent is not None and parent.tag in ("sup", "span"):
            names.append(parent.get("id"))
        self.names = [name for name in names if name]
        self.words = str(anchor.text_content())

    @property
    def leads_back(self) -> bool:
        """It is as short as what leads from a note back to the text."""
        return any(pattern.fullmatch(self.words) for pattern in (_SIGN, _BACK))

    def whole_note(self, sign: "_NoteLink") -> PageElement | None:
        """The element that holds the note; None when the sign leads elsewhere."""
        whole = None
        around_sign = set(sign.anchor.iterancestors())
        for element in self.anchor.iterancestors():
            if element in around_sign or not _holds_one_note(element):
                break
            if element.tag in _WHOLE_NOTES:
                whole = element
        named = sign.target in self.names
        if whole is not None and not named:
            inside = (inner.get("id") for inner in whole.iter())
            named = sign.target in inside
        return whole if named else None


def _holds_one_note(element: PageElement) -> bool:
    """No other link in it leads back, as in a list of several notes, and it is no table."""
    inside = (
        link
        for link in element.iter("a")
        if (link.get("href") or "").startswith("#")
    )
    if len(list(islice(inside, 2))) > 1:
        return False
    if next(element.iter(*_NO_NOTES), None) is not None:
        return False
    return len(element.text_content()) <= _LONGEST_NOTE
