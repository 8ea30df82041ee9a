"""One row for each document, in columns that stand before the first of them is done."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.cli.answers.printing import line_width, wrap_text
from dinet.corpus.document_result import DocumentResult, Verdict
from dinet.language import CountedSentence, Sentence

_GAP = "  "
_INDENT = "    "
_NARROWEST_NAME = 20
"""Characters of the names of documents: with fewer these cannot be told apart."""
VERDICT_WORDS = {
    Verdict.FINE: Sentence("in order"),
    Verdict.CHECK: Sentence("check the reading"),
    Verdict.FAILS: Sentence("does not pass"),
    Verdict.REFUSED: Sentence("refused"),
    Verdict.LOST: Sentence("skipped"),
}
"""How a document fared, in a word or three."""


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


def shorten_middle(text: str, width: int) -> str:
    """A text of at most so many characters, that keeps its beginning and its end.

    Example:
        >>> shorten_middle("programma-sociaal-domein.docx", 16)
        'programm…in.docx'
    """
    if len(text) <= width:
        return text
    end = (width - 1) // 2
    return f"{text[: width - 1 - end]}…{text[len(text) - end :]}"


class SummaryTable:
    """The rows of a run.

    Args:
        columns: Between the name of the document and the verdict.
        names: Of all documents: the longest says how wide their column is.
        lang: The language of the reader.
    """

    def __init__(
        self, columns: Sequence[Column], names: Iterable[str], lang: str
    ) -> None:
        self._lang = lang
        verdict = Column(
            Sentence("Verdict").in_language(lang),
            max(len(words) for words in self._verdict_words()),
            lambda result: VERDICT_WORDS[result.verdict].in_language(lang),
        )
        others = (*columns, verdict)
        taken = sum(
            len(_GAP) + max(each.width, len(each.title)) for each in others
        )
        room = max(line_width() - taken, _NARROWEST_NAME)
        longest = max(map(len, names), default=0)
        title = Sentence("Document").in_language(lang)
        name = Column(title, min(longest, room), lambda result: result.name)
        self._columns = (name, *others)

    def _verdict_words(self) -> Iterator[str]:
        for words in VERDICT_WORDS.values():
            yield words.in_language(self._lang)

    def heading(self) -> str:
        """What stands above the rows."""
        cells = (column.set_cell(column.title) for column in self._columns)
        return _GAP.join(cells).rstrip()

    def rows_of(self, result: DocumentResult) -> Iterator[str]:
        """The row of a document, and under it why it was refused or what else is to be told."""
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
    """What the documents of a run add up to."""

    def __init__(self) -> None:
        self.documents = 0
        self.elements = 0
        self.links = 0
        self.findings = [0, 0, 0]
        self.verdicts = dict.fromkeys(Verdict, 0)

    def add_result(self, result: DocumentResult) -> None:
        """Count one document."""
        self.documents += 1
        self.elements += result.elements
        self.links += result.links
        self.verdicts[result.verdict] += 1
        for level, number in enumerate(result.findings):
            self.findings[level] += number

    def sentences(self, lang: str) -> Iterator[str]:
        """How many documents there were and how they fared, and what was read of them."""
        told = CountedSentence(
            "{count} document", "{count} documents", self.documents
        ).in_language(lang)
        fared = (
            f"{VERDICT_WORDS[verdict].in_language(lang)} {number}"
            for verdict, number in self.verdicts.items()
            if number
        )
        yield f"{told}: {', '.join(fared)}"
        what = Sentence(
            "{elements} elements and {links} links were read.",
            elements=self.elements,
            links=self.links,
        )
        yield what.in_language(lang)
