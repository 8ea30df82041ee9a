"""One element in words, so that it can be read back.

These are its code and text, what else it is linked to, and its sources.
"""

from collections.abc import Iterator, Sequence

from dinet.language import Sentence, translate_words
from dinet.model import Element, Goal
from dinet.wording.labels import indirect_words
from dinet.writers.office.archive import one_line
from dinet.writers.word.arrangement import AnnexArrangement
from dinet.writers.word.word_xml import (
    GREY_COLOUR,
    write_list_item,
    write_paragraph,
    write_run,
)


class ElementWriter:
    """Writes elements.

    Args:
        arrangement: Knows which links are told by where an element stands.
        lang: The language of our own words.
        text_lang: That of the words of the document.
    """

    def __init__(
        self, arrangement: AnnexArrangement, lang: str, text_lang: str
    ) -> None:
        self.table = arrangement.table
        self.lang = lang
        self._own_lang = lang if lang != text_lang else ""

    def translate_words(self, words: str) -> str:
        """Our own words in the language of the reader."""
        return translate_words(words, self.lang)

    def own_run(
        self,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        colour: str = "",
    ) -> str:
        """A run of our own words."""
        return write_run(
            text, bold=bold, italic=italic, colour=colour, lang=self._own_lang
        )

    def element_text(self, element: Element) -> str:
        """What the element says; its title when it has no text."""
        words = one_line(element.text) or one_line(element.title or "")
        return words or self.translate_words("(without text)")

    def write_cell(self, element: Element, goal: Goal | None = None) -> str:
        """An element as paragraphs in a cell, its sources under it."""
        words = write_paragraph(
            *self._element_runs(element, goal), style="Cell"
        )
        return words + self._source_paragraphs(element)

    def write_bullets(self, element: Element, goal: Goal | None = None) -> str:
        """An effort as an item of the list in a cell, its sources and sub-efforts under it."""
        items = [self._write_bullet(self._element_runs(element, goal))]
        items.append(self._source_paragraphs(element))
        for part in self.table.parts.get(element.id, ()):
            items.append(self._write_bullet(self._element_runs(part), level=1))
            items.append(self._source_paragraphs(part))
        return "".join(items)

    def write_item(self, element: Element) -> str:
        """An element as an item of a list outside tables, its sub-efforts under it.

        All that is told of it stands on one line.
        """
        parts = self.table.parts.get(element.id, ())
        return write_list_item(*self._line_runs(element)) + "".join(
            write_list_item(*self._line_runs(part), level=1) for part in parts
        )

    def write_joint(self, element: Element) -> str:
        """With which other programmes a cell's elements are done together, a paragraph for each."""
        return "".join(
            write_paragraph(self.own_run(words, italic=True), style="Cell")
            for words in self._joint_words(element)
        )

    def write_continued(self, elements: Sequence[Element]) -> str:
        """The codes of elements that a row above names in full, and that they go on."""
        codes = ", ".join(element.id for element in elements)
        going_on = self.translate_words("continued")
        mark = self.own_run(
            f" ({going_on})",
            italic=True,
            colour=GREY_COLOUR,
        )
        return write_paragraph(write_run(codes, bold=True), mark, style="Cell")

    def write_missing(self, words: str) -> str:
        """What stands in a cell in place of an element.

        Args:
            words: In English.
        """
        run = self.own_run(
            self.translate_words(words), italic=True, colour=GREY_COLOUR
        )
        return write_paragraph(run, style="Cell")

    def write_name(self, element: Element) -> str:
        """Code and text only."""
        return write_paragraph(
            self._code_run(element),
            write_run(self.element_text(element)),
            style="Cell",
        )

    def link_asides(
        self, element: Element, goal: Goal | None = None
    ) -> Iterator[str]:
        """What else an element is linked to, in words between brackets.

        Last, when it serves the goal of its row only by way of something else, that.
        """
        for mark in self.table.cross_references(element, goal):
            if mark.ids:  # names of programmes are told once for a cell
                yield f"({self.translate_words(mark.words)} {', '.join(mark.ids)})"
        way = None
        if goal is not None or isinstance(element, Goal):
            way = self.table.indirect_way(element, goal)
        if way:
            yield f"({indirect_words(way).in_language(self.lang)})"

    # pieces

    def _code_run(self, element: Element) -> str:
        return write_run(f"{element.id}: ", bold=True)

    def _element_runs(
        self, element: Element, goal: Goal | None = None
    ) -> list[str]:
        asides = (
            self.own_run(f" {words}", italic=True, colour=GREY_COLOUR)
            for words in self.link_asides(element, goal)
        )
        return [
            self._code_run(element),
            write_run(self.element_text(element)),
            *asides,
        ]

    def _line_runs(self, element: Element) -> list[str]:
        joint = [
            self.own_run(f" ({words.strip(QUOTE_SIGNS)})", italic=True)
            for words in self._joint_words(element)
        ]
        sources = [
            write_run(" ") + source for source in self._source_runs(element)
        ]
        return [*self._element_runs(element), *joint, *sources]

    def _write_bullet(self, runs: list[str], level: int = 0) -> str:
        return write_list_item(*runs, level=level, style="CellBullet")

    def _source_paragraphs(self, element: Element) -> str:
        sources = self._source_runs(element)
        return "".join(
            write_paragraph(source, style="Cell") for source in sources
        )

    def _source_runs(self, element: Element) -> list[str]:
        heading = self.own_run(
            f"{self.translate_words('Source')}: ", italic=True
        )
        return [
            heading + write_run(name, italic=True) for name in element.sources
        ]

    def _joint_words(self, element: Element) -> Iterator[str]:
        """With which other programmes an element is done together, in quotes or else brackets.

        A name that has quotes or brackets itself stands between brackets.
        """
        for name in element.joint_with:
            sentence = Sentence(
                "Joint implementation with {name}", name=one_line(name)
            )
            words = sentence.in_language(self.lang)
            quoted = any(sign in name for sign in QUOTE_SIGNS)
            yield f"({words})" if quoted else f"‘{words}’"


QUOTE_SIGNS = "'\"‘’‚“”„()"
