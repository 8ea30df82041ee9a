"""What a reading report shows beside the original, as tables: notes, elements with all that was read of them, weak links."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.cli import printing
from dinet.document.native import keys
from dinet.document.notes import GROUPS, shortened
from dinet.document.notes import said as note_said
from dinet.language import Sentence, translated
from dinet.model import BASES, Aim, Element, Link, Note
from dinet.network import Network
from dinet.wording.labels import BASIS_WORDS, KIND_WORDS, LINK_WORDS, capital

_WEAK = ("inherited", "inferred")
_MAIN = ("id", "text", "places", "planning")
_PLACES = 20


class Line(NamedTuple):
    """One line of a cell: a label of ours, the words, and whether these are the document's own."""

    label: str
    words: str
    own: bool = True


Cell = tuple[Line, ...]


class Table(NamedTuple):
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
    rows: tuple[tuple[Cell, ...], ...]


class Tables:
    """The tables of one reading.

    Args:
        network: Of the programme that was read.
        lang: The language of the reader.
    """

    def __init__(self, network: Network, lang: str) -> None:
        self.network = network
        self.lang = lang

    def all(self) -> Iterator[Table]:
        """The tables that are not empty, in the order in which a person checks them."""
        yield from (table for table in (*self._notes(), self._weak(), *self._elements(), self._loose()) if table.rows)

    def _say(self, words: str) -> str:
        return translated(words, self.lang)

    def _ours(self, words: str) -> Cell:
        return (Line("", words, own=False),)

    # notes

    def _notes(self) -> Iterator[Table]:
        known = {code for codes in GROUPS.values() for code in codes}
        for number, (title, codes) in enumerate(GROUPS.items(), start=1):
            notes = [note for note in self.network.programme.notes if note.code in codes]
            yield self._note_table(f"notes{number}", title, notes)
        yield self._note_table("notes", "Other notes", [note for note in self.network.programme.notes if note.code not in known])

    def _note_table(self, name: str, title: str, notes: Iterable[Note]) -> Table:
        heads = (self._say("Place"), self._say("Note"))
        rows = tuple((self._ours(printing.where(note.place, self.lang) or "–"), self._note(note)) for note in notes)
        return Table(name, self._say(title), "", heads, rows)

    def _note(self, note: Note) -> Cell:
        """The note; texts that it shortens stand under it whole."""
        whole = (Line("", text) for text in note.values.values() if text != shortened(text))
        return (*self._ours(note_said(note, self.lang)), *whole)

    # elements

    def _elements(self) -> Iterator[Table]:
        heads = tuple(map(self._say, ("Id", "Text", "Read from", "Serves, and on what evidence")))
        for kind, (_, many) in KIND_WORDS.items():
            rows = tuple(self._row(each) for each in self.network if each.kind == kind)
            yield Table(kind, capital(self._say(many)), "", heads, rows)

    def _row(self, element: Element) -> tuple[Cell, ...]:
        places = [place.words().said(self.lang) for place in element.places]
        more = [Sentence("and {n} more places", n=len(places) - _PLACES).said(self.lang)]
        shown = places[:_PLACES] + (more if len(places) > _PLACES else [])
        return (
            (Line("", element.id),),
            (Line("", element.text), *self._facts(element)),
            tuple(Line("", words, own=False) for words in shown) or self._ours("–"),
            tuple(self._link(link) for link in self.network.links_of(element) if link.start == element.id) or self._ours("–"),
        )

    def _facts(self, element: Element) -> Iterator[Line]:
        """All that was read of an element besides its text, under the names that these have in dinet's own format."""
        aim = getattr(element, "target", None) or Aim()
        for key in keys.ELEMENT:
            found = getattr(aim if key.shape == "aim" else element, key.field, None)
            if key.field in _MAIN or not found:
                continue
            texts = (
                found
                if isinstance(found, tuple)
                else (keys.LEVELS[found] if self.lang == "nl" else found,)
                if (key.shape == "level")
                else (found,)
            )
            yield from (Line(key.said(self.lang), text) for text in texts)
        yield from (Line(step.period, step.phase) for step in element.planning)

    def _link(self, link: Link) -> Line:
        evidence = f"{self._say(LINK_WORDS[link.kind][0])} {link.end} ({self._say(BASIS_WORDS[link.basis])})"
        return Line(evidence, shortened(self.network[link.end].text))

    # links

    def _weak(self) -> Table:
        rows = sorted((link for link in self.network.links() if link.basis in _WEAK), key=lambda link: -BASES.index(link.basis))
        hint = self._say("The document does not say these links in so many words.")
        return self._links("weak", "Links that are not certain: please check", hint, rows)

    def _loose(self) -> Table:
        loose = self.network.unknown_references()
        return self._links("loose", "Links to what is not in the document", "", loose)

    def _links(self, name: str, title: str, hint: str, links: Iterable[Link]) -> Table:
        heads = tuple(map(self._say, ("From", "Link", "To", "Place")))
        return Table(name, self._say(title), hint, heads, tuple(map(self._link_row, links)))

    def _link_row(self, link: Link) -> tuple[Cell, ...]:
        words = f"{self._say(LINK_WORDS[link.kind][0])}, {self._say(BASIS_WORDS[link.basis])}"
        places = printing.places(link.places, self.lang) or "–"
        return self._end(link.start), self._ours(words), self._end(link.end), self._ours(places)

    def _end(self, word: str) -> Cell:
        return (Line(word, self.network[word].text if word in self.network else "?"),)
