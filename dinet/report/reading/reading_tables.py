"""What a reading report shows beside the original, as tables.

First what was not read; then the notes, the most urgent first; then the links that are not
certain; then every element with all that was read of it; then the links to what is not there.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from dinet.document.notes import NOTE_GROUPS, shorten_text
from dinet.document.notes import note_in_language as note_said
from dinet.language import translate_words
from dinet.model import BASES, Aim, Element, Link, Note, Place
from dinet.native import keys
from dinet.network import Network
from dinet.report.reading.told_notes import UNREAD_REASONS, own_notes
from dinet.report.sentences import (
    count_more_places,
    list_places,
    place_in_words,
)
from dinet.wording.element_details import amount_in_words, detail_lines
from dinet.wording.labels import (
    BASIS_NAMES,
    KIND_NAMES,
    LINK_NAMES,
    kind_heading,
    with_weight,
)

_WEAK_BASES = ("inherited", "inferred")
_SHOWN_APART = ("id", "text", "places", "planning")
"""Fields of an element that do not stand among its other facts: they have a column or a line."""
_PARTS = ("parts", "extra")
"""What stands behind keys that hold parts is told in lines of its own."""
_MOST_PLACES = 20
"""So many places of an element are named; of the others their number."""


class CellLine(NamedTuple):
    """One line of a cell: a label of ours, the words, and whether these are the document's own."""

    label: str
    words: str
    own: bool = True


CellLines = tuple[CellLine, ...]
TableRow = tuple[CellLines, ...]


class ReadingTable(NamedTuple):
    """One table of the report.

    Args:
        name: For links within the page.
        title: Its heading.
        hint: What to do with it; empty for nothing.
        heads: The headings of its columns.
        rows: Each with a cell for every column; the first names the row.
    """

    name: str
    title: str
    hint: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


class ReadingTables:
    """The tables of one reading.

    Args:
        network: Of the programme that was read.
        lang: The language of the reader.
    """

    def __init__(self, network: Network, lang: str) -> None:
        self.network = network
        self.lang = lang

    def filled_tables(self) -> list[ReadingTable]:
        """The tables that are not empty, in the order in which a person checks them."""
        tables = (
            self._unread_texts(),
            *self._note_tables(),
            self._weak_links(),
            *self._element_tables(),
            self._loose_links(),
        )
        return [table for table in tables if table.rows]

    def _translate_words(self, words: str) -> str:
        return translate_words(words, self.lang)

    def _translate_all(self, *words: str) -> tuple[str, ...]:
        return tuple(map(self._translate_words, words))

    # what was not read

    def _unread_texts(self) -> ReadingTable:
        """Every text that is nowhere in the programme, whole."""
        heads = self._translate_all("Place", "Not read", "What it is")
        title = "Not read: nowhere in the programme"
        rows = tuple(
            (
                _our_words(place_in_words(unread.place, self.lang) or "–"),
                (CellLine("", unread.text),),
                _our_words(
                    self._translate_words(UNREAD_REASONS[unread.reason])
                ),
            )
            for unread in self.network.programme.unread
        )
        return ReadingTable(
            "notes0", self._translate_words(title), "", heads, rows
        )

    # notes

    def _note_tables(self) -> Iterator[ReadingTable]:
        notes = own_notes(self.network.programme)
        for number, (title, codes) in enumerate(NOTE_GROUPS.items(), start=1):
            of_group = [note for note in notes if note.code in codes]
            yield self._note_table(f"notes{number}", title, of_group)
        grouped = set(chain.from_iterable(NOTE_GROUPS.values()))
        others = [note for note in notes if note.code not in grouped]
        yield self._note_table("notes", "Other notes", others)

    def _note_table(
        self, name: str, title: str, notes: Iterable[Note]
    ) -> ReadingTable:
        heads = self._translate_all("Place", "Note")
        rows = tuple(self._note_row(note) for note in notes)
        return ReadingTable(
            name, self._translate_words(title), "", heads, rows
        )

    def _note_row(self, note: Note) -> TableRow:
        """Where it stands and what it says; texts that it shortens stand under it whole."""
        message = _our_words(note_said(note, self.lang))
        place = _our_words(place_in_words(note.place, self.lang) or "–")
        values = note.values.values()
        shortened = (text for text in values if text != shorten_text(text))
        return place, (*message, *(CellLine("", text) for text in shortened))

    # elements

    def _element_tables(self) -> Iterator[ReadingTable]:
        heads = self._translate_all(
            "Id", "Text", "Read from", "Serves, and on what evidence"
        )
        for kind in KIND_NAMES:
            elements = [
                element for element in self.network if element.kind == kind
            ]
            rows = tuple(map(self._element_row, elements))
            title = kind_heading(kind, self.lang)
            yield ReadingTable(kind, title, "", heads, rows)

    def _element_row(self, element: Element) -> TableRow:
        """Its id, its text and facts, where it was read, and what it serves."""
        links = self.network.links_of(element)
        serves = [
            self._link_line(link) for link in links if link.start == element.id
        ]
        return (
            (CellLine("", element.id),),
            (CellLine("", element.text), *self._element_facts(element)),
            self._place_lines(element.places),
            tuple(serves) or _our_words("–"),
        )

    def _place_lines(self, places: tuple[Place, ...]) -> CellLines:
        named = places[:_MOST_PLACES]
        sentences = [place.as_sentence() for place in named]
        if len(places) > len(named):
            others = len(places) - len(named)
            sentences.append(count_more_places(others))
        lines = [sentence.in_language(self.lang) for sentence in sentences]
        return tuple(
            CellLine("", line, own=False) for line in lines
        ) or _our_words("–")

    def _element_facts(self, element: Element) -> Iterator[CellLine]:
        """All that was read of an element besides its text, under the keys of the native format."""
        aim = getattr(element, "target", None) or Aim()
        for key in keys.ELEMENT:
            if key.field not in _SHOWN_APART and key.shape not in _PARTS:
                value = getattr(
                    aim if key.shape == "aim" else element, key.field, None
                )
                for text in self._texts_of(key, value):
                    yield CellLine(key.in_language(self.lang), text)
        for step in element.planning:
            yield CellLine(step.period, step.phase)
        budget = keys.BUDGET.in_language(self.lang)
        for amount in filter(None, map(amount_in_words, element.amounts)):
            yield CellLine(budget, amount, own=False)
        for line in detail_lines(element, self.lang):
            yield CellLine(line.name, line.text)

    def _texts_of(self, key: keys.NativeKey, value: Any) -> tuple[str, ...]:
        """The values of a field, as the native format has them; none when it is empty."""
        if not value:
            return ()
        if isinstance(value, tuple):
            return value
        if key.shape == "level" and self.lang == "nl":
            return (keys.LEVELS[value],)
        return (value,)

    def _link_line(self, link: Link) -> CellLine:
        kind, basis = self._link_words(link)
        text = self.network[link.end].text
        return CellLine(f"{kind} {link.end} ({basis})", shorten_text(text))

    def _link_words(self, link: Link) -> tuple[str, str]:
        """What a link says from its beginning, and on what evidence."""
        kind = self._translate_words(LINK_NAMES[link.kind].forward)
        kind = with_weight(kind, link)
        return kind, self._translate_words(BASIS_NAMES[link.basis])

    # links

    def _weak_links(self) -> ReadingTable:
        weak = [
            link for link in self.network.links() if link.basis in _WEAK_BASES
        ]
        weakest_first = sorted(weak, key=lambda link: -BASES.index(link.basis))
        hint = self._translate_words(
            "The document does not say these links in so many words."
        )
        title = "Links that are not certain: please check"
        return self._link_table("weak", title, hint, weakest_first)

    def _loose_links(self) -> ReadingTable:
        loose = self.network.unknown_references()
        title = "Links to what is not in the document"
        return self._link_table("loose", title, "", loose)

    def _link_table(
        self, name: str, title: str, hint: str, links: Iterable[Link]
    ) -> ReadingTable:
        heads = self._translate_all("From", "Link", "To", "Place")
        rows = tuple(map(self._link_row, links))
        return ReadingTable(
            name, self._translate_words(title), hint, heads, rows
        )

    def _link_row(self, link: Link) -> TableRow:
        """From what to what a link runs, its evidence between these, and where it was read."""
        kind, basis = self._link_words(link)
        places = list_places(link.places, self.lang) or "–"
        return (
            self._end_of(link.start),
            _our_words(f"{kind}, {basis}"),
            self._end_of(link.end),
            _our_words(places),
        )

    def _end_of(self, element_id: str) -> CellLines:
        """An element by its id and text; of one that is not there the text is unknown."""
        known = element_id in self.network
        text = self.network[element_id].text if known else "?"
        return (CellLine(element_id, text),)


def _our_words(words: str) -> CellLines:
    return (CellLine("", words, own=False),)
