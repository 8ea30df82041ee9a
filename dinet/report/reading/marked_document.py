"""A document as it stands, every word marked by what became of it, for a person to check."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import chain, groupby
from typing import NamedTuple

from dinet.interpret.account.document_account import (
    Account,
    AccountedCell,
    AccountedGrid,
    AccountedPara,
    AccountedText,
)
from dinet.interpret.account.word_matching import (
    ClaimedRun,
    FateKind,
    WordFate,
)
from dinet.language import Sentence, translate_words
from dinet.model import Place
from dinet.redaction.quotations import withheld_words
from dinet.report.sentences import place_in_words
from dinet.wording.labels import FIELD_NAMES, capitalise_first

FATE_WORDS: dict[FateKind, str] = {
    "text": "text of the element with this id",
    "field": "what is said of the element with this id",
    "reference": "names the element with this id, and makes a link",
    "mark": "cross or weight that makes a link",
    "code": "code that is the id",
    "heading": "heading or label that says what stands under or beside it",
    "programme": "title or vision of the programme",
    "repeated": "heading that is repeated",
    "nothing": "says that there is nothing",
    "page": "number of the page",
    "unread": "not read: stands nowhere in the programme",
}
"""What became of words, in the order in which a legend explains it."""
_NAMED_FATES = {"text", "field", "reference", "mark", "code"}
"""What is about one element, whose id stands beside it."""
_UNQUOTED = {"unread", "page", "programme", "repeated"}
"""What is in no element, so that it is not quoted when names are left out."""
_UNQUOTED_OUTSIDE = _UNQUOTED | {"heading"}
"""Outside tables a line that was taken for a heading may be one on whom to ask."""


class MarkedRun(NamedTuple):
    """Words with the same fate.

    Args:
        words: As they stand in the document.
        kind: What became of them.
        element_id: Of the element that they are about; empty for none.
        label: What stands beside the id: the name of a field.
        spoken: What is said of the words to whom does not see how they are marked.
    """

    words: str
    kind: FateKind
    element_id: str = ""
    label: str = ""
    spoken: str = ""


class MarkedParagraph(NamedTuple):
    """One paragraph.

    Args:
        runs: Its words.
        level: Of a list item how deep it stands, from 0; None outside lists.
        heading: Of a heading its rank, from 1; None for others.
    """

    runs: tuple[MarkedRun, ...]
    level: int | None = None
    heading: int | None = None


class MarkedCell(NamedTuple):
    """One cell, and how many rows and columns it spans."""

    texts: tuple[MarkedParagraph, ...]
    rows: int = 1
    columns: int = 1


class MarkedPart(NamedTuple):
    """A table, or the text between two tables.

    Args:
        name: For links within the page.
        title: Where it stands.
        rows: Of a table; empty for text.
        texts: Of the text between tables.
        words: How many words it has.
        read: How many of these were read.
    """

    name: str
    title: str
    rows: tuple[tuple[MarkedCell, ...], ...]
    texts: tuple[MarkedParagraph, ...]
    words: int
    read: int


class LegendLine(NamedTuple):
    """One kind of mark, what it means, and how many words have it."""

    kind: FateKind
    words: str
    times: int


class MarkedDocument(NamedTuple):
    """A whole document.

    Args:
        parts: In reading order.
        legend: The kinds of marks that it has.
        words: How many words it has.
        read: How many of these were read.
    """

    parts: tuple[MarkedPart, ...]
    legend: tuple[LegendLine, ...]
    words: int
    read: int


def mark_document(
    account: Account,
    lang: str,
    mask: Callable[[str], str] | None = None,
) -> MarkedDocument:
    """A document with every word marked.

    Args:
        account: What became of its words.
        lang: The language of the reader.
        mask: Takes names out of a text; None when nothing has to go.
    """
    return _Marker(account, lang, mask).mark_parts()


class _Marker:
    """Marks one document."""

    def __init__(
        self,
        account: Account,
        lang: str,
        mask: Callable[[str], str] | None,
    ) -> None:
        self.account = account
        self.lang = lang
        self.mask = mask
        self.counts: Counter[FateKind] = Counter()

    def mark_parts(self) -> MarkedDocument:
        """The whole document."""
        parts: list[MarkedPart] = []
        for of_grids, run in groupby(
            self.account.parts,
            key=lambda part: isinstance(part, AccountedGrid),
        ):
            mark = self._mark_grids if of_grids else self._mark_paras
            parts += mark(list(run))
        named = tuple(
            part._replace(name=f"part{number}")
            for number, part in enumerate(parts, start=1)
        )
        return MarkedDocument(
            named,
            tuple(self._legend_lines()),
            sum(part.words for part in named),
            sum(part.read for part in named),
        )

    def _legend_lines(self) -> Iterator[LegendLine]:
        for kind, words in FATE_WORDS.items():
            if self.counts[kind]:
                meaning = translate_words(words, self.lang)
                yield LegendLine(kind, meaning, self.counts[kind])

    def _mark_grids(
        self, run: Iterable[AccountedPara | AccountedGrid]
    ) -> Iterator[MarkedPart]:
        """Tables that follow each other."""
        for part in run:
            if isinstance(part, AccountedGrid):
                yield self._mark_grid(part)

    def _mark_paras(
        self, run: Iterable[AccountedPara | AccountedGrid]
    ) -> Iterator[MarkedPart]:
        """The text between two tables; nothing when it has no words."""
        paras = [part for part in run if isinstance(part, AccountedPara)]
        filled = [para for para in paras if para.text.runs]
        if not filled:
            return
        texts = tuple(
            self._mark_text(para.text, para.heading, outside=True)
            for para in filled
        )
        first, last = (
            self._place_without_file(para.place)
            for para in (filled[0], filled[-1])
        )
        title = Sentence("Text from {first}", first=first)
        if last != first:
            title = Sentence(
                "Text from {first} to {last}", first=first, last=last
            )
        whole, read = _count_words(para.text for para in filled)
        yield MarkedPart(
            "", title.in_language(self.lang), (), texts, whole, read
        )

    def _mark_grid(self, grid: AccountedGrid) -> MarkedPart:
        spans = _spans_of(grid.rows)
        rows: list[tuple[MarkedCell, ...]] = []
        for number, row in enumerate(grid.rows):
            cells = [
                self._mark_cell(row[column], *spans[number, column])
                for column in range(len(row))
                if (number, column) in spans
            ]
            rows.append(tuple(cells))
        texts = chain.from_iterable(
            cell.texts for row in grid.rows for cell in row
        )
        whole, read = _count_words(texts)
        title = capitalise_first(self._place_without_file(grid.place))
        return MarkedPart("", title, tuple(rows), (), whole, read)

    def _place_without_file(self, place: Place) -> str:
        """A place in words; the name of the document stands above the whole page."""
        words = place_in_words(place, self.lang)
        bare = words.removeprefix(place.file).lstrip("!, ") or words
        # a sheet may be called after who keeps it
        return self.mask(bare) if self.mask else bare

    def _mark_cell(
        self, cell: AccountedCell, rows: int, columns: int
    ) -> MarkedCell:
        texts = tuple(self._mark_text(text, None) for text in cell.texts)
        return MarkedCell(texts, rows, columns)

    def _mark_text(
        self,
        text: AccountedText,
        heading: int | None,
        *,
        outside: bool = False,
    ) -> MarkedParagraph:
        """A paragraph; without names, what is ``outside`` tables and in no element is withheld."""
        runs = self._masked_runs(text.runs) if self.mask else text.runs
        unquoted = _UNQUOTED_OUTSIDE if outside else _UNQUOTED
        marked = tuple(self._mark_run(run, unquoted) for run in runs)
        return MarkedParagraph(marked, text.level, heading)

    def _masked_runs(self, runs: Sequence[ClaimedRun]) -> Sequence[ClaimedRun]:
        """The runs without names; where a name goes over several these are one run."""
        if self.mask is None:
            return runs
        whole = self.mask("".join(run.text for run in runs))
        masked = [run._replace(text=self.mask(run.text)) for run in runs]
        if "".join(run.text for run in masked) == whole:
            return masked
        longest = max(runs, key=lambda run: len(run.text))
        return [longest._replace(text=whole)]

    def _mark_run(self, run: ClaimedRun, unquoted: Set[str]) -> MarkedRun:
        fate = run.fate or WordFate("unread")
        text = run.text
        if self.mask and fate.kind in unquoted:
            text = withheld_words(self.lang)
        self.counts[fate.kind] += len(run.text.split())
        spoken = translate_words(FATE_WORDS[fate.kind], self.lang)
        if fate.kind not in _NAMED_FATES or not fate.element:
            return MarkedRun(text, fate.kind, spoken=spoken)
        label = ""
        if fate.kind == "field":
            name = FIELD_NAMES.get(fate.field, fate.field)
            label = translate_words(name, self.lang).lower()
        return MarkedRun(text, fate.kind, fate.element, label, spoken)


def _count_words(texts: Iterable[AccountedText]) -> tuple[int, int]:
    """How many words some paragraphs have, and how many of these were read."""
    counts = [text.count_words() for text in texts]
    return sum(whole for whole, _ in counts), sum(read for _, read in counts)


def _spans_of(
    rows: Sequence[Sequence[AccountedCell]],
) -> dict[tuple[int, int], tuple[int, int]]:
    """Of each cell that is shown how many rows and columns it spans.

    A cell under a merged one is part of that; but not when it has words of its own.
    """
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        column = 0
        while column < len(row):
            cell = row[column]
            width = _free_width(row, column)
            anchor = above.get(column)
            joined = cell.covered and not cell.texts and anchor is not None
            if joined and anchor is not None and spans[anchor][1] >= 1:
                height, wide = spans[anchor]
                if anchor[0] + height == number:
                    spans[anchor] = (height + 1, wide)
                column += wide
                continue
            spans[number, column] = (1, width)
            above[column] = (number, column)
            column += width
    return spans


def _free_width(row: Sequence[AccountedCell], column: int) -> int:
    """Over how many columns a cell goes; no further than the cells that it covers are empty."""
    width = 1
    while width < row[column].width and column + width < len(row):
        under = row[column + width]
        if not under.covered or under.texts:
            break
        width += 1
    return width
