"""The comparison of two versions as a Word document: was and becomes, with tracked changes.

Who accepts all changes has the new text; who rejects them has the old one.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from xml.sax.saxutils import escape

from dinet.language import Sentence
from dinet.model import Element
from dinet.report.sentences import list_places
from dinet.report.versions.changed_words import TracedPiece, trace_changes
from dinet.report.versions.version_page import comparison_title
from dinet.report.versions.version_row import VersionRow
from dinet.report.versions.version_sections import (
    VersionSection,
    list_sections,
    sums_in_words,
)
from dinet.versions.version_comparison import VersionComparison
from dinet.writers.office.archive import one_line
from dinet.writers.office.file_facts import FileFacts
from dinet.writers.word.word_file import WordPage, build_document
from dinet.writers.word.word_xml import (
    GREY_COLOUR,
    WordCell,
    WordTable,
    divide_width,
    write_paragraph,
    write_run,
)

_MARGIN = 1134
"""Of the pages, in twentieths of a point: two centimetres."""
_SHARES = (4, 4, 3)
"""Of the columns in the width of a page that lies."""
_CHANGE_AUTHOR = "dinet"
"""Whom Word names at a tracked change; there is no date, since dinet looks at no clock."""


def write_word(
    comparison: VersionComparison, old_name: str, new_name: str, lang: str
) -> bytes:
    """The document; the same bytes for the same comparison.

    Args:
        comparison: Of both versions.
        old_name: Of the old document.
        new_name: Of the new one.
        lang: The reader's language.
    """
    title = comparison_title(old_name, new_name, lang)
    page = WordPage(wide=True, margin=_MARGIN, upper=_MARGIN, lower=_MARGIN)
    body = "".join(
        [
            write_paragraph(write_run(title), style="Title"),
            *_sum_paragraphs(comparison, lang),
            *_VersionTables(lang, page.text_room[0]).write_sections(
                list_sections(comparison)
            ),
        ]
    )
    return build_document([(body, page)], [], FileFacts(title), lang)


def _sum_paragraphs(comparison: VersionComparison, lang: str) -> Iterator[str]:
    for sentence in sums_in_words(comparison):
        yield write_paragraph(write_run(sentence.in_language(lang)))


class _VersionTables:
    """Writes a table for each section.

    Args:
        lang: The reader's language.
        width: Of a table, in twentieths of a point.
    """

    def __init__(self, lang: str, width: int) -> None:
        self.lang = lang
        self.widths = divide_width(width, *_SHARES)
        self._numbers = count(1)
        self._traced: set[tuple[str, str]] = set()

    def write_sections(
        self, sections: Sequence[VersionSection]
    ) -> Iterator[str]:
        """Headings and tables; one sentence when nothing differs."""
        if not sections:
            none = Sentence("No differences.").in_language(self.lang)
            yield write_paragraph(write_run(none))
        for section in sections:
            title = section.title.in_language(self.lang)
            yield write_paragraph(
                write_run(title), style="Heading1", together=True
            )
            head = [
                self._head_cell(words)
                for words in (
                    Sentence("Was"),
                    Sentence("Becomes"),
                    Sentence("What to know of it"),
                )
            ]
            rows = [self._row_cells(row) for row in section.rows]
            yield WordTable(self.widths, title, head, rows).to_xml()

    def _head_cell(self, words: Sentence) -> WordCell:
        said = write_run(words.in_language(self.lang), bold=True)
        # LibreOffice lost all rows after a head that stood alone at the foot of a page
        return WordCell(write_paragraph(said, style="Cell", together=True))

    def _row_cells(self, row: VersionRow) -> list[WordCell]:
        old = "".join(map(self._element_xml, row.old))
        return [
            WordCell(old or self._absence_xml(row)),
            WordCell(self._new_xml(row) or self._absence_xml(row)),
            WordCell("".join(self._fact_paragraphs(row))),
        ]

    def _new_xml(self, row: VersionRow) -> str:
        """The new text; where one stands for one, with its changes tracked.

        Only in the first row of a pair: a target that is also covered otherwise has one change to
        accept, and not one in each table.
        """
        if len(row.old) != 1 or len(row.new) != 1:
            return "".join(map(self._element_xml, row.new))
        pair = row.old[0].id, row.new[0].id
        if pair in self._traced:
            return self._element_xml(row.new[0])
        self._traced.add(pair)
        pieces = trace_changes(row.old[0].text, row.new[0].text)
        runs = "".join(map(self._piece_xml, pieces))
        return self._paragraphs_of(row.new[0], runs)

    def _element_xml(self, element: Element) -> str:
        return self._paragraphs_of(element, write_run(element.text))

    def _paragraphs_of(self, element: Element, runs: str) -> str:
        code = write_run(f"{element.id} ", bold=True)
        words = write_paragraph(code, runs, style="Cell")
        place = list_places(element.places[:1], self.lang)
        if not place:
            return words
        return words + write_paragraph(
            write_run(place, colour=GREY_COLOUR), style="Small"
        )

    def _piece_xml(self, piece: TracedPiece) -> str:
        """A run, inserted or deleted where the versions differ."""
        run = write_run(piece.text)
        if piece.fate == "kept":
            return run
        number = next(self._numbers)
        about = f'w:id="{number}" w:author="{_CHANGE_AUTHOR}"'
        if piece.fate == "new":
            return f"<w:ins {about}>{run}</w:ins>"
        words = escape(one_line(piece.text))
        gone = f'<w:delText xml:space="preserve">{words} </w:delText>'
        return f"<w:del {about}><w:r>{gone}</w:r></w:del>"

    def _absence_xml(self, row: VersionRow) -> str:
        words = row.absence.in_language(self.lang)
        grey = write_run(words, italic=True, colour=GREY_COLOUR)
        return write_paragraph(grey, style="Cell")

    def _fact_paragraphs(self, row: VersionRow) -> Iterator[str]:
        for fact in row.facts:
            words = fact.in_language(self.lang)
            yield write_paragraph(write_run(words), style="Cell")
        if row.is_doubtful:
            doubt = Sentence(
                "likely, not sure: look whether these are the same"
            )
            words = doubt.in_language(self.lang)
            yield write_paragraph(write_run(words, italic=True), style="Cell")
