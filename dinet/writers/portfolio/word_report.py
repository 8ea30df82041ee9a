"""A portfolio as a Word report: the documents with their coverage, and a table of each kind."""

from collections.abc import Iterable, Iterator, Sequence

from dinet.document.own_outputs import describe_origin
from dinet.language import Sentence
from dinet.portfolio.findings import Portfolio
from dinet.report.portfolio.portfolio_page import (
    ShownDocumentLine,
    ShownPlacedElement,
    ShownPortfolioRow,
    portfolio_title,
    show_line,
    shown_portfolio_sections,
)
from dinet.report.portfolio.portfolio_picture import describe_ties, list_ties
from dinet.report.portfolio.portfolio_sections import (
    CERTAINTY_MEANING,
    FileNotices,
    line_of_whole,
    list_document_lines,
    notices_of_portfolio,
    sums_of_portfolio,
)
from dinet.writers.office.file_facts import FileFacts
from dinet.writers.word.word_file import WordPage, build_document
from dinet.writers.word.word_xml import (
    GREY_COLOUR,
    WordCell,
    WordTable,
    divide_width,
    write_list_item,
    write_paragraph,
    write_run,
)

_MARGIN = 1134
"""Of the pages, in twentieths of a point: two centimetres."""
_ROW_SHARES = (6, 4, 2)
"""Of the columns of a table of rows in the width of a page that lies."""
_LINE_SHARES = (5, 4, 4, 3, 5)
"""Of the columns in the width of a page that lies."""


def write_word_report(
    portfolio: Portfolio, notices: FileNotices, lang: str
) -> bytes:
    """The report; the same bytes for the same portfolio.

    Args:
        portfolio: What was found.
        notices: What became of files.
        lang: The reader's language.
    """
    title = portfolio_title(portfolio, lang)
    page = WordPage(wide=True, margin=_MARGIN, upper=_MARGIN, lower=_MARGIN)
    told = (
        *sums_of_portfolio(portfolio),
        CERTAINTY_MEANING,
        *notices_of_portfolio(portfolio, notices, lang),
    )
    report = _PortfolioReport(lang, page.text_room[0])
    body = "".join(
        [
            write_paragraph(write_run(title), style="Title"),
            *(report.write_sentence(sentence) for sentence in told),
            *report.write_ties(portfolio),
            *report.write_documents(portfolio),
            *report.write_sections(portfolio),
            write_paragraph(
                write_run(describe_origin("", lang), colour=GREY_COLOUR)
            ),
        ]
    )
    return build_document([(body, page)], [], FileFacts(title), lang)


class _PortfolioReport:
    """Writes the parts of a report.

    Args:
        lang: The reader's language.
        width: Of a table, in twentieths of a point.
    """

    def __init__(self, lang: str, width: int) -> None:
        self.lang = lang
        self.row_widths = divide_width(width, *_ROW_SHARES)
        self.line_widths = divide_width(width, *_LINE_SHARES)

    def write_sentence(self, sentence: Sentence) -> str:
        return write_paragraph(write_run(sentence.in_language(self.lang)))

    def write_ties(self, portfolio: Portfolio) -> Iterator[str]:
        """What each two programmes have in common, as the picture of the page shows it."""
        told = list(describe_ties(portfolio, list_ties(portfolio)))[1:]
        if told:
            yield self._heading(Sentence("Which programmes hang together"))
        for sentence in told:
            words = sentence.in_language(self.lang)
            yield write_list_item(write_run(words))

    def write_documents(self, portfolio: Portfolio) -> Iterator[str]:
        title = Sentence("Programmes and coverage")
        yield self._heading(title)
        head = self._head_cells(
            Sentence("Programme"),
            Sentence("Goals"),
            Sentence("Targets"),
            Sentence("Efforts"),
            Sentence("With others"),
        )
        lines = [
            show_line(line, self.lang)
            for line in list_document_lines(portfolio)
        ]
        rows = [self._line_cells(line, line.title) for line in lines]
        whole = Sentence("All as one network").in_language(self.lang)
        last = show_line(line_of_whole(portfolio), self.lang)
        rows.append(self._line_cells(last, whole))
        words = title.in_language(self.lang)
        yield WordTable(self.line_widths, words, head, rows).to_xml()

    def _line_cells(
        self, line: ShownDocumentLine, title: str
    ) -> list[WordCell]:
        about = write_paragraph(write_run(title, bold=True), style="Cell")
        if line.namespace:
            about += self._small_print(f"{line.namespace}: {line.file}")
        told = ((line.goals,), (line.targets,), (line.efforts,), line.together)
        return [WordCell(about), *map(_cell_of, told)]

    def write_sections(self, portfolio: Portfolio) -> Iterator[str]:
        for section in shown_portfolio_sections(portfolio, self.lang):
            yield write_paragraph(
                write_run(section.title), style="Heading1", together=True
            )
            yield write_paragraph(write_run(section.meaning), together=True)
            head = self._head_cells(
                Sentence("Where it stands"),
                Sentence("What there is to know"),
                Sentence("Certain?"),
            )
            rows = [self._row_cells(row) for row in section.rows]
            table = WordTable(self.row_widths, section.title, head, rows)
            yield table.to_xml()

    def _row_cells(self, row: ShownPortfolioRow) -> list[WordCell]:
        name = ""
        if row.name:
            name = write_paragraph(
                write_run(row.name, bold=True), style="Cell"
            )
        facts = _paragraphs_of(row.facts)
        verdict = write_run(row.certainty_word, bold=True)
        return [
            WordCell(name + self._elements_xml(row.elements)),
            WordCell(facts + self._elements_xml(row.aims)),
            WordCell(
                write_paragraph(verdict, style="Cell")
                + self._small_print(row.ground)
            ),
        ]

    def _elements_xml(self, elements: Iterable[ShownPlacedElement]) -> str:
        return "".join(map(self._element_xml, elements))

    def _element_xml(self, element: ShownPlacedElement) -> str:
        code = write_run(f"{element.id} ", bold=True)
        words = write_run(element.text, lang=element.lang)
        told = write_paragraph(code, words, style="Cell")
        return told + (
            self._small_print(element.place) if element.place else ""
        )

    def _small_print(self, words: str) -> str:
        run = write_run(words, colour=GREY_COLOUR)
        return write_paragraph(run, style="Small")

    def _heading(self, title: Sentence) -> str:
        run = write_run(title.in_language(self.lang))
        return write_paragraph(run, style="Heading1", together=True)

    def _head_cells(self, *titles: Sentence) -> list[WordCell]:
        return [
            WordCell(
                write_paragraph(
                    write_run(title.in_language(self.lang), bold=True),
                    style="Cell",
                    together=True,
                )
            )
            for title in titles
        ]


def _cell_of(texts: Sequence[str]) -> WordCell:
    return WordCell(_paragraphs_of(texts))


def _paragraphs_of(texts: Iterable[str]) -> str:
    return "".join(
        write_paragraph(write_run(text), style="Cell") for text in texts
    )
