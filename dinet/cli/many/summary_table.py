"""One row for each document, in columns that stand before the first of them is done."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.cli.answers.printing import line_width, wrap_text
from dinet.cli.many.fared_words import FaredWords
from dinet.cli.many.short_names import shorten_middle, shorten_names
from dinet.corpus.document_result import DocumentResult
from dinet.language import CountedSentence, Sentence

_GAP = "  "
_INDENT = "    "
_NARROWEST_NAME = 20
"""Characters of the names of documents: with fewer these cannot be told apart."""


class Column(NamedTuple):
    """A column of the table.

    Args:
        title: What stands above it.
        width: In characters, at least those of its title.
        text_of: What it says of a document.
        is_number: It is set to the right.
    """

    title: str
    width: int
    text_of: Callable[[DocumentResult], str]
    is_number: bool = False

    def set_cell(self, text: str) -> str:
        """A text in the width of the column; of a longer one the middle is left out."""
        width = max(self.width, len(self.title))
        fitting = shorten_middle(text, width)
        if self.is_number:
            return fitting.rjust(width)
        return fitting.ljust(width)


class SummaryTable:
    """The rows of a run.

    Args:
        columns: Between the name of the document and the verdict.
        names: Of all documents: the longest says how wide their column is. Where they do not fit
            and could not be told apart when they are shortened, each stands above its row.
        fared: In which words the verdict is told.
        lang: The language of the reader.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        names: Iterable[str],
        fared: FaredWords,
        lang: str,
    ) -> None:
        self.fared = fared
        verdict = Column(
            Sentence("Verdict").in_language(lang),
            max(len(words.in_language(lang)) for words in fared.in_order),
            lambda result: fared.words_of(result).in_language(lang),
        )
        others = (*columns, verdict)
        taken = sum(
            len(_GAP) + max(each.width, len(each.title)) for each in others
        )
        room = max(line_width() - taken, _NARROWEST_NAME)
        self._short = shorten_names(tuple(names), room)
        title = Sentence("Document").in_language(lang)
        width = max(map(len, (self._short or {}).values()), default=0)
        self._columns = (Column(title, width, self._name_of), *others)

    def _name_of(self, result: DocumentResult) -> str:
        """What stands in the row itself; nothing when the name stands above it."""
        if self._short is None:
            return ""
        return self._short.get(result.name, result.name)

    def heading(self) -> str:
        """What stands above the rows."""
        cells = (column.set_cell(column.title) for column in self._columns)
        return _GAP.join(cells).rstrip()

    def rows_of(self, result: DocumentResult) -> Iterator[str]:
        """The row of a document, and under it why it was refused or what else is to be told."""
        if self._short is None:
            yield result.name
        cells = (
            column.set_cell(column.text_of(result)) for column in self._columns
        )
        yield _GAP.join(cells).rstrip()
        for line in filter(None, (result.message, *result.lines)):
            yield wrap_text(line, _INDENT)


def number_column(
    title: Sentence, lang: str, number_of: Callable[[DocumentResult], int]
) -> Column:
    """A column of numbers, empty for a document that was not read.

    Args:
        title: What stands above it.
        lang: The language of the reader.
        number_of: The number of a document.
    """

    def text_of(result: DocumentResult) -> str:
        return str(number_of(result)) if result.was_read else ""

    words = title.in_language(lang)
    return Column(words, len(words), text_of, is_number=True)


def findings_column(lang: str) -> Column:
    """How much an audit found, by how bad it is; empty for a document that was not audited.

    Args:
        lang: The language of the reader.
    """
    title = Sentence("Errors/warnings/notices").in_language(lang)

    def count_findings(result: DocumentResult) -> str:
        return " / ".join(map(str, result.findings))

    return Column(title, len(title), count_findings, is_number=True)


def reading_columns(lang: str) -> list[Column]:
    """The columns of every command: how a document was read, and how much was."""
    read_as = Sentence("Read as").in_language(lang)
    return [
        Column(read_as, len("markdown"), lambda result: result.read_as),
        number_column(
            Sentence("Elements"), lang, lambda result: result.elements
        ),
        number_column(Sentence("Links"), lang, lambda result: result.links),
    ]


class RunSums:
    """What the documents of a run add up to.

    Args:
        fared: In which words it is told how a document fared.
    """

    def __init__(self, fared: FaredWords) -> None:
        self.documents = 0
        self.elements = 0
        self.links = 0
        self._fared = fared
        self._verdicts: Counter[Sentence] = Counter()

    def add_result(self, result: DocumentResult) -> None:
        """Count one document."""
        self.documents += 1
        self.elements += result.elements
        self.links += result.links
        self._verdicts[self._fared.words_of(result)] += 1

    def sentences(self, lang: str) -> Iterator[str]:
        """How many documents there were and how they fared, and what was read of them."""
        told = CountedSentence(
            "{count} document", "{count} documents", self.documents
        ).in_language(lang)
        fared = ", ".join(
            f"{words.in_language(lang)} {self._verdicts[words]}"
            for words in self._fared.in_order
            if self._verdicts[words]
        )
        yield f"{told}: {fared}" if fared else told
        what = Sentence(
            "{elements} elements and {links} links were read.",
            elements=self.elements,
            links=self.links,
        )
        yield what.in_language(lang)
